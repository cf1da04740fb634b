import { expect, test } from 'vitest';
import { acrossSizes, carbonPosition } from '../../../src/figures/parts/log-axis.ts';

test('sizes are labelled at powers of two, on a phone at every fourth', () => {
  expect(acrossSizes('desktop').axis.values).toEqual([1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16, 32, 64, 128]);
  expect(acrossSizes('phone').axis.values).toEqual([1 / 8, 1 / 2, 2, 8, 32, 128]);
  expect(acrossSizes('desktop')).toMatchObject({ field: 'x0', scale: { type: 'log', base: 2 } });
});

test('labels start at the edge of a chart that starts later', () => {
  expect(acrossSizes('phone', 1 / 2).axis.values).toEqual([1 / 2, 2, 8, 32, 128]);
});

test('lines cross the chart at the labels unless told', () => {
  expect(carbonPosition({ field: 'y0', ticks: [1, 10] }).axis).not.toHaveProperty('grid');
  expect(carbonPosition({ field: 'x0', ticks: [1, 10], grid: false }).axis.grid).toBe(false);
});
