import type { PreparationId } from '../dataset/grouping.ts';
import { cautionWords } from '../dataset/cautions.ts';
import type { Model } from '../dataset/tables.ts';
import { axisColumns, type AxisColumn } from './axes.ts';
import { colourings, type Coloured } from './colourings.ts';

/** What a frame holds of a model. */
export type FrameRow = Coloured & Pick<Model, 'row' | 'model' | 'caution' | AxisColumn>;

/** The models of a preparation, column by column, so that a stroke over a plot is answered within a frame. */
export interface Frame {
  preparation: PreparationId;
  length: number;
  /** Position of a model by its `row`. */
  positions: ReadonlyMap<number, number>;
  names: readonly string[];
  /** Why the results of a model should not be passed on without a word; blank for none. */
  cautions: readonly string[];
  rows: Int32Array;
  /** By column; days in milliseconds, NaN for a blank. */
  values: Readonly<Record<string, Float64Array>>;
  /** By colouring: the category of each model. */
  codes: Readonly<Record<string, Uint8Array>>;
}

const time = (day: string) => Date.parse(`${day}T00:00:00Z`);
const numberOf = (value: number | string | null) =>
  typeof value === 'string' ? time(value) : (value ?? Number.NaN);

/** The frame of all models of a preparation. */
export function frameOf(preparation: PreparationId, answer: readonly FrameRow[]): Frame {
  return {
    preparation,
    length: answer.length,
    positions: new Map(answer.map((row, position) => [row.row, position])),
    names: answer.map((row) => row.model),
    cautions: answer.map((row) => cautionWords(row.caution)),
    rows: Int32Array.from(answer, (row) => row.row),
    values: Object.fromEntries(
      axisColumns.map((column) => [column, Float64Array.from(answer, (row) => numberOf(row[column]))]),
    ),
    codes: Object.fromEntries(
      colourings.map((colouring) => [colouring.id, Uint8Array.from(answer, (row) => colouring.code(row))]),
    ),
  };
}
