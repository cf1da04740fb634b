import { zstdCompressSync } from 'node:zlib';
import { emptyColumn, poolOf, textColumn, textsOf, type PlainColumn } from './column.ts';
import { evaluate, type KnownTable } from './guess.ts';
import {
  lengthBytes,
  type Guess,
  type Integers,
  type PackedColumn,
  type PackedHeader,
  type PlainTable,
  type Written,
} from './packed.ts';

/** How the packer may spare what it writes; whatever is said here, what is unpacked is the same. */
export interface Hints {
  /** Columns, in whatever table, that hold the same texts. */
  sameTexts: readonly string[];
  /** Guesses of columns, in whatever table has what they ask, each behind those that it asks. */
  guesses: Readonly<Record<string, readonly Guess[]>>;
  /** Columns whose name begins so are as without it, in the row that another column gives. */
  prefixes: Readonly<Record<string, string>>;
}

/** Something written, and how it is to be read. */
interface Section<How> {
  how: How;
  bytes: Uint8Array[];
}

/** Packs tables. The same tables give the same bytes. */
export function pack(tables: readonly PlainTable[], hints: Hints): Uint8Array {
  const pools = new Pools(hints.sameTexts);
  const known = new Map<string, KnownTable>();
  const sections: Uint8Array[] = [];
  const packed = tables.map(({ name, columns }): PackedHeader['tables'][number] => {
    const table: KnownTable = { rows: columns[0]!.values.length, columns: new Map() };
    const put = columns
      .toSorted((a, b) => turn(a.name, hints) - turn(b.name, hints))
      .map((column) => {
        const plain = plainColumn(column);
        const best = choose(plain, guessesOf(column.name, known, hints), table, known);
        table.columns.set(column.name, plain);
        const { how, bytes } = packColumn(column.name, plain, best, pools);
        sections.push(...bytes);
        return how;
      });
    known.set(name, table);
    return {
      name,
      rows: table.rows,
      order: columns.flatMap((each) => (each.helps ? [] : each.name)),
      columns: put,
    };
  });
  const texts = pools.written();
  const header: PackedHeader = { pools: texts.map(({ how }) => how), tables: packed };
  const told = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(lengthBytes);
  new DataView(length.buffer).setUint32(0, told.length, true);
  return new Uint8Array(Buffer.concat([length, told, ...texts.flatMap(({ bytes }) => bytes), ...sections]));
}

/** What is computed of other columns comes behind them. */
const turn = (column: string, { guesses }: Hints) => Object.keys(guesses).indexOf(column);

function plainColumn({ type, values }: PlainTable['columns'][number]): PlainColumn {
  if (type === 'string') return textColumn(values as (string | null)[]);
  const column = emptyColumn(type, values.length);
  values.forEach((value, row) => {
    if (value === null) (column.blanks ??= new Uint8Array(values.length))[row] = 1;
    else column.values[row] = Number(value);
  });
  return column;
}

/** What a column may be guessed from: what is declared, or columns of its name in tables before. */
function guessesOf(
  name: string,
  known: ReadonlyMap<string, KnownTable>,
  { guesses, prefixes }: Hints,
): Guess[] {
  const places = [
    ['', 'row'] as const,
    ...Object.entries(prefixes).filter(([prefix]) => name.startsWith(prefix)),
  ];
  return [
    ...(guesses[name] ?? []),
    ...places.flatMap(([prefix, at]) =>
      [...known.keys()].map((from): Guess => ({ table: from, column: name.slice(prefix.length), at })),
    ),
  ];
}

/** A guess with the rows that it misses. */
interface Tried {
  guess: Guess;
  missed: number[];
}

/** The guess that misses the fewest rows, if it is worth it. */
function choose(
  column: PlainColumn,
  guesses: readonly Guess[],
  table: KnownTable,
  known: ReadonlyMap<string, KnownTable>,
): Tried | undefined {
  const tried = guesses.flatMap((guess): Tried[] => {
    const guessed = evaluate(guess, table, known);
    return guessed ? [{ guess, missed: misses(column, guessed) }] : [];
  });
  // A row that is missed costs its place beside its value.
  const [best] = tried.sort((a, b) => a.missed.length - b.missed.length);
  return best && best.missed.length < column.values.length / 2 ? best : undefined;
}

/** Rows in which two columns differ, be it in the sign of a zero. */
function misses(column: PlainColumn, guessed: PlainColumn): number[] {
  const texts = column.pool && textsOf(column.pool);
  const others = guessed.pool && textsOf(guessed.pool);
  const rows: number[] = [];
  column.values.forEach((value, row) => {
    const other = guessed.values[row]!;
    const [blank, otherBlank] = [column.blanks?.[row] ?? 0, guessed.blanks?.[row] ?? 0];
    const same = texts ? texts[value] === others?.[other] : Object.is(value, other);
    if (blank !== otherBlank || (!blank && !same)) rows.push(row);
  });
  return rows;
}

function packColumn(
  name: string,
  column: PlainColumn,
  best: Tried | undefined,
  pools: Pools,
): Section<PackedColumn> {
  const { type } = column;
  if (!best) {
    const written = write(name, column, pools);
    return { how: { name, type, written: written.how }, bytes: written.bytes };
  }
  const missed = integers(Int32Array.from(best.missed));
  const written = write(name, pick(column, best.missed), pools);
  return {
    how: { name, type, guess: best.guess, missed: missed.how, written: written.how },
    bytes: [...missed.bytes, ...written.bytes],
  };
}

/** The rows of a column at the given places. */
function pick({ type, values, blanks, pool }: PlainColumn, rows: readonly number[]): PlainColumn {
  const picked: PlainColumn = { ...emptyColumn(type, rows.length), pool };
  rows.forEach((row, at) => (picked.values[at] = values[row]!));
  if (blanks) picked.blanks = Uint8Array.from(rows, (row) => blanks[row]!);
  return picked;
}

function write(name: string, { type, values, blanks, pool }: PlainColumn, pools: Pools): Section<Written> {
  const hasBlanks = blanks?.includes(1) ?? false;
  const texts = pool && textsOf(pool);
  const numbers = new Places<number>();
  const place = (value: number): number => {
    if (texts) return pools.place(name, texts[value]!);
    return type === 'number' ? numbers.of(value) : value;
  };
  const whole = Int32Array.from(values, (value, row) => (blanks?.[row] ? 0 : place(value)));
  const blank = whole.reduce((least, value) => Math.min(least, value), 0) - 1;
  if (hasBlanks) blanks!.forEach((mark, row) => mark && (whole[row] = blank));
  const { how, bytes } = integers(whole);
  const points = type === 'number' ? doubles(numbers.all) : undefined;
  return {
    how: {
      count: values.length,
      integers: how,
      ...(hasBlanks ? { blank } : {}),
      ...(texts ? { pool: pools.poolOf(name) } : {}),
      ...(points ? { numbers: points.how } : {}),
    },
    bytes: [...bytes, ...(points?.bytes ?? [])],
  };
}

/** Values in the order in which they are first met. */
class Places<T extends string | number> {
  readonly all: T[] = [];
  readonly #places = new Map<string, number>();

  of(value: T): number {
    const key = Object.is(value, -0) ? '-0' : String(value);
    let place = this.#places.get(key);
    if (place === undefined) this.#places.set(key, (place = this.all.push(value) - 1));
    return place;
  }
}

/** Pools of texts: one for the columns that hold the same, else one for each name. */
class Pools {
  readonly #same: readonly string[];
  readonly #keys: string[] = [];
  readonly #pools: Places<string>[] = [];

  constructor(same: readonly string[]) {
    this.#same = same;
  }

  poolOf(column: string): number {
    const key = this.#same.includes(column) ? '' : column;
    const found = this.#keys.indexOf(key);
    if (found !== -1) return found;
    this.#keys.push(key);
    return this.#pools.push(new Places()) - 1;
  }

  place(column: string, text: string): number {
    return this.#pools[this.poolOf(column)]!.of(text);
  }

  written(): Section<PackedHeader['pools'][number]>[] {
    return this.#pools.map(({ all }) => {
      const { bytes, offsets } = poolOf(all);
      const lengths = integers(offsets.slice(1).map((end, at) => end - offsets[at]!));
      const hexadecimal = all.length > 0 && all.every((text) => /^(?:[0-9a-f]{2})+$/.test(text));
      const texts = hexadecimal ? Buffer.from(all.join(''), 'hex') : bytes;
      return {
        how: { count: all.length, lengths: lengths.how, bytes: texts.length, hexadecimal },
        bytes: [...lengths.bytes, texts],
      };
    });
  }
}

/** Whole numbers, as they are or as differences, whichever is smaller once it is compressed. */
function integers(values: Int32Array): Section<Integers> {
  const differences = values.map((value, at) => value - (at === 0 ? 0 : values[at - 1]!));
  return smaller(
    [values, differences].map((each, index) => {
      const least = each.reduce((low, value) => Math.min(low, value), each[0] ?? 0);
      const most = each.reduce((high, value) => Math.max(high, value - least), 0);
      const width = most < 2 ** 8 ? 1 : most < 2 ** 16 ? 2 : 4;
      const bytes = new Uint8Array(Uint32Array.from(each, (value) => value - least).buffer);
      const planes = planesOf(bytes, 4).subarray(0, width * each.length);
      return { how: { width, least, differences: index === 1 }, bytes: [planes] };
    }),
  );
}

/** Numbers with a point, as they are or byte by byte, whichever is smaller once it is compressed. */
function doubles(values: readonly number[]): Section<NonNullable<Written['numbers']>> {
  const count = values.length;
  const bytes = new Uint8Array(Float64Array.from(values).buffer);
  return smaller([
    { how: { count, planes: false }, bytes: [bytes] },
    { how: { count, planes: true }, bytes: [planesOf(bytes, 8)] },
  ]);
}

const compressedSize = ({ bytes }: Section<unknown>) => zstdCompressSync(Buffer.concat(bytes)).length;

const smaller = <How>(ways: Section<How>[]): Section<How> =>
  ways.reduce((best, way) => (compressedSize(way) < compressedSize(best) ? way : best));

/** The first bytes of all numbers of so many bytes, then their second ones, and so on. */
function planesOf(bytes: Uint8Array, width: number): Uint8Array {
  const count = bytes.length / width;
  return bytes.map((_, at) => bytes[(at % count) * width + Math.floor(at / count)]!);
}
