import type { PositionFieldDef } from 'vega-lite/types_unstable/channeldef.js';
import { farthestRight, only } from './layers.ts';

type Position = PositionFieldDef<string>;

/** A line through the rows of one layer. */
export interface Line {
  layer: string;
  color: string;
  x: Position;
  y: Position;
}

/** The line of a running median. */
export const medianLine = ({ layer, color, x, y }: Line, strokeWidth = 2.5) => ({
  transform: [only(layer)],
  mark: { type: 'line' as const, color, strokeWidth },
  encoding: { x, y },
});

/** The band between the 10th and the 90th percentile about a running median. */
export const middleBand = ({ layer, color, x, y }: Line, opacity: number) => ({
  transform: [only(layer)],
  mark: { type: 'area' as const, color, opacity },
  encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
});

/** The name of a line at its right end, in its colour. */
export const lineName = ({ layer, color, x, y }: Line, name: string) => ({
  transform: farthestRight(layer),
  mark: { type: 'text' as const, align: 'left' as const, dx: 5, color, fontWeight: 600 as const },
  encoding: { x, y, text: { value: name } },
});
