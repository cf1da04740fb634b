import { describe, expect, test } from 'vitest';
import type { ModelMark } from '../../../src/reader/chart/model-marks.ts';
import { nearest, nearestMark } from '../../../src/reader/chart/nearest.ts';

describe('the nearest point', () => {
  const xs = [0, 10, 12];
  const ys = [0, 0, 0];

  test('is within reach or none', () => {
    expect(nearest(xs, ys, { x: 9, y: 0 }, 5, () => true)).toBe(1);
    expect(nearest(xs, ys, { x: 100, y: 0 }, 5, () => true)).toBe(-1);
  });

  test('is one of those that come first, if any of them is within reach', () => {
    expect(nearest(xs, ys, { x: 9, y: 0 }, 5, (index) => index === 2)).toBe(2);
    expect(nearest(xs, ys, { x: 1, y: 0 }, 5, (index) => index === 2)).toBe(0);
  });
});

const mark = (model: string, x: number, y: number): ModelMark => ({ model, address: '', words: [], x, y });
const marks = [mark('a/a', 0.1, 0.5), mark('b/b', 0.12, 0.5), mark('c/c', 0.9, 0.5)];
const drawing = { left: 100, top: 50, width: 500, height: 200 };
const press = (clientX: number, clientY: number) => nearestMark(marks, drawing, { clientX, clientY })?.model;

// The marks stand at (150, 150), (160, 150) and (550, 150).
test.each([
  [150, 150, 'a/a'],
  [154, 150, 'a/a'],
  [156, 150, 'b/b'],
  [160, 166, 'b/b'],
  [160, 167, undefined],
  [300, 150, undefined],
])('a press at %d, %d means %s', (x, y, model) => {
  expect(press(x, y)).toBe(model);
});
