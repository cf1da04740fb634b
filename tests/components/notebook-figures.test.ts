import { expect, test } from 'vitest';
import { notebookFigures } from '../../src/components/notebook-figures.ts';
import { claims } from '../../src/claims/claims.ts';
import { judgedBy } from '../../src/figures/seed-figure.ts';

const all = notebookFigures();

test('all eleven figures of the notebook are there, in its order', () => {
  const numbers = all.flatMap((figure) => figure.numbers);
  expect([...new Set(numbers)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test('the claim that judges a figure is one of the notebook’s own', () => {
  expect(all.filter(({ claim }) => claim.by !== 'notebook').map(({ id }) => id)).toEqual([]);
});

test('a judging claim is named only where the figure carries none of the notebook’s', () => {
  const carried = claims.filter(({ by }) => by === 'notebook').map(({ figure }) => figure);
  expect(Object.keys(judgedBy).filter((id) => carried.includes(id))).toEqual([]);
});

test('a figure with a claim of its own is judged by that one', () => {
  expect(all.find(({ id }) => id === 'score-per-parameter-by-size')!.claim.id).toBe(
    'score-per-parameter-diminishes',
  );
});
