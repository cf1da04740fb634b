import { describe, expect, test } from 'vitest';
import { findAxis } from '../../src/explorer/axes.ts';
import { spanAt, strokeAt, type LaidAxis } from '../../src/explorer/span.ts';

/** An axis of 100 pixels from 0 to 50. */
const across: LaidAxis = {
  axis: findAxis('average')!,
  scale: Object.assign((value: number) => 2 * value, { invert: (pixel: number) => pixel / 2 }),
  length: 100,
  up: false,
};
const upwards: LaidAxis = {
  ...across,
  scale: Object.assign((value: number) => 100 - 2 * value, { invert: (pixel: number) => (100 - pixel) / 2 }),
  up: true,
};
const log: LaidAxis = {
  ...across,
  scale: Object.assign((value: number) => 50 * Math.log10(value), {
    invert: (pixel: number) => 10 ** (pixel / 50),
  }),
};

describe('pixels to values', () => {
  test('across, the smaller pixel is the lower end; upwards, the greater one is', () => {
    expect(strokeAt(across, [20, 60])).toMatchObject({ low: 10, high: 30, lowStep: 0.5, highStep: 0.5 });
    expect(strokeAt(upwards, [20, 60])).toMatchObject({ low: 20, high: 40 });
  });

  test('a stroke to an end of the axis is open there, and one without a span at both', () => {
    expect(strokeAt(across, [0, 60])).toMatchObject({ low: null, high: 30 });
    expect(strokeAt(across, [20, 100])).toMatchObject({ low: 10, high: null });
    expect(strokeAt(upwards, [0, 60])).toMatchObject({ low: 20, high: null });
    expect(strokeAt(across, null)).toMatchObject({ low: null, high: null });
  });

  test('on a log axis a pixel spans more, the greater the values', () => {
    const { lowStep, highStep } = strokeAt(log, [20, 80]);
    expect(highStep / lowStep).toBeCloseTo(10 ** (60 / 50), 9);
  });
});

describe('values to pixels', () => {
  test('are the way back', () => {
    expect(spanAt(across, { low: 10, high: 30 })).toEqual([20, 60]);
    expect(spanAt(upwards, { low: 20, high: 40 })).toEqual([20, 60]);
  });

  test('open ends lie at the ends of the axis, and no range is no span', () => {
    expect(spanAt(across, { low: null, high: 30 })).toEqual([0, 60]);
    expect(spanAt(upwards, { low: null, high: 40 })).toEqual([20, 100]);
    expect(spanAt(across, { low: null, high: null })).toBeNull();
  });

  test('never leave the axis, and zero lies below all of a log axis', () => {
    expect(spanAt(across, { low: 40, high: 900 })).toEqual([80, 100]);
    expect(spanAt(log, { low: 0, high: 10 })).toEqual([0, 50]);
  });
});
