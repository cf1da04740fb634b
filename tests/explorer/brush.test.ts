import { describe, expect, test } from 'vitest';
import { findAxis } from '../../src/explorer/axes.ts';
import type { Bounds } from '../../src/explorer/bounds.ts';
import { isBrushed, strokeOf, withoutStrokes, withStrokes, type Stroke } from '../../src/explorer/brush.ts';
import { formatSlice, parseSlice, wholeTable, type Slice } from '../../src/slice/slice.ts';

const stroke = (
  column: string,
  low: number | null,
  high: number | null,
  [lowStep, highStep] = [0.1, 0.1],
) => ({ axis: findAxis(column)!, low, high, lowStep: lowStep!, highStep: highStep! });
const strokesOn = (slice: Slice, strokes: readonly Stroke[]) =>
  withStrokes({ slice, within: [] }, strokes).slice;
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

describe('a stroke becomes the range of the field of its column', () => {
  test('rounded outwards to what a pixel tells apart', () => {
    const slice = strokesOn(wholeTable, [stroke('parameters_b', 1.2345, 9.8765, [0.02, 0.3])]);
    expect(slice.size).toEqual({ above: 1.23, upTo: 9.9 });
    expect(strokesOn(wholeTable, [stroke('likes', 12.3, 99.1, [4, 4])]).likes).toEqual({
      above: 12,
      upTo: 100,
    });
  });

  test('a bound that needs no rounding stays', () => {
    expect(strokesOn(wholeTable, [stroke('average', 0.3, 1.1)]).average).toEqual({ above: 0.3, upTo: 1.1 });
  });

  test('open where the stroke reaches the end of the axis', () => {
    const slice = strokesOn(wholeTable, [stroke('average', null, 20), stroke('co2_kg', 2, null)]);
    expect(formatSlice(slice)).toBe('co2=2-&average=-20');
  });

  test('open below zero, which no bound may be, so that zero itself is kept', () => {
    expect(strokesOn(wholeTable, [stroke('likes', -3, 10)]).likes).toEqual({ above: null, upTo: 10 });
    expect(strokesOn(wholeTable, [stroke('likes', -3, -1)]).likes).toEqual({ above: null, upTo: 0 });
  });

  test('whole days, both included', () => {
    const [low, high] = [day('2024-06-01') + 5e6, day('2024-06-30') + 8e7];
    expect(strokesOn(wholeTable, [stroke('submission_date', low, high)]).submitted).toEqual({
      from: '2024-06-01',
      to: '2024-06-30',
    });
  });

  test('and leaves every other field', () => {
    const { slice } = parseSlice(new URLSearchParams('type=chat&average=10-20&likes=5-'));
    expect(formatSlice(strokesOn(slice, [stroke('average', 30, 40)]))).toBe(
      'type=chat&likes=5-&average=30-40',
    );
    expect(formatSlice(withoutStrokes({ slice, within: [] }, [findAxis('average')!]).slice)).toBe(
      'type=chat&likes=5-',
    );
  });

  test('that the address can hold: it reads back as the same slice', () => {
    for (const [low, high] of [
      [0.0000001, 0.0000002],
      [3, 3],
      [123456.789, 5e7],
      [0.1 + 0.2, 0.7],
    ] as const) {
      const slice = strokesOn(wholeTable, [stroke('co2_kg', low, high, [1e-9, 1e-9])]);
      const read = parseSlice(new URLSearchParams(formatSlice(slice)));
      expect(read.problems).toEqual([]);
      expect(read.slice.co2).toEqual(slice.co2);
    }
  });
});

test('a range of the slice lies along the axis where its stroke was', () => {
  const { slice } = parseSlice(new URLSearchParams('size=1-9&submitted=2024-06-01..2024-06-02'));
  expect(strokeOf({ slice, within: [] }, findAxis('parameters_b')!)).toEqual({ low: 1, high: 9 });
  expect(strokeOf({ slice, within: [] }, findAxis('average')!)).toEqual({ low: null, high: null });
  // The last day belongs to the range, so the stroke ends a hair before the next.
  expect(strokeOf({ slice, within: [] }, findAxis('submission_date')!)).toEqual({
    low: day('2024-06-01'),
    high: day('2024-06-03') - 1,
  });
});

describe('a stroke along what is published of each model bounds the page alone', () => {
  const none = { slice: wholeTable, within: [] };

  test('in whole ranks, rounded outwards, both included', () => {
    const { slice, within } = withStrokes(none, [stroke('rank', 9.6, 50.2, [0.001, 0.001])]);
    expect(slice).toEqual(wholeTable);
    expect(within).toEqual([{ column: 'rank', from: 9, to: 51 }]);
    expect(withStrokes(none, [stroke('rank', 5, 5)]).within).toEqual([{ column: 'rank', from: 5, to: 5 }]);
  });

  test('with at most the decimals that the address holds', () => {
    expect(withStrokes(none, [stroke('carbon_fold', 0.123456, null, [1e-9, 1])]).within).toEqual([
      { column: 'carbon_fold', from: 0.1234, to: null },
    ]);
  });

  test('beside a range of the slice, where the other direction is one', () => {
    const { slice, within } = withStrokes(none, [
      stroke('rank_high', null, 100, [1, 1]),
      stroke('average', 20, null),
    ]);
    expect(formatSlice(slice)).toBe('average=20-');
    expect(within).toEqual([{ column: 'rank_high', from: null, to: 100 }]);
  });

  test('a column once; open at both ends it is taken away, the others stay', () => {
    const other: Bounds = { column: 'carbon_fold', from: 2, to: null };
    const ranges = { slice: wholeTable, within: [{ column: 'rank', from: 1, to: 9 } as Bounds, other] };
    expect(withStrokes(ranges, [stroke('rank', 3, 4, [1, 1])]).within).toEqual([
      { column: 'rank', from: 3, to: 4 },
      other,
    ]);
    expect(withStrokes(ranges, [stroke('rank', null, null)]).within).toEqual([other]);
    expect(withoutStrokes(ranges, [findAxis('rank')!]).within).toEqual([other]);
    expect(withoutStrokes(ranges, [findAxis('average')!]).within).toEqual(ranges.within);
  });

  test('and lies along the axis where it was', () => {
    const ranges = { slice: wholeTable, within: [{ column: 'rank', from: null, to: 9 } as Bounds] };
    expect(strokeOf(ranges, findAxis('rank')!)).toEqual({ low: null, high: 9 });
    expect(isBrushed(ranges, findAxis('rank')!)).toBe(true);
    expect(isBrushed(ranges, findAxis('rank_low')!)).toBe(false);
  });
});
