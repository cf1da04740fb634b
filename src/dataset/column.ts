/** What a value of a column is; days are DATE in SQL and text like 2025-03-13 everywhere else. */
export type ColumnType = 'integer' | 'number' | 'string' | 'boolean' | 'date';

/** What is known of a column of a table. Readers' browsers get all of it but `meaning` and what follows it. */
export interface Column<T extends ColumnType = ColumnType, R extends boolean = boolean> {
  readonly name: string;
  readonly type: T;
  /** Whether every row has a value. */
  readonly required: R;
  /** A few words that stand at the head of the column. */
  readonly label: string;
  /** The unit in words. */
  readonly unit?: string;
  /** The unit as it stands behind a number or a label. */
  readonly symbol?: string;
  /** Digits after the point in a table; as many as the value has where absent. */
  readonly digits?: number;

  /** What a value means, in a sentence. */
  readonly meaning: string;
  /** Column of the Hub's file; absent where the column is made here. */
  readonly upstream?: string | undefined;
  /** Columns that a made one is computed from. */
  readonly madeFrom?: readonly string[] | undefined;
  /** Table and column that hold every value of this one, as in `all_runs.model`. */
  readonly refersTo?: string;
  readonly unique?: true | undefined;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The only values allowed. */
  readonly values?: readonly string[];
  /** What the leaderboard calls each of the values. */
  readonly labels?: Readonly<Record<string, string>>;
  /** A pattern that a whole text value matches. */
  readonly pattern?: string;
}

export type Columns = Readonly<Record<string, Column>>;

/** A table or view that SQL can ask, and the file that holds it where there is one. */
export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly title: string;
  /** What it holds, in a sentence. */
  readonly meaning: string;
  /** Whether it holds the reader's slice, or always all. */
  readonly sliced: boolean;
  /** Name of its file in `data/`. */
  readonly file?: string | undefined;
  /** Columns that together tell one row from another. */
  readonly key: readonly string[];
  /** By name, in order. */
  readonly columns: C;
}

interface Values {
  integer: number;
  number: number;
  string: string;
  boolean: boolean;
  date: string;
}

/** A value of a column as JavaScript has it; null where it is blank. */
export type ValueOf<C extends Column> = Values[C['type']] | (C['required'] extends true ? never : null);

/** A row of a table. */
export type RowIn<T extends Table> = { [K in keyof T['columns']]: ValueOf<T['columns'][K]> };

/** The type that a column has in SQL. */
export const sqlTypes = {
  integer: 'INTEGER',
  number: 'DOUBLE',
  string: 'VARCHAR',
  boolean: 'BOOLEAN',
  date: 'DATE',
} as const satisfies Record<ColumnType, string>;

/** The label of a column with its unit, as it stands at the head of a column or along an axis. */
export const headingOf = ({ label, symbol }: Column): string =>
  symbol === undefined || symbol === label.toLowerCase() ? label : `${label} (${symbol})`;

/** A column with the types of its facts kept. */
export const column = <const T extends ColumnType, const R extends boolean>(
  facts: Column<T, R>,
): Column<T, R> => facts;

/** A table with the types of its columns kept. */
export const table = <const C extends Columns>(facts: Table<C>): Table<C> => facts;

/** A value of a run; a day is text like 2025-03-13, null is a missing value. */
export type Cell = string | number | boolean | null;

/** One line of `data/runs.csv`, by column name. */
export type Run = Readonly<Record<string, Cell>>;
