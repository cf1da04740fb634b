import { expect, test } from 'vitest';
import { clustersOf, freedomOf } from '../../../src/statistics/methods/clusters.ts';
import { meanEstimate } from '../../../src/statistics/methods/mean.ts';
import { studentCritical } from '../../../src/statistics/methods/student.ts';
import { recomputedEstimate } from '../../../src/statistics/methods/recomputed.ts';

const rows = Array.from({ length: 60 }, (_, i) => ({
  organisation: `o${(i * 7) % 11}`,
  lineage: `l${(i * 5) % 9}`,
  y: ((i * 37) % 23) + 5 * ((i * 7) % 11),
}));
const mean = (of: readonly { y: number }[]) => of.reduce((sum, { y }) => sum + y, 0) / of.length;

test('of a mean it is the interval that the sums give', () => {
  const found = recomputedEstimate(rows, mean);
  const expected = meanEstimate(
    rows.map(({ y }) => y),
    clustersOf(rows),
  );
  for (const key of ['value', 'low', 'high', 'n'] as const) expect(found[key]).toBeCloseTo(expected[key]!, 9);
  expect(found.clusters).toEqual(expected.clusters);
});

test('rows left out one at a time, by hand', () => {
  const three = [1, 2, 6].map((y, i) => ({ organisation: i, lineage: i, y }));
  // Leaving one out gives 4, 3.5 and 1.5; squares about 3 are 1, 0.25 and 2.25, times 2/3; t of 2 freedoms is 4.3027.
  const { value, low, high, independent } = recomputedEstimate(three, mean);
  expect(value).toBe(3);
  expect(high! - 3).toBeCloseTo(4.3027 * Math.sqrt((2 / 3) * 3.5), 3);
  expect(3 - low!).toBeCloseTo(high! - 3, 12);
  expect(independent!.high).toBeCloseTo(high!, 12);
});

test('a line through some of the rows has as many values as these, and two degrees of freedom fewer at most', () => {
  const half = ({ low, high }: { low: number | null; high: number | null }) => (high! - low!) / 2;
  const [all, six] = [recomputedEstimate(rows, mean), recomputedEstimate(rows, mean, 6)];
  expect([all.n, six.n]).toEqual([60, 6]);
  // t of 4 degrees of freedom is 2.7764; the clusters leave more.
  const error = half(all) / studentCritical(freedomOf(clustersOf(rows))!);
  expect(half(six)).toBeCloseTo(2.7764 * error, 3);
  expect(half(six.independent!)).toBeCloseTo((2.7764 / studentCritical(59)) * half(all.independent!), 3);
  expect([recomputedEstimate(rows, mean, 2).value, recomputedEstimate(rows, mean, 2).low]).toEqual([
    mean(rows),
    null,
  ]);
});

test('no value, and no interval, where the statistic has none for what is left', () => {
  const blank = recomputedEstimate(rows, () => NaN);
  expect([blank.value, blank.low, blank.n]).toEqual([null, null, 60]);
  const whole = recomputedEstimate(rows, (left) => (left.length === rows.length ? 5 : NaN));
  expect([whole.value, whole.low, whole.independent?.low]).toEqual([5, null, null]);
  expect(recomputedEstimate([], mean).value).toBeNull();
});
