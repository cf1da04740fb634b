import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/statistics/methods/random.ts';
import { times } from './made-data.ts';

test('sfc32, computed independently with whole numbers of any length in Python', () => {
  const random = seededRandom(42);
  const first = times(5, () => random() * 2 ** 32);
  expect(first).toEqual([939766081, 2909970727, 3638123329, 964784628, 4019006548]);
});

test('the same seed repeats, another does not', () => {
  const draws = (seed: number | string) => {
    const random = seededRandom(seed);
    return times(8, random);
  };
  expect(draws('figure')).toEqual(draws('figure'));
  expect(draws(7)).toEqual(draws('7'));
  for (const [one, other] of [
    ['figure', 'figurf'],
    [1, 2],
    ['', '0'],
  ] as const) {
    expect(draws(one).filter((value, i) => value === draws(other)[i])).toEqual([]);
  }
});

test('uniform on [0, 1): mean, variance and the sixteen cells of two successive draws', () => {
  const random = seededRandom('uniform');
  const cells = new Array<number>(16).fill(0);
  const values = times(80_000, random);
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const square = values.reduce((total, value) => total + value * value, 0) / values.length;
  for (let i = 0; i < values.length; i += 2) {
    const cell = 4 * Math.floor(4 * values[i]!) + Math.floor(4 * values[i + 1]!);
    cells[cell]! += 1;
  }
  // Four standard errors of the mean and of the mean square.
  expect(Math.abs(mean - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / 80_000));
  expect(Math.abs(square - 1 / 3)).toBeLessThan(4 * Math.sqrt(4 / 45 / 80_000));
  // Chi-square with 15 degrees of freedom: .9999 of the distribution lies below 44.3.
  expect(cells.reduce((total, count) => total + (count - 2500) ** 2 / 2500, 0)).toBeLessThan(44.3);
  expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values.slice(0, 1000))).toBeLessThan(1);
});

test('a seed that is no whole number is refused', () => {
  expect(() => seededRandom(1.5)).toThrow('seed is 1.5; expected a whole number or a text');
  expect(() => seededRandom(NaN)).toThrow(RangeError);
});
