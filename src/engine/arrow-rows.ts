import { Type } from 'apache-arrow';
import type { Data, DataType, RecordBatch, Schema } from 'apache-arrow';
import type { Row, Value } from './engine.ts';
import { checkColumns, rowsFromColumns } from './result.ts';

/**
 * Turns the batches of an Arrow result into row objects, column by column. Throws as `checkColumns` does when
 * a column is not of a type that both engines share.
 */
export function rowsFromArrow(schema: Schema, batches: readonly RecordBatch[]): Row[] {
  const names = schema.fields.map(({ name }) => name);
  checkColumns(schema.fields.map(({ name, type }) => ({ name, type: sqlName(type) })));
  const rows = batches.map((batch) =>
    rowsFromColumns(
      names,
      batch.data.children.map((column) => (column.typeId === Type.Utf8 ? texts(column) : plain(column))),
      batch.numRows,
    ),
  );
  return rows.length === 1 ? rows[0]! : rows.flat();
}

/** The name in SQL of the type that the engine exported as this Arrow type, where the two are one to one. */
function sqlName(type: DataType): string {
  return sqlNames[String(type)] ?? String(type).toUpperCase();
}

const sqlNames: Record<string, string> = {
  Bool: 'BOOLEAN',
  Int32: 'INTEGER',
  Int64: 'BIGINT',
  Float64: 'DOUBLE',
  Utf8: 'VARCHAR',
  'Date32<DAY>': 'DATE',
};

function plain(data: Data): Value[] {
  const { length } = data;
  const values: Value[] = new Array<Value>(length);
  const bits = data.typeId === Type.Bool ? (data.values as Uint8Array) : undefined;
  const numbers = data.values as ArrayLike<number>;
  for (let i = 0; i < length; i++) {
    if (isNull(data, i)) values[i] = null;
    else if (bits) values[i] = ((bits[(data.offset + i) >> 3]! >> ((data.offset + i) & 7)) & 1) === 1;
    else values[i] = numbers[i]!;
  }
  return values;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The texts of a column. Decoding each by itself costs more than all the rest of a result, so the column is
 * decoded at once, and where it is ASCII throughout its byte offsets are the positions of the texts.
 */
function texts(data: Data): Value[] {
  const offsets = data.valueOffsets as Int32Array;
  const bytes = data.values as Uint8Array;
  const start = offsets[0] ?? 0;
  const used = bytes.subarray(start, offsets[data.length] ?? start);
  const whole = decoder.decode(used);
  const ascii = whole.length === used.length;
  const values: Value[] = new Array<Value>(data.length);
  for (let i = 0; i < data.length; i++) {
    const from = offsets[i]! - start;
    const to = offsets[i + 1]! - start;
    if (isNull(data, i)) values[i] = null;
    else values[i] = ascii ? whole.slice(from, to) : decoder.decode(used.subarray(from, to));
  }
  return values;
}

function isNull(data: Data, index: number): boolean {
  if (data.nullCount === 0) return false;
  const bit = data.offset + index;
  return ((data.nullBitmap[bit >> 3]! >> (bit & 7)) & 1) === 0;
}
