import { expect, test } from 'vitest';
import { figures } from '../../src/figures/figures.ts';
import { seedFigures } from '../../src/figures/seed-figure.ts';
import { attribute, elements } from '../../src/site/mdx.ts';
import { presentContent } from './present.ts';

const replicas = figures.filter(({ seed }) => seed);

test('all eleven figures of the seed are replicated', () => {
  const numbers = new Set(replicas.flatMap(({ seed = [] }) => seed));
  expect([...numbers].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('a figure of the seed is named by its number, two by both', () => {
  expect(seedFigures([4])).toBe('Figure 4 of the notebook');
  expect(seedFigures([6, 7])).toBe('Figures 6 and 7 of the notebook');
  expect(seedFigures([6, 7, 8])).toBe('Figures 6, 7 and 8 of the notebook');
});

test.each(replicas)('$id is in the chapters on both preparations', ({ id }) => {
  const chapters = presentContent('chapter');
  const shown = chapters
    .flatMap((file) => elements(file.root, 'Figure'))
    .filter((each) => attribute(each, 'id') === id);
  const folded = chapters
    .flatMap((file) => elements(file.root, 'SeedFigure'))
    .map((each) => attribute(each, 'id'));
  const preparations = shown.map((each) => attribute(each, 'preparation') ?? 'reviewed');
  expect(new Set([...preparations, ...(folded.includes(id) ? ['prepared'] : [])])).toEqual(
    new Set(['reviewed', 'prepared']),
  );
});
