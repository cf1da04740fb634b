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
  makeVector,
  tableToIPC,
} from 'apache-arrow';
import type { Data, Vector } from 'apache-arrow';
import type { PlainColumn, TextPool } from './column.ts';
import type { UnpackedTable } from './unpack.ts';

/**
 * An unpacked table as an Arrow IPC stream of one batch: Int32, Float64 with every bit, Bool, DateDay, and text as a
 * dictionary.
 */
export function arrowStream({ rows, columns }: Omit<UnpackedTable, 'name'>): Uint8Array {
  // A dictionary that several columns share is written once.
  const dictionaries = new Map<TextPool, TextDictionary>();
  const dictionaryOf = (pool: TextPool): TextDictionary => {
    let dictionary = dictionaries.get(pool);
    if (!dictionary) {
      const type = new Dictionary(new Utf8(), new Int32(), dictionaries.size);
      dictionaries.set(pool, (dictionary = { type, dictionary: texts(pool) }));
    }
    return dictionary;
  };
  const children = [...columns.values()].map((column) => arrowData(column, dictionaryOf));
  const fields = [...columns.keys()].map((name, index) => new Field(name, children[index]!.type, true));
  const data = makeData({ type: new Struct(fields), length: rows, nullCount: 0, children });
  const schema = new Schema(fields);
  return tableToIPC(new Table(schema, [new RecordBatch(schema, data)]), 'stream');
}

interface TextDictionary {
  type: Dictionary<Utf8, Int32>;
  dictionary: Vector<Utf8>;
}

const texts = ({ bytes, offsets }: TextPool): Vector<Utf8> =>
  makeVector(
    makeData({
      type: new Utf8(),
      length: offsets.length - 1,
      nullCount: 0,
      valueOffsets: offsets,
      data: bytes,
    }),
  );

function arrowData(
  { type, values, blanks, pool }: PlainColumn,
  dictionaryOf: (pool: TextPool) => TextDictionary,
): Data {
  const { length } = values;
  const isThere = blanks && bits(blanks, 0);
  const common = { length, nullCount: blanks ? count(blanks) : 0, nullBitmap: isThere };
  const whole = values as Int32Array;
  if (type === 'number') return makeData({ type: new Float64(), ...common, data: values });
  if (type === 'boolean') return makeData({ type: new Bool(), ...common, data: bits(whole, 1) });
  if (type === 'date') return makeData({ type: new DateDay(), ...common, data: whole });
  if (type === 'integer') return makeData({ type: new Int32(), ...common, data: whole });
  return makeData({ ...dictionaryOf(pool!), ...common, data: whole });
}

const count = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + mark, 0);

/** A bit for each value: whether it is the given one. */
function bits(values: ArrayLike<number>, set: number): Uint8Array {
  const bytes = new Uint8Array((values.length + 7) >> 3);
  for (let at = 0; at < values.length; at++) if (values[at] === set) bytes[at >> 3]! |= 1 << (at & 7);
  return bytes;
}
