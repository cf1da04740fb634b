import { describe, expect, test } from 'vitest';
import { normalDensity, normalQuantile } from '../../../src/statistics/methods/normal.ts';
import { normalCdf } from './normal-cdf.ts';

// scipy.stats.norm 1.17, an independent computation; 1.959963984540054 also in every printed table.
const QUANTILES: [number, number][] = [
  [0.975, 1.959963984540054],
  [0.9, 1.2815515655446004],
  [0.5, 0],
  [0.2, -0.8416212335729142],
  [1e-3, -3.090232306167813],
  [1e-10, -6.361340902404056],
  [1e-300, -37.0470962993612],
];
const PROBABILITIES: [number, number][] = [
  [0, 0.5],
  [1, 0.8413447460685429],
  [-1, 0.15865525393145707],
  [2.5, 0.9937903346742238],
  [-3, 0.0013498980316300933],
  [4, 0.9999683287581669],
  [-5, 2.866515718791933e-7],
  [-10, 7.61985302416047e-24],
];

describe('standard normal distribution', () => {
  test.each(QUANTILES)('quantile at %d', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(z)));
  });

  test.each(PROBABILITIES)('probability up to %d', (z, p) => {
    expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-13);
  });

  test('density, as in every printed table', () => {
    expect(normalDensity(0)).toBeCloseTo(0.398942280401, 12);
    expect(normalDensity(-2)).toBeCloseTo(0.053990966513, 12);
  });

  test('the two are inverse to each other over all three branches of each', () => {
    for (let z = -8; z <= 5; z += 0.125) expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 9);
  });

  test('a probability outside 0 … 1 is refused', () => {
    for (const p of [0, 1, -0.1, NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
