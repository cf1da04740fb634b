import { describe, expect, test } from 'vitest';
import { signFlipP } from '../../../src/statistics/methods/sign-flip.ts';

/** The share of all choices of signs whose sum is as far from zero, by writing down every one. */
function byEnumeration(values: readonly number[]): number {
  const sums = Array.from({ length: 2 ** values.length }, (_, signs) =>
    values.reduce((total, value, bit) => total + ((signs >> bit) & 1 ? -value : value), 0),
  );
  const observed = Math.abs(sums[0]!) - 1e-9;
  return sums.filter((each) => Math.abs(each) >= observed).length / sums.length;
}

describe('the share of choices of signs whose sum is as far from zero, by hand', () => {
  test.each([
    // Of the four sums 3, 1, −1, −3 two are as far as 3.
    [[1, 2], 2 / 4],
    // Of 4, 2, 0, −2 … of 1, 1, 2: ±4 once each, 2 and −2 twice, 0 twice.
    [[1, 1, 2], 2 / 8],
    [[1, 1, -2], 1],
    [[-1, 1, 2], 6 / 8],
    // Five of one sign: only they and their mirror.
    [[3, 1, 4, 1, 5], 2 / 32],
    [[7], 1],
    [[0, 0], 1],
    // A zero doubles every sum and leaves the share.
    [[1, 2, 0], 2 / 4],
  ])('%j', (values, p) => {
    expect(signFlipP(values)).toBe(p);
    expect(signFlipP(values.map((value) => -value))).toBe(p);
  });
});

test('Fisher’s fifteen pairs of Darwin’s maize', () => {
  // The Design of Experiments, §21: 863 of 32,768 sums are as high as the observed one, so 1,726 count on both sides.
  const eighths = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
  expect(signFlipP(eighths)).toBe(1726 / 32768);
});

test('agrees with writing down every choice, ties and fractions too', () => {
  for (let n = 1; n <= 12; n++) {
    const values = Array.from({ length: n }, (_, i) => ((i * 7919 + n * 31) % 23) / 10 - 0.9);
    expect(signFlipP(values), String(n)).toBe(byEnumeration(values));
  }
});

test('no values and too many have none; what is no number is refused', () => {
  expect(signFlipP([])).toBeNull();
  expect(signFlipP(new Array<number>(41).fill(1))).toBeNull();
  expect(signFlipP(new Array<number>(40).fill(1))).toBe(2 / 2 ** 40);
  expect(() => signFlipP([1, NaN])).toThrow(RangeError);
});
