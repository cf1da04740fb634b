import { expect, test } from 'vitest';
import { medianWidening } from '../../src/components/lineages.ts';

const from = (low: number | null, high: number | null) => ({ value: 1, n: 10, low, high });

test('the median of how much wider intervals are; those that are not on both sides do not count', () => {
  expect(
    medianWidening([
      [from(0, 2), from(0, 3)],
      [from(0, 1), from(0, 1)],
      [from(0, 1), from(0, 2)],
      [from(null, null), from(0, 2)],
    ]),
  ).toBe(1.5);
  expect(
    medianWidening([
      [from(0, 1), from(0, 1)],
      [from(0, 1), from(0, 2)],
    ]),
  ).toBe(1.5);
  expect(medianWidening([])).toBeNull();
});
