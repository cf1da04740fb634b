import { expect, test } from 'vitest';
import { clusteredProportion } from '../../../src/statistics/methods/clustered-proportion.ts';
import { proportion } from '../../../src/statistics/methods/proportion.ts';

test('two of four rows in groups of their own, by hand', () => {
  // SE² = 4/3 · (4 · ¼) / 16 = 1/12, so ¼ / SE² = 3 rows; z = 1.959964 and t₃ = 3.182446 leave 1.137877.
  const { value, n, low, high } = clusteredProportion([true, true, false, false], [1, 2, 3, 4]);
  expect([value, n]).toEqual([0.5, 4]);
  expect(low).toBeCloseTo(0.06083, 5);
  expect(high).toBeCloseTo(0.93917, 5);
});

test('where all rows agree each group counts once, by hand', () => {
  // Two groups: 2 (1.959964 / 12.706205)² = 0.0475874 rows, and n* / (n* + z²) = 0.0122363.
  const all = clusteredProportion([true, true, true, true], ['a', 'a', 'b', 'b']);
  expect(all).toMatchObject({ value: 1, n: 4, high: 1 });
  expect(all.low).toBeCloseTo(0.0122363, 7);
  const none = clusteredProportion([false, false, false, false], ['a', 'a', 'b', 'b']);
  expect(none).toMatchObject({ value: 0, n: 4, low: 0 });
  expect(none.high).toBeCloseTo(1 - 0.0122363, 7);
});

test('with many groups of one row it comes near Wilson’s interval', () => {
  const hits = Array.from({ length: 400 }, (_, index) => index % 4 === 0);
  const found = clusteredProportion(hits, [...hits.keys()]);
  const wilson = proportion(100, 400);
  expect(found.low).toBeCloseTo(wilson.low!, 3);
  expect(found.high).toBeCloseTo(wilson.high!, 3);
});

test('rows that follow their group make the interval as wide as the groups alone would', () => {
  const hits = Array.from({ length: 400 }, (_, index) => index < 200);
  const alike = clusteredProportion(
    hits,
    hits.map((_, index) => Math.floor(index / 20)),
  );
  const groups = clusteredProportion(
    Array.from({ length: 20 }, (_, index) => index < 10),
    [...Array(20).keys()],
  );
  expect(alike.low).toBeCloseTo(groups.low!, 10);
  expect(alike.high! - alike.low!).toBeGreaterThan(0.3);
});

test('groups whose shares are all alike do not make rows more than they are', () => {
  const hits = Array.from({ length: 40 }, (_, index) => index % 2 === 0);
  const found = clusteredProportion(
    hits,
    hits.map((_, index) => Math.floor(index / 2)),
  );
  const wilson = proportion(20, 40);
  expect(found.low!).toBeLessThan(wilson.low!);
  expect(found.high!).toBeGreaterThan(wilson.high!);
});

test('one group carries no interval, and no row no share', () => {
  expect(clusteredProportion([true, false], [1, 1])).toEqual({ value: 0.5, n: 2, low: null, high: null });
  expect(clusteredProportion([], [])).toEqual({ value: null, n: 0, low: null, high: null });
  expect(() => clusteredProportion([true], [])).toThrow(RangeError);
});
