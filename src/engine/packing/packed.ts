import type { ColumnType } from '../../dataset/column.ts';

/*
 * The report's tables say most things several times: a preparation repeats the runs that it keeps, a pair repeats two
 * models, the average repeats the six scores. Packed, everything is said once: a column is guessed from others where
 * that is nearly always right, and where the guess is wrong the value is written. What comes out is what went in, to
 * the last bit, because the packer tries every guess and writes what it misses.
 */

/** A value of a column: a day is the number of days since 1970. */
export type Cell = string | number | boolean | null;

/** A table to be packed, column by column. */
export interface PlainTable {
  name: string;
  /** A column may only help to guess others, and is no longer there when the table is unpacked. */
  columns: { name: string; type: ColumnType; values: readonly Cell[]; helps?: boolean }[];
}

/** Whole numbers in so many bytes each, lowest byte of all first; written less the least, perhaps as differences. */
export interface Integers {
  width: number;
  least: number;
  differences: boolean;
}

/** What a column is guessed to be, row by row, from columns that come before it. */
export type Guess =
  /** The column of a table, in the row whose `row` this table has in `at`; rounded, or less the same at another row. */
  | { table: string; column: string; at: string; decimals?: number; less?: string }
  /** Another column. */
  | { same: string }
  /** Half of a column before a day, the column itself from then on, nothing where there is no day. */
  | { halvedBefore: number; day: string; of: string }
  /** The mean of columns, to 15 digits. */
  | { mean: readonly string[] }
  /** The points of a share over that of guessing, to 15 digits; of so many questions where that is known. */
  | { points: string; chance: number; questions?: number }
  /** The text of a column before its first slash. */
  | { beforeSlash: string }
  /** Texts joined by “_”, with “_” for the first slash of the first. */
  | { joined: readonly string[] };

/** How the values of a column are written. */
export interface Written {
  /** How many they are. */
  count: number;
  /** The values themselves; of text and numbers with a point, which of their pool. */
  integers: Integers;
  /** The whole number that stands for blank, where one is. */
  blank?: number;
  /** The pool of text. */
  pool?: number;
  /** How many different numbers with a point there are, and whether they are written byte by byte. */
  numbers?: { count: number; planes: boolean };
}

/** A packed column: written, or guessed with what the guess misses. */
export interface PackedColumn {
  name: string;
  type: ColumnType;
  guess?: Guess;
  /** Rows that the guess misses. */
  missed?: Integers;
  written: Written;
}

/** What stands before the bytes of packed tables, as JSON. */
export interface PackedHeader {
  /** Texts of columns; bytes of each text, then the texts, or the bytes whose hexadecimal digits they are. */
  pools: { count: number; lengths: Integers; bytes: number; hexadecimal: boolean }[];
  /** The columns in the order in which they are written, and their names in the order of the table. */
  tables: { name: string; rows: number; order: string[]; columns: PackedColumn[] }[];
}

/** Bytes of the number, at the beginning of the file, that tells the length of the header. */
export const lengthBytes = 4;
