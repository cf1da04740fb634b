/** A cell of a two-dimensional histogram: bounds on both axes and how many points fall in it. */
export interface Cell {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  count: number;
}

/**
 * Counts points on a grid of cells, lower bounds included and upper ones excluded; empty cells are left
 * out. Cells start at multiples of the steps. Sorted by x, then y.
 */
export function cells(xs: readonly number[], ys: readonly number[], xStep: number, yStep: number): Cell[] {
  const counts = new Map<string, { column: number; row: number; count: number }>();
  xs.forEach((x, index) => {
    const column = Math.floor(x / xStep);
    const row = Math.floor((ys[index] ?? 0) / yStep);
    const key = `${column} ${row}`;
    const cell = counts.get(key);
    if (cell) cell.count += 1;
    else counts.set(key, { column, row, count: 1 });
  });
  return [...counts.values()]
    .sort((a, b) => a.column - b.column || a.row - b.row)
    .map(({ column, row, count }) => ({
      x0: column * xStep,
      x1: (column + 1) * xStep,
      y0: row * yStep,
      y1: (row + 1) * yStep,
      count,
    }));
}
