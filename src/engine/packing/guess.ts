import { emptyColumn, textColumn, textsOf, type PlainColumn } from './column.ts';
import type { Guess } from './packed.ts';

/** A table whose columns, or the first of them, are there. */
export interface KnownTable {
  rows: number;
  columns: Map<string, PlainColumn>;
  /** See `positionsOf`. */
  positions?: Int32Array;
}

/** As many digits as the dataset writes. */
const digits = 15;

/** What a guess says of a table; nothing where a column that it asks is not there. */
export function evaluate(
  guess: Guess,
  table: KnownTable,
  tables: ReadonlyMap<string, KnownTable>,
): PlainColumn | undefined {
  const others = 'table' in guess ? tables.get(guess.table)?.columns : undefined;
  const isThere = asked(guess).every((name) => table.columns.has(name));
  if (!isThere || ('table' in guess && !others?.has(guess.column))) return undefined;
  return guessed(guess, table, tables);
}

/** The columns of its own table that a guess asks. */
function asked(guess: Guess): readonly string[] {
  if ('table' in guess) return guess.less ? [guess.at, guess.less] : [guess.at];
  if ('same' in guess) return [guess.same];
  if ('halvedBefore' in guess) return [guess.day, guess.of];
  if ('mean' in guess) return guess.mean;
  if ('points' in guess) return [guess.points];
  return 'beforeSlash' in guess ? [guess.beforeSlash] : guess.joined;
}

function guessed(
  guess: Guess,
  { rows, columns }: KnownTable,
  tables: ReadonlyMap<string, KnownTable>,
): PlainColumn {
  const column = (name: string): PlainColumn => columns.get(name)!;
  if ('table' in guess) {
    const { decimals, less } = guess;
    const found = (at: string) => gather(tables.get(guess.table)!, guess.column, column(at));
    const of = found(guess.at);
    if (less) {
      const what = found(less);
      return computed(rows, [of, what], (row) => of.values[row]! - what.values[row]!);
    }
    const unit = 10 ** (decimals ?? 0);
    return decimals === undefined
      ? of
      : computed(rows, [of], (row) => Math.round(of.values[row]! * unit) / unit);
  }
  if ('same' in guess) return column(guess.same);
  if ('halvedBefore' in guess) {
    const [day, of] = [column(guess.day), column(guess.of)];
    return computed(rows, [day, of], (row) =>
      day.values[row]! < guess.halvedBefore ? of.values[row]! / 2 : of.values[row]!,
    );
  }
  if ('mean' in guess) {
    const of = guess.mean.map(column);
    return computed(rows, of, (row) =>
      rounded(of.reduce((sum, { values }) => sum + values[row]!, 0) / of.length),
    );
  }
  if ('points' in guess) {
    const { questions, chance } = guess;
    const of = column(guess.points);
    return computed(rows, [of], (row) => {
      const share = questions ? Math.round(of.values[row]! * questions) / questions : of.values[row]!;
      return rounded(Math.max(0, ((share - chance) / (1 - chance)) * 100));
    });
  }
  if ('beforeSlash' in guess)
    return textColumn(texts(column(guess.beforeSlash)).map((text) => text?.split('/')[0] ?? null));
  const [first, ...others] = guess.joined.map((name) => texts(column(name)));
  return textColumn(
    first!.map((text, row) =>
      text === null ? null : [text.replace('/', '_'), ...others.map((of) => of[row])].join('_'),
    ),
  );
}

const rounded = (value: number) => Number(value.toPrecision(digits));

function texts({ values, blanks, pool }: PlainColumn): (string | null)[] {
  const all = textsOf(pool!);
  return Array.from(values, (position, row) => (blanks?.[row] ? null : all[position]!));
}

/** Numbers that are computed of columns, blank where one of these is. */
function computed(rows: number, from: readonly PlainColumn[], value: (row: number) => number): PlainColumn {
  const column = emptyColumn('number', rows);
  for (let row = 0; row < rows; row++) {
    if (from.some(({ blanks }) => blanks?.[row])) (column.blanks ??= new Uint8Array(rows))[row] = 1;
    else column.values[row] = value(row);
  }
  return column;
}

/** Where a table has the row of a number; −1 where nowhere. */
function positionsOf(table: KnownTable): Int32Array {
  if (!table.positions) {
    const numbers = table.columns.get('row')!.values;
    let most = 0;
    for (const number of numbers) most = Math.max(most, number);
    table.positions = new Int32Array(most + 1).fill(-1);
    for (let row = 0; row < table.rows; row++) table.positions[numbers[row]!] = row;
  }
  return table.positions;
}

/** A column in the rows whose numbers another column has, blank where the table has no such row. */
function gather(table: KnownTable, name: string, at: PlainColumn): PlainColumn {
  const { type, values, blanks, pool } = table.columns.get(name)!;
  const positions = positionsOf(table);
  const count = at.values.length;
  const column: PlainColumn = { ...emptyColumn(type, count), pool };
  for (let row = 0; row < count; row++) {
    const position = positions[at.values[row]!] ?? -1;
    if (position < 0 || blanks?.[position]) (column.blanks ??= new Uint8Array(count))[row] = 1;
    else column.values[row] = values[position]!;
  }
  return column;
}
