import { expect, it } from 'vitest';
import { inOrder } from '../../src/site/chapter-order.ts';

const chapter = (id: string, order: number) => ({ id, data: { order } });

it('sorts by the number, not by its digits', () => {
  const sorted = inOrder([chapter('conclusion', 10), chapter('concepts', 2), chapter('introduction', 1)]);
  expect(sorted.map(({ id }) => id)).toEqual(['introduction', 'concepts', 'conclusion']);
});

it('leaves the list that it was given alone', () => {
  const given = [chapter('b', 2), chapter('a', 1)];
  inOrder(given);
  expect(given.map(({ id }) => id)).toEqual(['b', 'a']);
});

it('names both chapters that claim one place', () => {
  expect(() => inOrder([chapter('size', 4), chapter('data', 3), chapter('carbon', 4)])).toThrow(
    'Chapters carbon and size both have order: 4',
  );
});
