import { describe, expect, test } from 'vitest';
import { findAxis } from '../../src/explorer/axes.ts';
import { strokeOf, withoutStrokes, withStrokes } from '../../src/explorer/brush.ts';
import { formatSlice, parseSlice, wholeTable } from '../../src/slice/slice.ts';

const stroke = (
  column: string,
  low: number | null,
  high: number | null,
  [lowStep, highStep] = [0.1, 0.1],
) => ({ axis: findAxis(column)!, low, high, lowStep: lowStep!, highStep: highStep! });
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

describe('a stroke becomes the range of the field of its column', () => {
  test('rounded outwards to what a pixel tells apart', () => {
    const slice = withStrokes(wholeTable, [stroke('parameters_b', 1.2345, 9.8765, [0.02, 0.3])]);
    expect(slice.size).toEqual({ above: 1.23, upTo: 9.9 });
    expect(withStrokes(wholeTable, [stroke('likes', 12.3, 99.1, [4, 4])]).likes).toEqual({
      above: 12,
      upTo: 100,
    });
  });

  test('a bound that needs no rounding stays', () => {
    expect(withStrokes(wholeTable, [stroke('average', 0.3, 1.1)]).average).toEqual({ above: 0.3, upTo: 1.1 });
  });

  test('open where the stroke reaches the end of the axis', () => {
    const slice = withStrokes(wholeTable, [stroke('average', null, 20), stroke('co2_kg', 2, null)]);
    expect(formatSlice(slice)).toBe('co2=2-&average=-20');
  });

  test('open below zero, which no bound may be, so that zero itself is kept', () => {
    expect(withStrokes(wholeTable, [stroke('likes', -3, 10)]).likes).toEqual({ above: null, upTo: 10 });
    expect(withStrokes(wholeTable, [stroke('likes', -3, -1)]).likes).toEqual({ above: null, upTo: 0 });
  });

  test('whole days, both included', () => {
    const [low, high] = [day('2024-06-01') + 5e6, day('2024-06-30') + 8e7];
    expect(withStrokes(wholeTable, [stroke('submission_date', low, high)]).submitted).toEqual({
      from: '2024-06-01',
      to: '2024-06-30',
    });
  });

  test('and leaves every other field', () => {
    const { slice } = parseSlice(new URLSearchParams('type=chat&average=10-20&likes=5-'));
    expect(formatSlice(withStrokes(slice, [stroke('average', 30, 40)]))).toBe(
      'type=chat&likes=5-&average=30-40',
    );
    expect(formatSlice(withoutStrokes(slice, [findAxis('average')!]))).toBe('type=chat&likes=5-');
  });

  test('that the address can hold: it reads back as the same slice', () => {
    for (const [low, high] of [
      [0.0000001, 0.0000002],
      [3, 3],
      [123456.789, 5e7],
      [0.1 + 0.2, 0.7],
    ] as const) {
      const slice = withStrokes(wholeTable, [stroke('co2_kg', low, high, [1e-9, 1e-9])]);
      const read = parseSlice(new URLSearchParams(formatSlice(slice)));
      expect(read.problems).toEqual([]);
      expect(read.slice.co2).toEqual(slice.co2);
    }
  });
});

test('a range of the slice lies along the axis where its stroke was', () => {
  const { slice } = parseSlice(new URLSearchParams('size=1-9&submitted=2024-06-01..2024-06-02'));
  expect(strokeOf(slice, findAxis('parameters_b')!)).toEqual({ low: 1, high: 9 });
  expect(strokeOf(slice, findAxis('average')!)).toEqual({ low: null, high: null });
  // The last day belongs to the range, so the stroke ends a hair before the next.
  expect(strokeOf(slice, findAxis('submission_date')!)).toEqual({
    low: day('2024-06-01'),
    high: day('2024-06-03') - 1,
  });
});
