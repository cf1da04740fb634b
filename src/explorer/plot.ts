import type { Row } from '../engine/engine.ts';
import type { Words } from '../reader/chart/tooltip.ts';
import type { AxisChoice } from './axes.ts';
import type { Mask } from './kept.ts';

/** A change of one row of a drawing. */
export type Change = readonly [position: number, field: string, value: unknown];

/** Models as points, which the page paints over the drawing where the slice keeps them. */
export interface Points {
  /** Position of each point in the frame. */
  positions: Int32Array;
  x: Float64Array;
  y: Float64Array;
  /** Which of the colours each point has. */
  codes: Uint8Array;
  /** Names of variables of the page's style sheet. */
  colours: readonly string[];
}

/** Models counted in cells, from `x`, `y` to `x2`, `y2`. */
export interface Cells {
  cells: readonly { x: number; x2: number; y: number; y2: number }[];
  /** How many models of each cell a mask keeps. */
  counts(kept: Mask): ArrayLike<number>;
  /** Name of a variable of the page's style sheet. */
  colour: string;
}

/** What a panel draws: a compiled plot, its rows, and what follows the slice. */
export interface Plot {
  /** Name of the compiled plot. */
  id: string;
  x: AxisChoice;
  y: AxisChoice | null;
  ends: { x: readonly [number, number]; y: readonly [number, number] | null };
  rows: readonly Row[];
  /** What changes in the rows when the slice keeps something else. */
  follow?(kept: Mask): Iterable<Change>;
  points?: Points;
  cells?: Cells;
  /** What a tooltip says at a value of x. */
  tell?(x: number, kept: Mask): Words | null;
}
