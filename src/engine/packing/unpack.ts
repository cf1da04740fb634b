import { emptyColumn, poolOf, textsOf, type PlainColumn, type TextPool } from './column.ts';
import { evaluate, type KnownTable } from './guess.ts';
import { lengthBytes, type Integers, type PackedColumn, type PackedHeader, type Written } from './packed.ts';

/** A table that was packed, its columns in their order. */
export interface UnpackedTable {
  name: string;
  rows: number;
  columns: Map<string, PlainColumn>;
}

/** Unpacks what `pack` has written: the same tables in the same order. */
export function unpack(packed: Uint8Array): UnpackedTable[] {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const start = lengthBytes + length;
  const header = JSON.parse(new TextDecoder().decode(packed.subarray(lengthBytes, start))) as PackedHeader;
  const bytes = new Bytes(packed.subarray(start));
  const pools = header.pools.map(({ count, lengths, bytes: size, hexadecimal }): TextPool => {
    const offsets = new Int32Array(count + 1);
    bytes.integers(count, lengths).forEach((of, at) => (offsets[at + 1] = offsets[at]! + of));
    const texts = bytes.next(size);
    return { offsets, bytes: hexadecimal ? digitsOf(texts) : texts };
  });
  const tables = new Map<string, KnownTable>();
  return header.tables.map(({ name, rows, order, columns }) => {
    const table: KnownTable = { rows, columns: new Map() };
    for (const column of columns)
      table.columns.set(column.name, unpackColumn(column, table, tables, bytes, pools));
    tables.set(name, table);
    return { name, rows, columns: new Map(order.map((each) => [each, table.columns.get(each)!])) };
  });
}

const zero = 48;
const a = 97;

/** Bytes as hexadecimal digits in ASCII. */
function digitsOf(bytes: Uint8Array): Uint8Array {
  const digits = new Uint8Array(2 * bytes.length);
  const digit = (value: number) => (value < 10 ? zero + value : a - 10 + value);
  bytes.forEach((byte, at) => {
    digits[2 * at] = digit(byte >> 4);
    digits[2 * at + 1] = digit(byte & 15);
  });
  return digits;
}

/** Bytes that are taken one stretch after the other. */
class Bytes {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(count: number): Uint8Array {
    return this.#bytes.subarray(this.#at, (this.#at += count));
  }

  integers(count: number, { width, least, differences }: Integers): Int32Array {
    const values = new Int32Array(count);
    for (let shift = 0; shift < 8 * width; shift += 8) {
      const plane = this.next(count);
      for (let at = 0; at < count; at++) values[at]! |= plane[at]! << shift;
    }
    let before = 0;
    for (let at = 0; at < count; at++) {
      values[at]! += least + before;
      if (differences) before = values[at]!;
    }
    return values;
  }

  numbers({ count, planes }: NonNullable<Written['numbers']>): Float64Array {
    const bytes = new Uint8Array(8 * count);
    if (!planes) bytes.set(this.next(8 * count));
    else
      for (let place = 0; place < 8; place++) {
        const plane = this.next(count);
        for (let at = 0; at < count; at++) bytes[8 * at + place] = plane[at]!;
      }
    return new Float64Array(bytes.buffer);
  }
}

function unpackColumn(
  { type, guess, missed, written }: PackedColumn,
  table: KnownTable,
  tables: ReadonlyMap<string, KnownTable>,
  bytes: Bytes,
  pools: readonly TextPool[],
): PlainColumn {
  const rows = missed && bytes.integers(written.count, missed);
  const values = read(written, type, bytes, pools);
  if (!guess) return values;
  const guessed = evaluate(guess, table, tables)!;
  return rows && written.count > 0 ? mend(guessed, rows, values) : guessed;
}

function read(
  { count, integers, blank, pool, numbers }: Written,
  type: PackedColumn['type'],
  bytes: Bytes,
  pools: readonly TextPool[],
): PlainColumn {
  const written = bytes.integers(count, integers);
  const column: PlainColumn = emptyColumn(type, count);
  if (pool !== undefined) column.pool = pools[pool]!;
  if (blank !== undefined) column.blanks = Uint8Array.from(written, (value) => Number(value === blank));
  const known = numbers === undefined ? undefined : bytes.numbers(numbers);
  for (let row = 0; row < count; row++) {
    if (column.blanks?.[row]) continue;
    column.values[row] = known ? known[written[row]!]! : written[row]!;
  }
  return column;
}

/** The guess with what it missed. */
function mend(guessed: PlainColumn, rows: Int32Array, right: PlainColumn): PlainColumn {
  const column: PlainColumn = { ...guessed, values: guessed.values.slice(), blanks: guessed.blanks?.slice() };
  let moved = 0;
  if (right.pool && guessed.pool !== right.pool) {
    column.pool = guessed.pool ? poolOf([...textsOf(guessed.pool), ...textsOf(right.pool)]) : right.pool;
    moved = guessed.pool ? guessed.pool.offsets.length - 1 : 0;
  }
  rows.forEach((row, at) => {
    const blank = right.blanks?.[at] ?? 0;
    if (blank || column.blanks) (column.blanks ??= new Uint8Array(column.values.length))[row] = blank;
    if (!blank) column.values[row] = right.values[at]! + moved;
  });
  return column;
}
