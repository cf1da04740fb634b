import { expect, test } from 'vitest';
import { noiseFloor } from '../../src/figures/noise-floor.ts';
import { facts } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

/** Models with runs at two precisions or more, with the spread of their average and the ratio of their CO₂. */
function repeats() {
  const groups = Map.groupBy(facts('runs'), ({ model }) => model!.trim().toLowerCase());
  return [...groups.values()]
    .filter((runs) => new Set(runs.map(({ precision }) => precision)).size > 1)
    .map((runs) => {
      const range = (name: string) => {
        const values = runs.map((run) => Number(run[name]));
        return [Math.min(...values), Math.max(...values)] as const;
      };
      const [low, high] = range('average');
      const [least, most] = range('co2_kg');
      return { model: runs[0]!.model!, spread: high - low, fold: least > 0 ? most / least : null };
    });
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[(values.length - 1) / 2]!;
const own = repeats();

test('there are 79 models with repeats, an odd number, so that the median is one of them', () => {
  expect(own).toHaveLength(79);
});

test.each(editions)(
  'a dot for every model with repeats, whatever the preparation: $preparation',
  async ({ query }) => {
    const dots = (await drawnRows(noiseFloor, query)).filter(({ layer }) => layer === 'model');
    expect(dots.map(({ model }) => model).toSorted()).toEqual(own.map(({ model }) => model).toSorted());
    for (const { model, spread, fold } of own) {
      const dot = dots.find((each) => each.model === model);
      expect(Number(dot?.spread)).toBeCloseTo(spread, 9);
      expect(Number(dot?.fold)).toBeCloseTo(Number(fold), 9);
    }
  },
);

test('the lines are the medians, in takeaway and text alternative too', async () => {
  const rows = await drawnRows(noiseFloor, '');
  const of = (statistic: string) => rows.find((row) => row.statistic === statistic);
  const [spread, fold] = [median(own.map((each) => each.spread)), median(own.map((each) => each.fold!))];
  expect(Number(of('noise.average.median')?.spread)).toBeCloseTo(spread, 9);
  expect(Number(of('noise.co2_fold.median')?.fold)).toBeCloseTo(fold, 9);
  // Ranks 31 and 49 of 79: fewer than 31 of 79 fair coins show heads with a probability of .0211, fewer than 32 with .0354.
  const folds = own.map((each) => each.fold!).toSorted((a, b) => a - b);
  expect([of('noise.co2_fold.median')?.low, of('noise.co2_fold.median')?.high].map(Number)).toEqual([
    expect.closeTo(folds[30]!, 9),
    expect.closeTo(folds[48]!, 9),
  ]);
  const takeaway = noiseFloor.takeaway(rows);
  expect(takeaway).toContain(`${spread.toFixed(1)} points`);
  expect(takeaway).toContain(`a factor of ${fold.toFixed(2)}`);
  const alt = noiseFloor.alt(rows);
  expect(alt).toContain('79 models');
  expect(alt).toContain(Math.max(...own.map((each) => each.spread)).toFixed(1));
  expect(alt).toContain(Math.max(...folds).toFixed(2));
});
