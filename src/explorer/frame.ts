import type { PreparationId } from '../dataset/grouping.ts';
import type { Row } from '../engine/engine.ts';
import { axes } from './axes.ts';
import { colourings } from './colourings.ts';

/** The models of a preparation, column by column, so that a stroke over a plot is answered within a frame. */
export interface Frame {
  preparation: PreparationId;
  length: number;
  /** Position of a model by its `row`. */
  positions: ReadonlyMap<number, number>;
  names: readonly string[];
  rows: Int32Array;
  /** By column; days in milliseconds, NaN for a blank. */
  values: Readonly<Record<string, Float64Array>>;
  /** By colouring: the category of each model. */
  codes: Readonly<Record<string, Uint8Array>>;
}

/** Asks for everything that a frame holds. */
export function frameSql(preparation: PreparationId): string {
  const numbers = axes.map(({ column, kind }) =>
    kind === 'days' ? `CAST(${column} AS VARCHAR) AS ${column}` : `CAST(${column} AS DOUBLE) AS ${column}`,
  );
  return `SELECT CAST(row AS INTEGER) AS row, CAST(model AS VARCHAR) AS model, CAST(size_class AS VARCHAR) AS size_class, CAST(type AS VARCHAR) AS type, CAST(official_provider AS BOOLEAN) AS official_provider, CAST(moe AS BOOLEAN) AS moe, ${numbers.join(', ')} FROM ${preparation} ORDER BY row`;
}

const day = (text: unknown) => (typeof text === 'string' ? Date.parse(`${text}T00:00:00Z`) : Number.NaN);
const number = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);

/** The frame of the rows that `frameSql` answers. */
export function frameOf(preparation: PreparationId, answer: readonly Row[]): Frame {
  return {
    preparation,
    length: answer.length,
    positions: new Map(answer.map((row, position) => [Number(row.row), position])),
    names: answer.map((row) => String(row.model)),
    rows: Int32Array.from(answer, (row) => Number(row.row)),
    values: Object.fromEntries(
      axes.map(({ column, kind }) => {
        const read = kind === 'days' ? day : number;
        return [column, Float64Array.from(answer, (row) => read(row[column]))];
      }),
    ),
    codes: Object.fromEntries(
      colourings.map((colouring) => [colouring.id, Uint8Array.from(answer, (row) => colouring.code(row))]),
    ),
  };
}
