import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitQuantileLine, quantileSlopeEstimate } from '../../../src/statistics/methods/quantile-line.ts';
import { normalQuantile } from '../../../src/statistics/methods/normal.ts';
import { rankScoreError } from '../../../src/statistics/methods/rank-score-error.ts';
import { seededRandom } from '../../../src/statistics/methods/random.ts';
import { food, income } from './engel.ts';
import { columnPairs, coverage, holdsAlways, isWellFormed, normalDraws, times } from './made-data.ts';

const taus = [0.1, 0.25, 0.5, 0.75, 0.9];

/** Σ (y − a − b x) (tau − [y < a + b x]), as the definition has it. */
const loss = (x: number[], y: number[], tau: number, { slope, intercept }: Line) =>
  x.reduce((total, at, i) => {
    const above = y[i]! - intercept - slope * at;
    return total + above * (tau - (above < 0 ? 1 : 0));
  }, 0);

interface Line {
  slope: number;
  intercept: number;
}

/** Every line through two points apart in x: some of them have the least loss. */
function linesThroughPairs(x: number[], y: number[]): Line[] {
  return x.flatMap((from, i) =>
    x.slice(0, i).flatMap((to, j) => {
      if (from === to) return [];
      const slope = (y[i]! - y[j]!) / (from - to);
      return [{ slope, intercept: y[i]! - slope * from }];
    }),
  );
}

describe('the line of a quantile', () => {
  // Documentation of the R package quantreg (Koenker), rq(foodexp ~ income, data = engel).
  test.each([
    [0.1, 110.1415742, 0.4017658],
    [0.25, 95.4835396, 0.4741032],
    [0.5, 81.4822474, 0.5601806],
    [0.75, 62.3965855, 0.6440141],
    [0.9, 67.3508721, 0.6862995],
  ])('on Engel’s data, at %d, is the published one', (tau, intercept, slope) => {
    const line = fitQuantileLine(income, food, tau)!;
    expect(line.n).toBe(235);
    expect(line.slope.toFixed(7)).toBe(slope.toFixed(7));
    expect(line.intercept.toFixed(7)).toBe(intercept.toFixed(7));
  });

  test('four points by hand, where many lines have the least loss', () => {
    // A median line passes between the two points at x = 0, 0 and 2, and between those at x = 2, 3 and 7. The
    // slopes of such lines run from (3 − 2) / 2 to (7 − 0) / 2, the middle is 2; y − 2 x is 0, 2, −1, 3, and
    // the middle of 0 and 2 is 1.
    expect(fitQuantileLine([0, 0, 2, 2], [0, 2, 3, 7], 0.5)).toEqual({ n: 4, slope: 2, intercept: 1 });
    // Of the three lines through two of these points the one through the outer two misses the third by least.
    expect(fitQuantileLine([0, 1, 2], [0, 0, 3], 0.5)).toEqual({ n: 3, slope: 1.5, intercept: 0 });
  });

  test('no other line through two points has a smaller loss, and the slope is the middle of the best ones', () => {
    const sevenths = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 7);
    const grid = fc.tuple(fc.constantFrom(0, 1, 2, 4), fc.integer({ min: -3, max: 3 }));
    const rows = fc.oneof(
      fc.array(fc.tuple(sevenths, sevenths), { maxLength: 14 }),
      fc.array(grid, { maxLength: 14 }),
    );
    holdsAlways(
      fc.property(rows, fc.constantFrom(0.1, 0.25, 0.3, 0.5, 0.8, 0.9), (points, tau) => {
        const x = points.map((point) => point[0]);
        const y = points.map((point) => point[1]);
        const line = fitQuantileLine(x, y, tau);
        const lines = linesThroughPairs(x, y);
        if (lines.length === 0) {
          expect(line).toBeNull();
          return;
        }
        const losses = lines.map((each) => loss(x, y, tau, each));
        const least = Math.min(...losses);
        expect(loss(x, y, tau, line!)).toBeLessThanOrEqual(least + 1e-9 * Math.max(1, Math.abs(line!.slope)));
        if (!x.every(Number.isInteger)) return;
        const best = lines.filter((_, i) => losses[i]! <= least + 1e-9).map(({ slope }) => slope);
        expect(line!.slope).toBeCloseTo((Math.min(...best) + Math.max(...best)) / 2, 9);
      }),
    );
  });

  test('neither the order of the rows nor the direction of an axis decides', () => {
    const random = seededRandom('shuffled rows');
    const x = times(301, () => Math.log2(1 + Math.floor(8 * random())));
    const y = times(301, () => Math.round(20 * random()) / 4);
    const order = times(301, (i) => i).toSorted((a, b) => ((a * 7919) % 301) - ((b * 7919) % 301));
    const shuffled = (values: number[]) => order.map((i) => values[i]!);
    const minus = (values: number[]) => values.map((value) => -value);
    for (const tau of taus) {
      const estimate = quantileSlopeEstimate(x, y, tau);
      expect(quantileSlopeEstimate(shuffled(x), shuffled(y), tau)).toEqual(estimate);
      expect(fitQuantileLine(shuffled(x), shuffled(y), tau)).toEqual(fitQuantileLine(x, y, tau));
      for (const turned of [
        quantileSlopeEstimate(minus(x), y, tau),
        quantileSlopeEstimate(x, minus(y), 1 - tau),
      ]) {
        expect(turned.value).toBeCloseTo(-estimate.value!, 10);
        expect(turned.low).toBeCloseTo(-estimate.high!, 10);
        expect(turned.high).toBeCloseTo(-estimate.low!, 10);
      }
    }
  });

  test('a line that holds every point is found exactly, whatever their number', () => {
    const x = times(3000, (i) => (i % 37) / 4);
    const y = x.map((at) => 3 - 0.5 * at);
    for (const tau of taus) {
      expect(fitQuantileLine(x, y, tau)).toEqual({ n: 3000, slope: -0.5, intercept: 3 });
      expect(quantileSlopeEstimate(x, y, tau)).toEqual({ value: -0.5, n: 3000, low: -0.5, high: -0.5 });
      expect(fitQuantileLine(x, new Array<number>(3000).fill(0.1), tau)).toMatchObject({ slope: 0 });
    }
  });

  test('a large mean of x costs no digits of the slope', () => {
    const line = fitQuantileLine(
      income.map((value) => value + 2 ** 30),
      food,
      0.5,
    )!;
    expect(line.slope).toBeCloseTo(0.5601805512094, 8);
  });

  test('too few rows, constant columns, other quantiles', () => {
    expect(fitQuantileLine([], [], 0.5)).toBeNull();
    expect(fitQuantileLine([1], [2], 0.5)).toBeNull();
    expect(fitQuantileLine([0.1, 0.1, 0.1], [1, 2, 3], 0.5)).toBeNull();
    expect(fitQuantileLine([1, 2], [3, 5], 0.5)).toEqual({ n: 2, slope: 2, intercept: 1 });
    expect(fitQuantileLine([1, 2], [3, 5], 0.001)).toEqual({ n: 2, slope: 2, intercept: 1 });
    for (const tau of [0, 1, -0.1, NaN])
      expect(() => fitQuantileLine([1, 2], [1, 2], tau)).toThrow(`tau is ${tau}`);
    expect(() => fitQuantileLine([1, 2], [1], 0.5)).toThrow('x has 2 rows and y has 1');
    expect(() => quantileSlopeEstimate([1, NaN], [1, 2], 0.5)).toThrow('x[1] is NaN');
  });
});

describe('its slope', () => {
  test('none where there is no line, no interval where no slope can be rejected', () => {
    expect(quantileSlopeEstimate([], [], 0.5)).toEqual({ value: null, n: 0, low: null, high: null });
    expect(quantileSlopeEstimate([2, 2], [1, 3], 0.5)).toEqual({ value: null, n: 2, low: null, high: null });
    expect(quantileSlopeEstimate([1, 2], [3, 5], 0.5)).toEqual({ value: 2, n: 2, low: null, high: null });
    const x = times(12, (i) => i);
    const y = x.map((at) => (at * 7) % 12);
    expect(quantileSlopeEstimate(x, y, 0.9)).toMatchObject({ n: 12, low: null, high: null });
    expect(quantileSlopeEstimate(x, y, 0.5).low).not.toBeNull();
  });

  /** Student's 97.5 % points with 3 to 10 degrees of freedom, from a printed table. */
  const student = [3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281];

  /**
   * The interval by its definition: the slopes at which the sum of rank scores is within the Student's point with
   * n − 2 degrees of freedom times its standard error. The sum falls, and only at slopes of lines through two points.
   */
  function byDefinition(x: number[], y: number[], tau: number) {
    const n = x.length;
    const mean = x.reduce((total, each) => total + each / n, 0);
    const centred = x.map((each) => each - mean);
    const { slope, intercept } = fitQuantileLine(x, y, tau)!;
    const residuals = y.map((each, i) => each - intercept - slope * x[i]!);
    const points = { x: Float64Array.from(centred), y: Float64Array.from(y), tau };
    const reach = student[n - 5]! * rankScoreError(points, Float64Array.from(residuals), slope)!;
    const sum = (at: number) =>
      y
        .map((each, i) => ({ height: each - at * x[i]!, x: centred[i]! }))
        .toSorted((a, b) => a.height - b.height)
        .reduce((total, each, rank) => total + each.x * Math.min(1, Math.max(0, rank + 1 - n * tau)), 0);
    const slopes = linesThroughPairs(x, y)
      .map((line) => line.slope)
      .toSorted((a, b) => a - b);
    const before = slopes.map((each, i) => sum(i === 0 ? each - 1 : (slopes[i - 1]! + each) / 2));
    const lastAbove = (level: number) => slopes.filter((_, i) => before[i]! > level).at(-1) ?? null;
    const rejected = sum(slopes.at(-1)! + 1) <= -reach;
    return { low: lastAbove(reach), high: rejected ? lastAbove(-reach) : null };
  }

  test('its interval is the one of the definition, with n − 2 degrees of freedom', () => {
    const random = seededRandom('few rows');
    let intervals = 0;
    for (let sample = 0; sample < 400; sample++) {
      const n = 5 + (sample % 8);
      const x = times(n, () => random());
      const y = times(n, () => random());
      const tau = [0.4, 0.5, 0.6][sample % 3]!;
      const { low, high } = quantileSlopeEstimate(x, y, tau);
      const own = byDefinition(x, y, tau);
      if (own.low === null || own.high === null) {
        expect([low, high]).toEqual([null, null]);
        continue;
      }
      intervals++;
      expect(low).toBeCloseTo(own.low, 9);
      expect(high).toBeCloseTo(own.high, 9);
    }
    expect(intervals).toBeGreaterThan(100);
  });

  test('always well formed; the order of the rows does not matter', () => {
    holdsAlways(
      fc.property(columnPairs(), fc.constantFrom(...taus), ([x, y], tau) => {
        const estimate = quantileSlopeEstimate(x, y, tau);
        expect(isWellFormed(estimate)).toBe(true);
        expect(quantileSlopeEstimate([...x].reverse(), [...y].reverse(), tau)).toEqual(estimate);
      }),
    );
  });

  /** Rows whose spread grows with x, most x at few places, so that the slope of the quantile at tau is 2 + z. */
  const growing = (seed: string, n: number) => {
    const random = seededRandom(`x of ${seed}`);
    const draw = normalDraws(seed);
    return () => {
      const x = times(n, () => [0, 1, 1, 2, 2, 2, 3, 3, 4, 5 * random()][Math.floor(10 * random())]!);
      return { x, y: x.map((at) => 1 + 2 * at + (1 + at) * draw()) };
    };
  };

  test.each([
    [0.1, 200],
    [0.5, 200],
    [0.9, 200],
    [0.5, 40],
  ])('at %d the interval covers the truth where the spread grows with x, with %d rows', (tau, n) => {
    const sample = growing(`quantile slope ${tau} ${n}`, n);
    const share = coverage(1000, 2 + normalQuantile(tau), () => {
      const { x, y } = sample();
      return quantileSlopeEstimate(x, y, tau);
    });
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.98);
  });

  test('where the quantile is no straight line, the interval covers the best straight one', () => {
    const random = seededRandom('x of bent');
    const draw = normalDraws('bent');
    const bent = (n: number) => {
      const x = times(n, () => 4 * random());
      return { x, y: x.map((at) => (at < 3 ? 0 : 6 * (at - 3)) + draw()) };
    };
    const many = bent(200_000);
    const truth = fitQuantileLine(many.x, many.y, 0.9)!.slope;
    const share = coverage(1000, truth, () => {
      const { x, y } = bent(300);
      return quantileSlopeEstimate(x, y, 0.9);
    });
    expect(share).toBeGreaterThan(0.93);
  });
});
