import {
  Bool,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int32,
  RecordBatch,
  Schema,
  Struct,
  Table,
  Utf8,
  makeData,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';
import type { DataType, Vector } from 'apache-arrow';
import type { ColumnType } from '../dataset/column.ts';
import { readTable } from './csv.ts';
import type { NativeTable, TableData } from './csv.ts';
import type { Value } from './engine.ts';

/** Reads the CSV file of a table as an Arrow IPC stream (see `writeArrow`). Rejects as `readTable` does. */
export async function arrowStream(table: NativeTable): Promise<Uint8Array> {
  return writeArrow(table.columns, await readTable(table));
}

/**
 * Writes a table as an Arrow IPC stream of one batch: Int32, Float64 with every bit, Bool, DateDay, and text as a
 * dictionary whose entries stand in order of first use. The same table gives the same bytes.
 */
export function writeArrow(
  definitions: NativeTable['columns'],
  { columns, rowCount }: TableData,
): Uint8Array {
  const vectors = definitions.map(({ type }, index) => vector(columns[index]!, type, index));
  const schema = new Schema(
    definitions.map(({ name }, index) => new Field(name, vectors[index]!.type as DataType, true)),
  );
  const data = makeData({
    type: new Struct(schema.fields),
    length: rowCount,
    nullCount: 0,
    children: vectors.map((column) => column.data[0]!),
  });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, data)]), 'stream');
}

function vector(values: Value[], type: ColumnType, id: number): Vector {
  if (type === 'integer') return vectorFromArray(values, new Int32());
  if (type === 'number') return vectorFromArray(values, new Float64());
  if (type === 'boolean') return vectorFromArray(values, new Bool());
  if (type === 'date') return vectorFromArray(values.map(midnight), new DateDay());
  // Without an explicit id the library counts up per process, and the bytes would depend on what ran before.
  return vectorFromArray(values, new Dictionary(new Utf8(), new Int32(), id));
}

const midnight = (day: Value): Date | null => (day === null ? null : new Date(`${String(day)}T00:00:00Z`));
