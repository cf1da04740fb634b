import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../../src/statistics/methods/normal.ts';
import { studentCdf, studentCritical, studentQuantile } from '../../../src/statistics/methods/student.ts';

describe("Student's distribution", () => {
  // Published tables (NIST/SEMATECH e-Handbook 1.3.6.7.2, with more digits).
  test.each([
    [1, 12.7062047364],
    [2, 4.30265272975],
    [10, 2.22813885196],
    [30, 2.0422724563],
  ])('two-sided 95 %% critical value for %d degrees of freedom', (df, t) => {
    expect(studentCritical(df)).toBeCloseTo(t, 9);
  });

  // scipy.stats.t 1.17, an independent computation: fractional, many and very many degrees, far tails.
  test.each([
    [0.9, 1.5, 2.1963984175655376],
    [0.995, 2, 9.924843200918287],
    [0.975, 5.5, 2.501858617589239],
    [0.6, 3, 0.2766706623326898],
    [0.999, 7, 4.785289628638333],
    [1e-9, 4, -234.02761040611892],
    [0.975, 4575, 1.960482648647598],
    [0.975, 100_000, 1.9599877075346095],
    [0.975, 250_000, 1.9599734736701353],
  ])('quantile at %d for %d degrees of freedom', (p, df, t) => {
    expect(Math.abs(studentQuantile(p, df) / t - 1)).toBeLessThan(1e-10);
  });

  test('one degree of freedom is the Cauchy distribution, two have a closed form', () => {
    for (const p of [1e-6, 0.01, 0.3, 0.49, 0.5, 0.7, 0.999]) {
      expect(studentQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 6 + Math.log10(p));
      expect(studentQuantile(p, 2)).toBeCloseTo((2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 9);
      expect(studentCdf(Math.tan(Math.PI * (p - 0.5)), 1)).toBeCloseTo(p, 13);
    }
  });

  test('quantile and distribution function are inverse to each other', () => {
    for (const df of [1, 1.7, 3, 12, 29.5, 30, 31, 400, 4575, 99_999]) {
      for (const p of [0.001, 0.025, 0.2, 0.499, 0.5, 0.75, 0.99]) {
        expect(studentCdf(studentQuantile(p, df), df)).toBeCloseTo(p, 11);
      }
    }
  });

  test('the branches for many degrees of freedom meet, and tend to the normal', () => {
    expect(studentQuantile(0.975, 1e5)).toBeCloseTo(studentQuantile(0.975, 1e5 + 0.001), 11);
    expect(studentQuantile(0.975, 1e14)).toBeCloseTo(normalQuantile(0.975), 12);
  });

  test('arguments without meaning are refused', () => {
    for (const df of [0, 0.9, NaN, Infinity])
      expect(() => studentQuantile(0.9, df)).toThrow('degrees of freedom');
    expect(() => studentQuantile(1, 5)).toThrow('probability');
    expect(() => studentCdf(1, 0)).toThrow(RangeError);
  });
});
