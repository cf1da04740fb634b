import { expect, test } from 'vitest';
import { drawnEstimate, estimateRow } from '../../../src/figures/parts/estimate-rows.ts';

const estimate = { value: 2, low: 1, high: 3, n: 10 };

test('ten values carry an estimate, nine do not, and there may be none at all', () => {
  expect(drawnEstimate(estimate)).toEqual(estimate);
  expect(drawnEstimate({ ...estimate, n: 9 })).toEqual({ value: null, low: null, high: null, n: 9 });
  expect(drawnEstimate(undefined)).toEqual({ value: null, low: null, high: null, n: 0 });
});

test('an estimate without an interval keeps its value', () => {
  expect(estimateRow('a', { ...estimate, low: null, high: null })).toEqual({
    label: 'a',
    value: 2,
    low: null,
    high: null,
    n: 10,
  });
});
