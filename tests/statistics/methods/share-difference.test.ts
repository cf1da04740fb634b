import { describe, expect, test } from 'vitest';
import { clustersOf, type Clustered } from '../../../src/statistics/methods/clusters.ts';
import { differenceEstimate, linearMean } from '../../../src/statistics/methods/linearised.ts';
import { proportion, shareEstimate } from '../../../src/statistics/methods/proportion.ts';
import { possibleDifference, shareDifference } from '../../../src/statistics/methods/share-difference.ts';

interface Row extends Clustered {
  has: boolean;
}
/** Rows of a side, each an organisation and a lineage of its own, the first `hits` of which have it. */
const side = (name: string, hits: number, n: number, perOrganisation = 1): Row[] =>
  Array.from({ length: n }, (_, i) => {
    const group = `${name}${Math.floor(i / perOrganisation)}`;
    return { organisation: group, lineage: group, has: i < hits };
  });
const has = (row: Row) => row.has;

describe('Newcombe’s interval, as his paper works it for his tenth method', () => {
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i less %i of %i', (a, n, b, m, low, high) => {
    const value = a / n - b / m;
    const found = possibleDifference(
      { value, n: n + m, low: value, high: value },
      proportion(a, n),
      proportion(b, m),
    );
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
});

test('two shares of 0 do not differ by 0 for certain', () => {
  const found = shareDifference(side('a', 0, 12), side('b', 0, 40), has);
  expect([found.value, found.n]).toEqual([0, 52]);
  const [a, b] = [side('a', 0, 12), side('b', 0, 40)].map((rows) =>
    shareEstimate(rows.map(has), clustersOf(rows)),
  );
  // The bounds of either share, with a sign.
  expect(found.low).toBeCloseTo(-b!.high!, 12);
  expect(found.high).toBeCloseTo(a!.high!, 12);
  expect(a!.high).toBeGreaterThan(0.2);
});

test('a share of 0 beside another keeps its own uncertainty', () => {
  const [a, b] = [side('a', 0, 12), side('b', 8, 40)];
  const found = shareDifference(b, a, has);
  const alone = differenceEstimate(
    linearMean(
      b.map((row) => Number(row.has)),
      b,
    ),
    linearMean(
      a.map(() => 0),
      a,
    ),
  );
  expect(found.low).toBeLessThan(alone.low!);
  expect(found.low).toBeLessThan(0);
});

test('a difference of shares stays within −1 and 1', () => {
  const [a, b] = [side('a', 9, 12, 3), side('b', 3, 12, 3)];
  const alone = differenceEstimate(
    linearMean(
      a.map((row) => Number(row.has)),
      a,
    ),
    linearMean(
      b.map((row) => Number(row.has)),
      b,
    ),
  );
  expect(alone.high).toBeGreaterThan(1);
  const found = shareDifference(a, b, has);
  expect(found.value).toBe(0.5);
  expect(found.low).toBeGreaterThanOrEqual(-1);
  expect(found.high).toBeLessThanOrEqual(1);
  expect(found.clusters).toEqual(alone.clusters);
});

test('elsewhere it is the difference of two means', () => {
  const [a, b] = [side('a', 20, 50), side('b', 30, 90)];
  expect(shareDifference(a, b, has)).toEqual(
    differenceEstimate(
      linearMean(
        a.map((row) => Number(row.has)),
        a,
      ),
      linearMean(
        b.map((row) => Number(row.has)),
        b,
      ),
    ),
  );
});

test('too few clusters leave no interval', () => {
  const { value, low, high } = shareDifference(side('a', 0, 12, 12), side('b', 0, 40), has);
  expect([value, low, high]).toEqual([0, null, null]);
  expect(shareDifference([], side('b', 0, 40), has).value).toBeNull();
});
