import { axisEnds } from '../figures/plots/axis.ts';
import { cut, density, endsOf, isDrawn } from './bins.ts';
import { blankCode } from './colourings.ts';
import type { Frame } from './frame.ts';
import type { ScatterChoice } from './options.ts';
import type { Plot } from './plot.ts';

/** Most models that are drawn as points; more are counted in cells. */
export const mostPoints = 20_000;

/** Cells of a density across and up. */
const cellsAcross = 80;
const cellsUp = 50;

/** Positions of the models that both axes show. */
export function drawnOf(frame: Frame, { x, y }: Pick<ScatterChoice, 'x' | 'y'>): Int32Array {
  const [xs, ys] = [frame.values[x.axis.column]!, frame.values[y.axis.column]!];
  const drawn: number[] = [];
  for (let i = 0; i < frame.length; i++)
    if (isDrawn(xs[i]!, x.scale) && isDrawn(ys[i]!, y.scale)) drawn.push(i);
  return Int32Array.from(drawn);
}

const noEnds = [1, 2] as const;

/** The parameters of a compiled plot that set the ends of its axes. */
export const endSignals = ({ x, y }: Plot['ends']): Record<string, number> => ({
  [axisEnds.x[0]]: x[0],
  [axisEnds.x[1]]: x[1],
  ...(y ? { [axisEnds.y[0]]: y[0], [axisEnds.y[1]]: y[1] } : {}),
});

/** Models by two columns: a point each, or counted in cells where there are more than `most`. */
export function scatterPlot(frame: Frame, choice: ScatterChoice, most = mostPoints): Plot {
  const { x, y, colouring } = choice;
  const [xs, ys] = [frame.values[x.axis.column]!, frame.values[y.axis.column]!];
  const ends = { x: endsOf(xs, x.scale) ?? noEnds, y: endsOf(ys, y.scale) ?? noEnds };
  const shared = { x, y, ends };
  if (frame.length > most) {
    const { cells, counts } = density(cut(xs, x.scale, cellsAcross), cut(ys, y.scale, cellsUp));
    const all = counts();
    return {
      ...shared,
      id: `density-${x.scale}-${y.scale}`,
      rows: cells.map((cell, at) => ({ ...cell, all: all[at]! })),
      cells: { cells, counts, colour: '--density' },
    };
  }
  const positions = drawnOf(frame, choice);
  const codes = frame.codes[colouring.id]!;
  const colours = [...colouring.categories.map(({ colour }) => colour), '--fig-muted'];
  const points = {
    positions,
    x: Float64Array.from(positions, (at) => xs[at]!),
    y: Float64Array.from(positions, (at) => ys[at]!),
    codes: Uint8Array.from(positions, (at) => (codes[at] === blankCode ? colours.length - 1 : codes[at]!)),
    colours,
  };
  return {
    ...shared,
    id: `scatter-${x.scale}-${y.scale}`,
    rows: Array.from(positions, (_, index) => ({ x: points.x[index]!, y: points.y[index]! })),
    points,
  };
}
