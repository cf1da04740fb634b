import { expect, test } from 'vitest';
import { preparationSteps } from '../../src/figures/preparation-steps.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';

/** Rows after each step, by the report's blueprint; steps that drop nothing keep the count before them. */
const left = {
  prepared: [4576, 4576, 4529, 4529, 4523, 4523, 4523],
  reviewed: [4576, 4494, 4494, 4494, 4494, 4494, 4494, 4494],
};

test.each(editions)('rows left and dropped on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(preparationSteps, query);
  expect(rows.map((row) => row.left_over)).toEqual(left[preparation]);
  expect(rows.map((row) => row.before)).toEqual([4576, ...left[preparation].slice(0, -1)]);
  expect(rows.map((row) => row.dropped)).toEqual(
    left[preparation].map((count, index, counts) => (counts[index - 1] ?? count) - count),
  );
  const [own] = await askOwn(preparation, 'SELECT CAST(count(*) AS INTEGER) AS models FROM OWN');
  expect(rows.at(-1)?.left_over).toBe(own?.models);
});

test('the takeaway names the step that drops the most', async () => {
  const say = async (query: string) => preparationSteps.takeaway(await drawnRows(preparationSteps, query));
  expect(await say('')).toContain('4,494 of 4,576 ');
  expect(await say('')).toContain('“Keep the newest run of a model” drops the most, 82');
  expect(await say('preparation=prepared')).toContain('4,523 of 4,576 ');
  expect(await say('preparation=prepared')).toContain('“Keep the first run of a model” drops the most, 47');
});

test('the text alternative has the count after every step and what it dropped', async () => {
  const alt = preparationSteps.alt(await drawnRows(preparationSteps, 'preparation=prepared'));
  for (const words of ['4,576', '4,529', '4,523', '47', '6']) expect(alt).toContain(words);
});

test('a step is counted by the runs it leaves, in the order of the steps, by hand', () => {
  const row = (position: number, left_over: number) => ({
    position,
    step: '',
    title: `T${position}`,
    left_over,
  });
  const rows = preparationSteps.derive([row(0, 10), row(1, 7), row(2, 7)]);
  expect(rows.map(({ before, dropped }) => [before, dropped])).toEqual([
    [10, 0],
    [10, 3],
    [7, 0],
  ]);
  expect(preparationSteps.n(rows)).toBe(10);
  expect(preparationSteps.takeaway(rows)).toContain('“T1” drops the most, 3');
  expect(preparationSteps.takeaway(preparationSteps.derive([row(0, 5)]))).toBe('All 5 rows are kept.');
});
