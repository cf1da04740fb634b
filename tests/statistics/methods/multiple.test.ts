import { describe, expect, test } from 'vitest';
import { fitLine, r2Estimate } from '../../../src/statistics/methods/linear.ts';
import { explainedEstimate, fitMultiple } from '../../../src/statistics/methods/multiple.ts';
import * as longley from './longley.ts';
import { coverage, normalDraws, times } from './made-data.ts';

const relativeError = (actual: number, expected: number) => Math.abs(actual / expected - 1);

describe('least-squares plane', () => {
  test('reaches the certified values of NIST StRD Longley', () => {
    const fit = fitMultiple(longley.columns, longley.y)!;
    const { certified } = longley;
    expect(fit.n).toBe(16);
    expect(relativeError(fit.intercept, certified.intercept)).toBeLessThan(1e-12);
    certified.slopes.forEach((slope, j) => expect(relativeError(fit.slopes[j]!, slope)).toBeLessThan(1e-12));
    expect(relativeError(fit.residualSd, certified.residualSd)).toBeLessThan(1e-12);
    expect(relativeError(fit.r2!, certified.r2)).toBeLessThan(1e-12);
    expect(relativeError(fit.errors.intercept, certified.interceptError)).toBeLessThan(1e-11);
    certified.slopeErrors.forEach((error, j) =>
      expect(relativeError(fit.errors.slopes[j]!, error)).toBeLessThan(1e-11),
    );
  });

  test('a square of four points by hand', () => {
    // y = x1 + 2 x2 is 0, 1, 2, 3; a deviation of ±1 in the pattern + − − + is at right angles to both.
    const fit = fitMultiple(
      [
        [0, 1, 0, 1],
        [0, 0, 1, 1],
      ],
      [1, 0, 1, 4],
    )!;
    expect(fit.slopes[0]).toBeCloseTo(1, 14);
    expect(fit.slopes[1]).toBeCloseTo(2, 14);
    expect(fit.intercept).toBeCloseTo(0, 14);
    expect([...fit.residuals].map((value) => Math.round(value * 1e12) / 1e12)).toEqual([1, -1, -1, 1]);
    // SST: the mean is 1.5, deviations −½, −1½, −½, 2½; SSE 4 with 4 − 3 degrees of freedom.
    expect(fit.r2).toBeCloseTo(1 - 4 / 9, 14);
    expect(fit.residualSd).toBeCloseTo(2, 14);
    // Each centred column has the squared length 1: error 2; intercept 2 · √(¼ + ¼ + ¼).
    expect(fit.errors.slopes[0]).toBeCloseTo(2, 14);
    expect(fit.errors.intercept).toBeCloseTo(2 * Math.sqrt(3 / 4), 14);
  });

  test('one column gives the line', () => {
    const x = [1, 2, 4, 7, 11];
    const y = [3, 1, 4, 1, 5];
    const plane = fitMultiple([x], y)!;
    const line = fitLine(x, y)!;
    expect(plane.slopes[0]).toBeCloseTo(line.slope, 13);
    expect(plane.intercept).toBeCloseTo(line.intercept, 13);
    expect(plane.errors.slopes[0]).toBeCloseTo(line.classical!.slope, 13);
    expect(plane.errors.intercept).toBeCloseTo(line.classical!.intercept, 13);
    expect(explainedEstimate(plane, y).value).toBeCloseTo(r2Estimate(x, y).value!, 13);
  });

  test('no plane for too few rows, constant columns or columns that follow from each other', () => {
    const a = [1, 2, 3, 5, 8];
    const y = [1, 0, 1, 0, 2];
    expect(fitMultiple([], y)).toBeNull();
    expect(
      fitMultiple(
        [
          [1, 2],
          [2, 1],
        ],
        [1, 2],
      ),
    ).toBeNull();
    expect(fitMultiple([a, [4, 4, 4, 4, 4]], y)).toBeNull();
    expect(fitMultiple([a, a.map((value) => 3 - 2 * value)], y)).toBeNull();
    expect(fitMultiple([a, [0, 1, 0, 1, 1], a.map((value, i) => value + [0, 1, 0, 1, 1][i]!)], y)).toBeNull();
    expect(explainedEstimate(null, y)).toEqual({ value: null, n: 5, low: null, high: null });
  });

  test('a constant y is explained by nothing', () => {
    const fit = fitMultiple([[1, 2, 3, 5]], [4, 4, 4, 4])!;
    expect(fit).toMatchObject({ slopes: [0], intercept: 4, r2: null, residualSd: 0 });
  });

  test('a missing value is an error that says where', () => {
    expect(() => fitMultiple([[1, NaN, 3]], [1, 2, 3])).toThrow('column 0[1] is NaN');
    expect(() => fitMultiple([[1, 2]], [1, 2, 3])).toThrow('column 0 has 2 rows and y has 3');
  });

  test('the interval of the explained share covers the truth', () => {
    const draw = normalDraws('multiple');
    // y = a + b + c + e with equal variances: the share is ¾.
    const share = coverage(2000, 0.75, () => {
      const columns = [0, 1, 2].map(() => times(60, draw));
      const y = times(60, (i) => columns.reduce((total, column) => total + column[i]!, draw()));
      return explainedEstimate(fitMultiple(columns, y), y);
    });
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });
});
