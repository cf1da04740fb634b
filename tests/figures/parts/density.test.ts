import { expect, test } from 'vitest';
import { densityLayer, densityRows } from '../../../src/figures/parts/density.ts';

test('cells are counted in doublings and bounded in the units of a logarithmic axis, by hand', () => {
  // Models of 1, 1.4 and 4 billion parameters that score 3, 5 and 12 points.
  const x = { values: [0, 0.49, 2], step: 1 / 2, log: true };
  const y = { values: [3, 5, 12], step: 10 };
  expect(densityRows(x, y)).toEqual([
    { layer: 'cell', x0: 1, x1: Math.SQRT2, y0: 0, y1: 10, n: 2 },
    { layer: 'cell', x0: 4, x1: 2 ** 2.5, y0: 10, y1: 20, n: 1 },
  ]);
});

test('both sides may be logarithmic', () => {
  const side = (value: number) => ({ values: [value], step: 1, log: true });
  expect(densityRows(side(-1), side(3))).toEqual([{ layer: 'cell', x0: 0.5, x1: 1, y0: 8, y1: 16, n: 1 }]);
});

test('a model below the edge of either side is left out, one on the edge is in', () => {
  const x = { values: [-4, -4.1, 0, 0], step: 1, from: -4 };
  const y = { values: [0, 0, -3, -3.1], step: 1, from: -3 };
  expect(densityRows(x, y).map(({ x0, y0, n }) => [x0, y0, n])).toEqual([
    [-4, 0, 1],
    [0, -3, 1],
  ]);
  expect(densityRows({ values: [], step: 1 }, { values: [], step: 1 })).toEqual([]);
});

const axes = {
  x: {
    position: { field: 'x0', type: 'quantitative' },
    name: 'Parameters',
    unit: 'B',
    format: '.1f',
  },
  y: { position: { field: 'y0', type: 'quantitative' }, name: 'Score', format: '.0f' },
} as const;
const shade = { type: 'sqrt' as const, range: [0, 1] };

test('the tooltip of a cell says how many models and between which bounds', () => {
  expect(densityLayer({ ...axes, shade }).encoding.tooltip).toEqual([
    { field: 'n', title: 'Models', format: ',' },
    { field: 'x0', title: 'Parameters from (B)', format: '.1f' },
    { field: 'x1', title: 'to (B)', format: '.1f' },
    { field: 'y0', title: 'Score from', format: '.0f' },
    { field: 'y1', title: 'to', format: '.0f' },
  ]);
});

test('cells have one colour, unless their groups have colours', () => {
  const plain = densityLayer({ ...axes, shade });
  expect(plain.mark).toEqual({ type: 'rect', color: 'var(--density)' });
  expect(plain.encoding).not.toHaveProperty('color');
  expect(plain.encoding.opacity.field).toBe('n');
  const color = { field: 'provider', type: 'nominal' } as const;
  const grouped = densityLayer({ ...axes, shade, color, strength: 'density' });
  expect(grouped.mark).toEqual({ type: 'rect' });
  expect(grouped.encoding).toMatchObject({ color, opacity: { field: 'density', scale: shade } });
});
