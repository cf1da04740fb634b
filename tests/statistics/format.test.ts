import { describe, expect, test } from 'vitest';
import {
  formatEstimate,
  formatInterval,
  formatNumber,
  isShown,
  readsAsZero,
  tooFew,
} from '../../src/statistics/format.ts';
import { estimated, fact, units } from '../../src/statistics/statistic.ts';

const percent = units.share.suffix;

describe('a number in its unit', () => {
  test.each([
    ['thousands are grouped', 4576, units.models, '4,576'],
    ['a count has no decimals', 76, units.runs, '76'],
    ['fixed digits, zeros too', 5, units.points, '5.0'],
    ['a real minus sign', -2.553, units.points, '−2.6'],
    ['grouped and negative', -12345.67, units.points, '−12,345.7'],
    ['no minus before zero', -0.04, units.points, '0.0'],
    ['no minus before −0', -0, units.correlation, '0.00'],
    ['a minus that survives the rounding', -0.05001, units.points, '−0.1'],
    ['a share in percent, with its sign', 0.6373, units.share, `64${percent}`],
    ['no minus before zero percent', -0.001, units.share, `0${percent}`],
    ['all of it', 1, units.share, `100${percent}`],
    ['three digits of an index', 0.00954, units.index, '0.010'],
  ])('%s', (_, value, unit, text) => {
    expect(formatNumber(value, unit)).toBe(text);
  });

  test.each([
    [0, units.points, true],
    [0.04, units.points, true],
    [-0.04, units.points, true],
    [0.06, units.points, false],
    [10, units.points, false],
    [0.004, units.share, true],
    [0.006, units.share, false],
  ])('%d reads as zero or not', (value, unit, zero) => {
    expect(readsAsZero(value, unit)).toBe(zero);
  });

  test('in other digits than its unit has', () => {
    expect(formatNumber(0.6373, units.share, 1)).toBe(`63.7${percent}`);
    expect(formatNumber(2.0188, units.fold, 1)).toBe('2.0');
  });

  test('no unit can be parted from its number: spaces do not break', () => {
    expect(percent).toBe('\u00a0%');
    const suffixes = Object.values(units).map(({ suffix }) => suffix);
    expect(suffixes.filter((suffix) => suffix.includes(' ') || suffix !== suffix.trimEnd())).toEqual([]);
  });
});

describe('an interval', () => {
  test('has its unit once', () => {
    expect(formatInterval(0.597, 0.676, units.share)).toBe(`60 to 68${percent}`);
    expect(formatInterval(-3.61, 1.37, units.points)).toBe('−3.6 to 1.4');
    expect(formatInterval(0.597, 0.676, units.share, 1)).toBe(`59.7 to 67.6${percent}`);
  });

  test('has an end that is not 0 with the digits that show its side of 0', () => {
    expect(formatInterval(-0.031, 4.43, units.points)).toBe('−0.03 to 4.4');
    expect(formatInterval(-2.5, -0.0004, units.points)).toBe('−2.5 to −0.0004');
    expect(formatInterval(0.0012, 0.05, units.share)).toBe(`0.1 to 5${percent}`);
    expect(formatInterval(0, 0.04, units.points)).toBe('0.0 to 0.04');
    // What rounding of the computation leaves of a 0 is one.
    expect(formatInterval(-1e-15, 1, units.points)).toBe('0.0 to 1.0');
  });
});

describe('a statistic in prose', () => {
  const definition = estimated('x.share', 'share of x', units.share);
  const estimate = { value: 0.637, n: 568, low: 0.597, high: 0.676 };

  test('is its value, or its value with the interval behind it', () => {
    expect(formatEstimate(estimate, definition)).toBe(`64${percent}`);
    expect(formatEstimate(estimate, definition, { interval: true })).toBe(
      `64${percent} (60 to 68${percent})`,
    );
    expect(formatEstimate(estimate, definition, { interval: true, digits: 1 })).toBe(
      `63.7${percent} (59.7 to 67.6${percent})`,
    );
  });

  test('is its value alone where it has no interval', () => {
    const bare = { ...estimate, low: null, high: null };
    expect(formatEstimate(bare, definition, { interval: true })).toBe(`64${percent}`);
  });

  test('rests on ten values at least', () => {
    expect(isShown({ ...estimate, n: 10 }, definition)).toBe(true);
    expect(isShown({ ...estimate, n: 9 }, definition)).toBe(false);
    expect(formatEstimate({ ...estimate, n: 9 }, definition, { interval: true })).toBe('too few');
    expect(tooFew).toBe('too few');
  });

  test('without a value is too few, however many rows it saw', () => {
    const none = { value: null, n: 568, low: null, high: null };
    expect(formatEstimate(none, definition)).toBe('too few');
    expect(formatEstimate(none, fact('x.index', 'index of x', units.index))).toBe('too few');
  });

  test('a count is shown for any number, zero too', () => {
    const count = fact('x.count', 'x', units.models);
    expect(formatEstimate({ value: 0, n: 0, low: null, high: null }, count)).toBe('0');
  });
});
