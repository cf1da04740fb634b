import { expect, test } from 'vitest';
import { arithmeticMean, centred, sampleVariance } from '../../../src/statistics/methods/moments.ts';

test('the mean of constant values is the value itself', () => {
  // 0.1 + 0.1 + 0.1 rounds to 0.30000000000000004, a third of which is not 0.1.
  expect(arithmeticMean([0.1, 0.1, 0.1])).toBe(0.1);
  expect([...centred([0.1, 0.1, 0.1])]).toEqual([0, 0, 0]);
  expect(arithmeticMean([])).toBeNull();
});

test('sample variance divides by n − 1 and survives a large mean', () => {
  expect(sampleVariance([2, 4, 9])).toBe(13);
  expect(sampleVariance([5])).toBeNull();
  // NIST StRD univariate "NumAcc3" in small: 1000000.1 to .3 around 1000000.2, standard deviation .1.
  expect(sampleVariance([1000000.1, 1000000.2, 1000000.3])).toBeCloseTo(0.01, 10);
});
