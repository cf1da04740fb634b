import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitLine, r2Estimate, slopeEstimate } from '../../../src/statistics/methods/linear.ts';
import { seededRandom } from '../../../src/statistics/methods/random.ts';
import { columnPairs, coverage, holdsAlways, isWellFormed, normalDraws, times } from './made-data.ts';
import * as norris from './norris.ts';

const relativeError = (actual: number, expected: number) => Math.abs(actual / expected - 1);

describe('least-squares line', () => {
  test('reaches the certified values of NIST StRD Norris to eleven digits and more', () => {
    const fit = fitLine(norris.x, norris.y)!;
    expect(fit.n).toBe(36);
    expect(relativeError(fit.slope, norris.certified.slope)).toBeLessThan(1e-14);
    expect(relativeError(fit.intercept, norris.certified.intercept)).toBeLessThan(1e-11);
    expect(relativeError(fit.r2!, norris.certified.r2)).toBeLessThan(1e-14);
    expect(relativeError(fit.residualSd!, norris.certified.residualSd)).toBeLessThan(1e-12);
    expect(relativeError(fit.classical!.slope, norris.certified.slopeError)).toBeLessThan(1e-12);
    expect(relativeError(fit.classical!.intercept, norris.certified.interceptError)).toBeLessThan(1e-12);
  });

  test('a large mean of x costs no digits', () => {
    const shifted = norris.x.map((value) => value + 2 ** 40);
    expect(relativeError(fitLine(shifted, norris.y)!.slope, norris.certified.slope)).toBeLessThan(1e-6);
  });

  test('four points by hand, HC3 among them', () => {
    // Means 1 at x = 0 and 5 at x = 2: slope 2, intercept 1, residuals −1, 1, −2, 2. Every leverage is ¼ + ¼
    // = ½, so the inflated residuals are −2, 2, −4, 4. Slope: Σ (dx · u)² / sxx² = 40 / 16. Intercept:
    // weights ½, ½, 0, 0, so ¼ · 8.
    const fit = fitLine([0, 0, 2, 2], [0, 2, 3, 7])!;
    expect(fit).toMatchObject({ n: 4, slope: 2, intercept: 1 });
    // SST = 9 + 1 + 0 + 16 = 26, SSE = 10.
    expect(fit.r2).toBeCloseTo(16 / 26, 14);
    expect(fit.residualSd).toBeCloseTo(Math.sqrt(5), 14);
    expect(fit.classical!.slope).toBeCloseTo(Math.sqrt(5 / 4), 14);
    expect(fit.classical!.intercept).toBeCloseTo(Math.sqrt(5 * (1 / 4 + 1 / 4)), 14);
    expect(fit.hc3!.slope).toBeCloseTo(Math.sqrt(2.5), 14);
    expect(fit.hc3!.intercept).toBeCloseTo(Math.SQRT2, 14);
    expect(slopeEstimate([0, 0, 2, 2], [0, 2, 3, 7]).high).toBeCloseTo(2 + 4.30265272975 * Math.sqrt(2.5), 9);
  });

  test('HC3 with unequal leverages, as the matrix formula gives in numpy, an independent computation', () => {
    const fit = fitLine([0, 1, 2, 4], [1, 3, 2, 7])!;
    expect(fit.hc3!.slope).toBeCloseTo(0.9131193691125598, 13);
    expect(fit.hc3!.intercept).toBeCloseTo(0.9916349670898517, 13);
  });

  test('too few rows, constant columns, a row that alone fixes the line', () => {
    expect(fitLine([], [])).toBeNull();
    expect(fitLine([1], [2])).toBeNull();
    expect(fitLine([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
    expect(fitLine([1, 2], [3, 5])).toMatchObject({ slope: 2, intercept: 1, residualSd: null, hc3: null });
    expect(fitLine([1, 2, 3], [4, 4, 4])).toMatchObject({ slope: 0, intercept: 4, r2: null, residualSd: 0 });
    expect(fitLine([1, 1, 1, 5], [1, 2, 3, 9])).toMatchObject({ slope: 1.75, hc3: null });
    expect(slopeEstimate([1, 1, 1, 5], [1, 2, 3, 9])).toEqual({ value: 1.75, n: 4, low: null, high: null });
    expect(slopeEstimate([2, 2], [1, 3])).toEqual({ value: null, n: 2, low: null, high: null });
  });
});

describe('slope', () => {
  test('always well formed; the order of the rows does not matter', () => {
    holdsAlways(
      fc.property(columnPairs(), ([x, y]) => {
        const estimate = slopeEstimate(x, y);
        expect(isWellFormed(estimate)).toBe(true);
        expect(slopeEstimate([...x].reverse(), [...y].reverse())).toEqual(estimate);
      }),
    );
  });

  test('covers the truth where the scatter grows with x, and the classical interval does not', () => {
    const random = seededRandom('slope');
    const draw = normalDraws('slope');
    const samples = times(2000, (i) => i).map(() => {
      const x = times(60, () => random() ** 3);
      return { x, y: x.map((at) => 1 + 2 * at + 3 * at * draw()) };
    });
    let next = 0;
    const hc3 = coverage(2000, 2, () => {
      const { x, y } = samples[next++]!;
      return slopeEstimate(x, y);
    });
    const classical = samples.filter(({ x, y }) => {
      const fit = fitLine(x, y)!;
      // t.975 with 58 degrees of freedom.
      return Math.abs(fit.slope - 2) <= 2.0017 * fit.classical!.slope;
    });
    expect(hc3).toBeGreaterThan(0.93);
    expect(classical.length / 2000).toBeLessThan(0.85);
  });
});

describe('share of variance explained', () => {
  test('the interval on the scale of Fisher’s z squared, by hand', () => {
    // Deviations −1.5, −.5, .5, 1.5 and −1.5, .5, −.5, 1.5: r = 4 / 5, n − 3 = 1, z = atanh .8 = ln 3.
    const { value, n, low, high } = r2Estimate([1, 2, 3, 4], [1, 3, 2, 4]);
    expect(value).toBeCloseTo(0.64, 14);
    expect(n).toBe(4);
    // Without the rows in turn r is ½, 39 / 42, the same again and ½.
    const errors = [0.5, 39 / 42].map((r) => (Math.atanh(r) - Math.atanh(0.8)) ** 2);
    const error = Math.sqrt(0.75 * 2 * (errors[0]! + errors[1]!));
    // The interval of r includes zero.
    expect(low).toBe(0);
    expect(high).toBeCloseTo(Math.tanh(Math.atanh(0.8) + 1.959963984540054 * error) ** 2, 12);
  });

  test('an interval clear of zero keeps its lower end, and the sign of the slope plays no part', () => {
    const x = times(40, (i) => i);
    const y = x.map((at) => 3 * at + 20 * Math.sin(at * at));
    const rising = r2Estimate(x, y);
    expect(rising.low).toBeGreaterThan(0.5);
    expect(
      r2Estimate(
        x,
        y.map((value) => -value),
      ),
    ).toEqual(rising);
  });

  test('too few rows, constant columns, a perfect line', () => {
    expect(r2Estimate([], [])).toEqual({ value: null, n: 0, low: null, high: null });
    expect(r2Estimate([1, 2, 3], [5, 5, 5])).toEqual({ value: null, n: 3, low: null, high: null });
    expect(r2Estimate([1, 2, 4], [1, 3, 2])).toMatchObject({ n: 3, low: null, high: null });
    expect(r2Estimate([1, 2, 3, 4], [2, 4, 6, 8])).toEqual({ value: 1, n: 4, low: null, high: null });
  });

  test('always well formed and within 0 and 1', () => {
    holdsAlways(
      fc.property(columnPairs(), ([x, y]) => {
        const estimate = r2Estimate(x, y);
        expect(isWellFormed(estimate)).toBe(true);
        expect(Math.min(estimate.value ?? 0, estimate.low ?? 0)).toBeGreaterThanOrEqual(0);
        expect(Math.max(estimate.value ?? 0, estimate.high ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('covers the true share on bivariate normal samples', () => {
    const draw = normalDraws('r2');
    // y = x + e with equal variances: the share is ½.
    const share = coverage(2000, 0.5, () => {
      const x = times(40, draw);
      return r2Estimate(
        x,
        x.map((at) => at + draw()),
      );
    });
    expect(share).toBeGreaterThan(0.935);
    expect(share).toBeLessThan(0.965);
  });
});
