import { expect, test } from 'vitest';
import { claims } from '../../src/claims/claims.ts';
import { checkPresent } from '../../src/content-check/check.ts';
import { inWords } from '../../src/content-check/problem.ts';
import { unusedConstants } from '../../src/content-check/typed-numbers.ts';
import { figures } from '../../src/figures/figures.ts';
import { attribute, elements, nodesOf } from '../../src/site/mdx.ts';
import { presentContent } from './present.ts';

test('the content has no problem, and says what the data say', async () => {
  expect((await checkPresent()).map(inWords)).toEqual([]);
});

test('every constant is used', () => {
  expect(unusedConstants(presentContent()).map(({ text }) => text)).toEqual([]);
});

test.each([
  ['Figure', figures],
  ['Claim', claims],
] as const)('every %s stands in one chapter, once a preparation', (component, all) => {
  const used = presentContent('chapter').flatMap((file) => elements(file.root, component));
  const ids = new Set(used.map((node) => attribute(node, 'id')));
  expect(all.filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual([]);
  const names = used.map((node) => [attribute(node, 'id'), attribute(node, 'preparation')].join());
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every concept explains itself beyond its one sentence', () => {
  for (const { path, root } of presentContent('concept'))
    expect(nodesOf(root).filter(({ type }) => type === 'paragraph').length, path).toBeGreaterThan(0);
});
