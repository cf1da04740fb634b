import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cells } from '../../../src/figures/parts/cells.ts';

test('points are counted by cell, lower bounds in, upper bounds out, by hand', () => {
  const xs = [0, 0.4, 0.5, 0.99, -0.1, 1];
  const ys = [0, 9.9, 10, 19, 5, -1];
  expect(cells(xs, ys, 0.5, 10)).toEqual([
    { x0: -0.5, x1: 0, y0: 0, y1: 10, count: 1 },
    { x0: 0, x1: 0.5, y0: 0, y1: 10, count: 2 },
    { x0: 0.5, x1: 1, y0: 10, y1: 20, count: 2 },
    { x0: 1, x1: 1.5, y0: -10, y1: 0, count: 1 },
  ]);
});

test('no points, no cells', () => {
  expect(cells([], [], 1, 1)).toEqual([]);
});

test('a cell that holds nothing is left out, and one point makes one cell', () => {
  expect(cells([7], [3], 2, 2)).toEqual([{ x0: 6, x1: 8, y0: 2, y1: 4, count: 1 }]);
  expect(cells([0, 100], [0, 100], 1, 1)).toHaveLength(2);
});

test('every point lies in one cell, whatever the order of the points', () => {
  const point = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }));
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), (points) => {
      const count = (list: readonly (readonly [number, number])[]) =>
        cells(
          list.map(([x]) => x / 4),
          list.map(([, y]) => y / 4),
          1.5,
          2,
        );
      const found = count(points);
      expect(found.reduce((sum, cell) => sum + cell.count, 0)).toBe(points.length);
      for (const { x0, x1, y0, y1, count: n } of found) {
        const inside = points.filter(([x, y]) => x / 4 >= x0 && x / 4 < x1 && y / 4 >= y0 && y / 4 < y1);
        expect(n).toBe(inside.length);
      }
      expect(count(points.toReversed())).toEqual(found);
    }),
    { seed: 1 },
  );
});
