import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  inverseOf,
  monotoneCurve,
  pooledCurve,
  throughLevels,
} from '../../../src/statistics/methods/monotone.ts';

test('violators are pooled, by hand', () => {
  // 4 and 2 become 3, then 1 pulls all three to 7/3.
  expect(monotoneCurve([1, 2, 3, 4], [4, 2, 1, 5]).y).toEqual([7 / 3, 7 / 3, 7 / 3, 5]);
  expect(monotoneCurve([1, 2, 3], [1, 3, 3])).toEqual({ x: [1, 2, 3], y: [1, 3, 3] });
  // Two points at 2 have the mean 5 and count twice when 2 is pooled with them.
  expect(monotoneCurve([3, 2, 1, 2], [2, 6, 1, 4])).toEqual({ x: [1, 2, 3], y: [1, 4, 4] });
  expect(monotoneCurve([], [])).toEqual({ x: [], y: [] });
  expect(() => monotoneCurve([1], [NaN])).toThrow(RangeError);
  expect(() => monotoneCurve([1, 2], [1])).toThrow(RangeError);
});

test('means with weights are points that often, and levels become their middles, by hand', () => {
  expect(pooledCurve([1, 2, 3], [4, 1, 5], [1, 2, 1])).toEqual(monotoneCurve([1, 2, 2, 3], [4, 1, 1, 5]));
  expect(throughLevels({ x: [0, 1, 3, 4], y: [10, 20, 20, 40] })).toEqual({ x: [0, 2, 4], y: [10, 20, 40] });
  expect(throughLevels({ x: [1, 2, 5], y: [7, 7, 7] })).toEqual({ x: [3], y: [7] });
  expect(throughLevels({ x: [], y: [] })).toEqual({ x: [], y: [] });
});

test('the inverse is on the straight lines, least where the curve is level, null outside', () => {
  const curve = { x: [0, 1, 3, 4], y: [10, 20, 20, 40] };
  expect(inverseOf(curve, 10)).toBe(0);
  expect(inverseOf(curve, 15)).toBe(0.5);
  expect(inverseOf(curve, 20)).toBe(1);
  expect(inverseOf(curve, 25)).toBe(3.25);
  expect(inverseOf(curve, 40)).toBe(4);
  expect(inverseOf(curve, 9.9)).toBeNull();
  expect(inverseOf(curve, 40.1)).toBeNull();
  expect(inverseOf({ x: [], y: [] }, 1)).toBeNull();
});

const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 1,
  maxLength: 14,
});
const curveOf = (all: readonly (readonly [number, number])[]) =>
  monotoneCurve(
    all.map(([x]) => x),
    all.map(([, y]) => y),
  );

test('the fit is that of the max–min formula, never falls, and the order of the points does not matter', () => {
  fc.assert(
    fc.property(points, (all) => {
      const { x, y } = curveOf(all);
      // A second way to the same fit: the largest over starts of the smallest over ends of the mean between.
      const mean = (from: number, to: number) => {
        const within = all.filter(([each]) => each >= from && each <= to).map(([, value]) => value);
        return within.reduce((a, b) => a + b, 0) / within.length;
      };
      x.forEach((at, i) => {
        const ends = x.filter((to) => to >= at);
        const starts = x.filter((from) => from <= at);
        const expected = Math.max(...starts.map((from) => Math.min(...ends.map((to) => mean(from, to)))));
        expect(y[i]).toBeCloseTo(expected, 9);
      });
      for (let i = 1; i < y.length; i++) expect(y[i]!).toBeGreaterThanOrEqual(y[i - 1]! - 1e-9);
      expect(curveOf(all.toReversed())).toEqual({ x, y });
    }),
  );
});

test('what the inverse gives lies on the curve, and scales with the axes', () => {
  fc.assert(
    fc.property(points, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const curve = curveOf(all);
      const [low, high] = [curve.y[0]!, curve.y.at(-1)!];
      const y = low + share * (high - low);
      const x = inverseOf(curve, Math.min(y, high))!;
      const next = curve.x.findIndex((each) => each >= x);
      const [from, to] = [Math.max(0, next - 1), next];
      const part = from === to ? 0 : (x - curve.x[from]!) / (curve.x[to]! - curve.x[from]!);
      expect(curve.y[from]! + part * (curve.y[to]! - curve.y[from]!)).toBeCloseTo(Math.min(y, high), 6);
      const scaled = { x: curve.x.map((each) => 2 * each + 1), y: curve.y.map((each) => 4 * each) };
      expect(inverseOf(scaled, 4 * Math.min(y, high))).toBeCloseTo(2 * x + 1, 6);
    }),
  );
});
