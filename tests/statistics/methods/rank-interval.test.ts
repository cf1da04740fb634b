import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/statistics/methods/random.ts';
import { rankInterval } from '../../../src/statistics/methods/rank-interval.ts';
import { normalQuantile } from '../../../src/statistics/methods/normal.ts';

test('three values by hand, every difference with a standard error of 1', () => {
  const of = (index: number) => rankInterval([10, 9, 0], [0.5, 0.5, 0.5], index);
  expect(of(0)).toEqual({ low: 1, high: 2 });
  expect(of(1)).toEqual({ low: 1, high: 2 });
  expect(of(2)).toEqual({ low: 3, high: 3 });
});

test('one value has rank 1; equal values without error cannot be told apart', () => {
  expect(rankInterval([7], [1], 0)).toEqual({ low: 1, high: 1 });
  expect(rankInterval([7, 7, 3], [0, 0, 0], 1)).toEqual({ low: 1, high: 2 });
});

const random = seededRandom('rank intervals');
const values = Array.from({ length: 60 }, () => 10 * random());
const variances = values.map(() => 0.05 + random());

test('neither the order of the rows nor the unit matters', () => {
  const order = [...values.keys()].toSorted((a, b) => ((a * 37) % 60) - ((b * 37) % 60));
  for (const index of [0, 17, 59]) {
    const interval = rankInterval(values, variances, index);
    const moved = rankInterval(
      order.map((i) => values[i]!),
      order.map((i) => variances[i]!),
      order.indexOf(index),
    );
    expect(moved).toEqual(interval);
    const scaled = rankInterval(
      values.map((value) => 3 * value + 8),
      variances.map((variance) => 9 * variance),
      index,
    );
    expect(scaled).toEqual(interval);
  }
});

test('holds the true rank at least 95 times in 100', () => {
  const truth = Array.from({ length: 30 }, (_, i) => i / 2);
  let [held, all] = [0, 0];
  for (let draw = 0; draw < 400; draw++) {
    const drawn = truth.map((value) => value + normalQuantile(random() * 0.999999 + 5e-7));
    for (const index of [0, 14, 29]) {
      const { low, high } = rankInterval(
        drawn,
        truth.map(() => 1),
        index,
      );
      all++;
      if (low <= 30 - index && 30 - index <= high) held++;
      expect(low).toBeLessThanOrEqual(high);
    }
  }
  expect(held / all).toBeGreaterThan(0.95);
});
