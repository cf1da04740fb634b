import { expect, test } from 'vitest';
import { joined, valuesOf } from '../../../src/reader/chart/value-marks.ts';

const box = (x1: number, x2: number, y1 = 0, y2 = 0.1) => ({ x1, x2, y1, y2 });

test('boxes that touch are framed as one, whatever their order, and others apart', () => {
  expect(joined([box(0, 0.1), box(0.5, 0.6), box(0.11, 0.2)])).toEqual([box(0.5, 0.6), box(0, 0.2)]);
  // The last joins two that were apart.
  expect(joined([box(0, 0.1), box(0.2, 0.3), box(0.1, 0.2)])).toEqual([box(0, 0.3)]);
});

test('a mark holds the numbers of its row; an axis, a panel and nothing hold none', () => {
  const item = (role: string, marktype: string) => ({
    datum: { label: 'a', value: 1.5, low: null, n: 3 },
    mark: { role, marktype, items: [] },
    bounds: { x1: 0, x2: 1, y1: 0, y2: 1 },
  });
  expect(valuesOf(item('mark', 'symbol'))).toEqual([1.5, 3]);
  expect(valuesOf(item('axis-label', 'text'))).toEqual([]);
  expect(valuesOf(item('mark', 'group'))).toEqual([]);
  expect(valuesOf(null)).toEqual([]);
});
