import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/engine/engine.ts';
import { askingShifts } from '../../src/statistics/methods/shifts.ts';
import { sliceDifference, type SliceEstimate } from '../../src/statistics/methods/slice-difference.ts';
import { isShown } from '../../src/statistics/format.ts';
import { familiesOfStatistics, findStatistic } from '../../src/statistics/statistics.ts';
import type { Family } from '../../src/statistics/statistic.ts';
import { rowsOf } from '../report.ts';

const asked = familiesOfStatistics.filter(({ publishedOnly }) => !publishedOnly);

/** Estimates with a clustered interval that tell nothing of their rows: of two slices their values alone are shown. */
const silent = [
  /^ladders\..*\.(own|shrunk)$/,
  /^density\.typical\.months$/,
  /^noise\./,
  /^format\./,
  /^frontier\..*\.records_by_chance$/,
];

/** What a family answers of some rows, by id: those estimates that tell. */
function tellingOf(family: Family, rows: readonly Row[]): Map<string, SliceEstimate> {
  const [estimates, told] = askingShifts(() => ({ ...family.derive([...rows]) }));
  return new Map(
    Object.entries(estimates).flatMap(([id, estimate]) => {
      const known = told(estimate);
      return known ? [[id, { estimate, ...known }] as const] : [];
    }),
  );
}

describe('on the whole table', () => {
  test('every shown estimate with a clustered interval tells how far its clusters move it, but for a few', async () => {
    const found: string[] = [];
    for (const family of asked) {
      const rows = await rowsOf('', family.sql);
      const telling = tellingOf(family, rows);
      for (const [id, estimate] of Object.entries(family.derive(rows))) {
        if (!estimate.clusters || estimate.low === null || telling.has(id)) continue;
        if (isShown(estimate, findStatistic(id)!.definition)) found.push(id);
      }
    }
    expect(found.filter((id) => !silent.some((each) => each.test(id)))).toEqual([]);
  });

  test('a slice differs from itself by 0, with an interval of no width', async () => {
    let counted = 0;
    for (const family of asked) {
      const rows = await rowsOf('size=40-', family.sql);
      const [a, b] = [tellingOf(family, rows), tellingOf(family, rows)];
      for (const [id, estimate] of a) {
        const { value, low, high } = sliceDifference(estimate, b.get(id)!);
        if (low === null) continue;
        counted += 1;
        expect([value, low, high], id).toEqual([0, 0, 0]);
      }
    }
    expect(counted).toBeGreaterThan(200);
  });
});

test('what is asked for once is not kept: an estimate that is made otherwise tells nothing', async () => {
  const { family } = findStatistic('scaling.r2')!;
  const rows = await rowsOf('size=40-', family.sql);
  const usual = family.derive(rows)['scaling.r2']!;
  const [again, told] = askingShifts(() => family.derive(rows)['scaling.r2']!);
  expect(again).toBe(usual);
  expect(told(usual)).toBeUndefined();
});
