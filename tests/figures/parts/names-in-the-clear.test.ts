import { expect, test } from 'vitest';
import { namesInTheClear } from '../../../src/figures/parts/names-in-the-clear.ts';

// A name of ten letters is 65 px long and 14 px high, a point 8 px wide.
const name = 'ten-letter';
const panel = { width: 200, height: 100 };
const placed = (points: readonly [number, number][], most = 9, panels = [panel]) =>
  [
    ...namesInTheClear(
      points.map(([x, y]) => ({ x: x / panel.width, y: y / panel.height, name })),
      panels,
      most,
    ),
  ].map(([index, { dx, dy, align }]) => [index, dx, dy, align]);

test('a point by itself is named over itself, and the text runs to the right', () => {
  expect(placed([[100, 50]])).toEqual([[0, 0, -12, 'left']]);
});

test('a name that would leave the panel ends at its point, or stands under it', () => {
  expect(placed([[180, 50]])).toEqual([[0, 0, -12, 'right']]);
  expect(placed([[100, 10]])).toEqual([[0, 0, 12, 'left']]);
  expect(placed([[180, 10]])).toEqual([[0, 0, 12, 'right']]);
});

test('a name that would cover a point stands on another side', () => {
  expect(
    placed(
      [
        [100, 50],
        [140, 40],
      ],
      1,
    ),
  ).toEqual([[0, 0, -12, 'right']]);
});

test('in a crowd the name stands where there is room, and a point without room has none', () => {
  // A row of points 12 px over and one 12 px under take both lines; 24 px over, the text has half its height and the
  // radius of a point, 11 px, to the row: free.
  const rows: [number, number][] = [20, 40, 60, 80, 100, 120, 140, 160, 180].flatMap((x) => [
    [x, 38],
    [x, 62],
  ]);
  expect(placed([[100, 50], ...rows], 1)).toEqual([[0, 0, -24, 'left']]);
  // 30 px high, every place lies outside or on the rows.
  expect(
    namesInTheClear(
      [
        { x: 0.5, y: 0.5, name },
        { x: 0.5, y: 0.1, name },
        { x: 0.5, y: 0.9, name },
      ],
      [{ width: 100, height: 30 }],
      1,
    ).size,
  ).toBe(0);
});

test('a point without a name of its own is kept clear and gets none', () => {
  const points = [
    { x: 0.7, y: 0.4, name: null },
    { x: 0.5, y: 0.5, name },
  ];
  expect([...namesInTheClear(points, [panel], 9)]).toEqual([[1, { dx: 0, dy: -12, align: 'right' }]]);
});

test('names do not cross, and there are no more than asked for', () => {
  expect(
    placed([
      [50, 50],
      [60, 50],
    ]),
  ).toEqual([
    [0, 0, -12, 'left'],
    [1, 0, 12, 'left'],
  ]);
  const column: [number, number][] = [
    [20, 30],
    [20, 60],
    [20, 90],
  ];
  expect(placed(column, 2)).toHaveLength(2);
});

test('a place has to be free in every panel', () => {
  // Alone it would stand over its point; in a panel half as high that is outside.
  expect(placed([[100, 15]], 1)).toEqual([[0, 0, 12, 'left']]);
  expect(placed([[100, 30]], 1)).toEqual([[0, 0, -12, 'left']]);
  expect(placed([[100, 30]], 1, [panel, { width: 200, height: 50 }])).toEqual([[0, 0, 12, 'left']]);
});
