import { expect, test } from 'vitest';
import {
  alikeFold,
  carbonFolds,
  carbonLabelOf,
  carbonNoiseRange,
  isSureLabel,
  typicalFold,
  typicalFoldRange,
} from '../../src/statistics/carbon-label.ts';
import { estimatesOf } from '../report.ts';

test('labels by hand, their bounds included below', () => {
  const letters = [0.1, 0.66, 0.67, 0.8, 0.81, 1, 1.25, 1.26, 1.5, 1.51, 40];
  expect(letters.map((fold) => carbonLabelOf(fold).letter).join('')).toBe('AABBCCCDDEE');
});

test('a label is sure where a factor to either side leaves it', () => {
  expect(isSureLabel(0.44, 1.5)).toBe(true);
  expect(isSureLabel(0.45, 1.5)).toBe(false);
  expect(isSureLabel(2.26, 1.5)).toBe(true);
  expect(isSureLabel(2.24, 1.5)).toBe(false);
  expect([0.85, 1, 1.2].some((fold) => isSureLabel(fold, 1.5))).toBe(false);
  expect(isSureLabel(1, 1.03)).toBe(true);
  expect(isSureLabel(1.22, 1.03)).toBe(false);
});

test('folds by hand: eleven of one architecture and size, and the rest without', () => {
  const model = (carbon: number | null, parameters_b = 7, architecture: string | null = 'a') => ({
    architecture,
    parameters_b,
    co2_step_corrected_kg: carbon,
  });
  const eleven = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((carbon) => model(carbon));
  const others = [model(null), model(0), model(3, 0), model(3, 7, null), model(3, 70), model(3, 7, 'b')];
  expect(carbonFolds([...eleven, ...others])).toEqual([
    ...eleven.map(({ co2_step_corrected_kg: carbon }) => carbon! / 6),
    ...others.map(() => null),
  ]);
  expect(carbonFolds(eleven.slice(1))).toEqual(eleven.slice(1).map(() => null));
});

test('the factors of the labels are those of the published noise', async () => {
  const noise = await estimatesOf('');
  expect(Math.round(noise['noise.alike.co2_fold.median']!.value! * 20) / 20).toBe(alikeFold);
  const { value, low, high } = noise['noise.twins.co2_fold.median']!;
  const [typical, from, to] = [value, low, high].map((end) => Number(end!.toFixed(2)));
  expect(typical).toBe(typicalFold);
  expect({ low: from, high: to }).toEqual(typicalFoldRange);
  // The chapter says that as many labels survive this end as the lower one of the other factor.
  expect(to).toBe(carbonNoiseRange.low);
});
