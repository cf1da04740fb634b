import type {
  MarkPropFieldDef,
  PositionFieldDef,
  StringFieldDef,
} from 'vega-lite/types_unstable/channeldef.js';
import type { Scale } from 'vega-lite/types_unstable/scale.js';
import { ink } from '../theme.ts';
import { cells } from './cells.ts';
import { only } from './layers.ts';

/** The models along one side of a density. */
export interface Side {
  /** In doublings, the logarithm to base 2, where the axis is logarithmic. */
  values: readonly number[];
  /** Width of a cell, in the same measure. */
  step: number;
  log?: boolean;
  /** Models below it lie outside the chart. */
  from?: number;
}

/** The cells of a density as rows to draw: their bounds, in the units of the axes, and the models in each. */
export function densityRows(x: Side, y: Side) {
  const inside = [...x.values.keys()].filter((index) =>
    [x, y].every(({ values, from = -Infinity }) => values[index]! >= from),
  );
  const along = ({ values }: Side) => inside.map((index) => values[index]!);
  const bound = ({ log = false }: Side, value: number) => (log ? 2 ** value : value);
  return cells(along(x), along(y), x.step, y.step).map(({ x0, x1, y0, y1, count }) => ({
    layer: 'cell' as const,
    x0: bound(x, x0),
    x1: bound(x, x1),
    y0: bound(y, y0),
    y1: bound(y, y1),
    n: count,
  }));
}

/** One side of a drawn density: its position, in the column `x0` or `y0`, and its words in the tooltip. */
export interface DensityAxis {
  position: PositionFieldDef<string>;
  name: string;
  unit?: string;
  format: string;
}

/** What a drawn density needs to know. */
export interface DensityLayer {
  x: DensityAxis;
  y: DensityAxis;
  /** The column that sets the strength of colour, and how; the number of models unless told. */
  strength?: string;
  shade: Scale;
  /** Colours of cells that belong to groups. */
  color?: MarkPropFieldDef<string>;
  /** What the tooltip says before the bounds of a cell; the models in it unless told. */
  says?: readonly StringFieldDef<string>[];
}

const bounds = ({ name, unit, format }: DensityAxis, side: 'x' | 'y'): StringFieldDef<string>[] => {
  const of = unit === undefined ? '' : ` (${unit})`;
  return [
    { field: `${side}0`, title: `${name} from${of}`, format },
    { field: `${side}1`, title: `to${of}`, format },
  ];
};

/** The ground of a chart of models too many for points: cells, the stronger in colour the more models they hold. */
export const densityLayer = ({
  x,
  y,
  strength = 'n',
  shade,
  color,
  says = [{ field: 'n', title: 'Models', format: ',' }],
}: DensityLayer) => ({
  transform: [only('cell')],
  mark: { type: 'rect' as const, ...(!color && { color: ink.density }) },
  encoding: {
    x: x.position,
    x2: { field: 'x1' },
    y: y.position,
    y2: { field: 'y1' },
    ...(color && { color }),
    opacity: { field: strength, type: 'quantitative' as const, scale: shade },
    tooltip: [...says, ...bounds(x, 'x'), ...bounds(y, 'y')],
  },
});
