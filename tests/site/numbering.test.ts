import { expect, it } from 'vitest';
import { numbering } from '../../src/site/numbering.ts';

it('counts each kind of a page by itself, from one', () => {
  const number = numbering();
  const page = {};
  expect([number(page, 'moe'), number(page, 'floor'), number(page, 'moe')]).toEqual([1, 1, 2]);
});

it('starts again on every page, however the pages are mixed', () => {
  const number = numbering();
  const [one, two] = [{}, {}];
  expect([number(one, 'moe'), number(two, 'moe'), number(one, 'moe'), number(two, 'moe')]).toEqual([
    1, 1, 2, 2,
  ]);
});
