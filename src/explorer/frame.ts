import type { PreparationId } from '../dataset/grouping.ts';
import { cautionWords } from '../dataset/cautions.ts';
import type { RowIn } from '../dataset/column.ts';
import type { estimates, Model } from '../dataset/tables.ts';
import { isPublished, publishedAxes, slicedColumns, type Axis, type SlicedColumn } from './axes.ts';
import { colourings, type Coloured } from './colourings.ts';
import type { BoundedColumn } from './table-columns.ts';

/** What a frame holds of a model. */
export type FrameRow = Coloured & Pick<Model, 'row' | 'model' | 'caution' | SlicedColumn>;

/** What a frame holds of what is published of a model. */
export type PublishedRow = Pick<RowIn<typeof estimates>, 'row' | BoundedColumn>;

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

/** The frame of all models of a preparation, without what is published of each. */
export function frameOf(preparation: PreparationId, answer: readonly FrameRow[]): Frame {
  return {
    preparation,
    length: answer.length,
    positions: new Map(answer.map((row, position) => [row.row, position])),
    names: answer.map((row) => row.model),
    cautions: answer.map((row) => cautionWords(row.caution)),
    rows: Int32Array.from(answer, (row) => row.row),
    values: Object.fromEntries(
      slicedColumns.map((column) => [column, Float64Array.from(answer, (row) => numberOf(row[column]))]),
    ),
    codes: Object.fromEntries(
      colourings.map((colouring) => [colouring.id, Uint8Array.from(answer, (row) => colouring.code(row))]),
    ),
  };
}

/** Whether a frame holds what is published of each model. */
export const holdsPublished = ({ values }: Frame): boolean =>
  publishedAxes.every(({ column }) => Object.hasOwn(values, column));

/** Whether a frame holds the columns of some axes. */
export const holds = (frame: Frame, shown: readonly Axis[]): boolean =>
  holdsPublished(frame) || !shown.some(isPublished);

/** The frame with what is published of its models. */
export function withPublished(frame: Frame, answer: readonly PublishedRow[]): Frame {
  const columns = publishedAxes.map(({ column }) => column as BoundedColumn);
  const published = columns.map((column) => {
    const values = new Float64Array(frame.length).fill(Number.NaN);
    for (const row of answer) {
      const position = frame.positions.get(row.row);
      if (position !== undefined) values[position] = numberOf(row[column]);
    }
    return [column, values] as const;
  });
  return { ...frame, values: { ...frame.values, ...Object.fromEntries(published) } };
}
