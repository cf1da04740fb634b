import { sqlTypes, type Columns, type Table, type ValueOf } from './column.ts';

/*
 * One way to write a query. It yields SQL that both engines answer alike, every output cast and the rows fully
 * ordered, and the type of its rows. The columns of a source are given to the query as values, so that a misspelt
 * one does not compile; what the engine answers is held against the query before anything is computed of it.
 */

type OutputType = 'INTEGER' | 'DOUBLE' | 'VARCHAR' | 'BOOLEAN';
type Scalar = number | string | boolean;

/** A piece of SQL. */
export class Sql {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A piece of SQL that has a value in every row. */
export class Expression<V extends Scalar | null = Scalar | null> extends Sql {
  readonly type: OutputType;
  readonly required: boolean;
  /** Only its type counts. */
  declare readonly value: V;

  constructor(text: string, type: OutputType, required: boolean) {
    super(text);
    this.type = type;
    this.required = required;
  }
}

/** What can stand in a piece of SQL: another, a value, or values with commas between them. */
type Part = Sql | Scalar | readonly Scalar[];

const reserved = new Set(['column', 'select', 'from', 'where', 'order', 'group', 'by', 'all', 'end']);
const identifier = (name: string): string =>
  /^[a-z_]\w*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;

function written(part: Part): string {
  if (part instanceof Sql) return part.text;
  if (typeof part === 'string') return `'${part.replaceAll("'", "''")}'`;
  if (typeof part === 'object') return part.map(written).join(', ');
  return String(part);
}

const joined = (strings: TemplateStringsArray, parts: readonly Part[]): string =>
  strings.reduce((text, next, index) => text + written(parts[index - 1]!) + next);

/** A condition or another piece of SQL; texts that are put in are quoted. */
export const sql = (strings: TemplateStringsArray, ...parts: readonly Part[]): Sql =>
  new Sql(joined(strings, parts));

/** A condition that is written already; none of null. */
export const condition = (text: string | null): Sql | undefined =>
  text === null ? undefined : new Sql(text);

const expression =
  <V extends Scalar>(type: OutputType) =>
  (strings: TemplateStringsArray, ...parts: readonly Part[]): Expression<V | null> =>
    new Expression(joined(strings, parts), type, false);

/** An expression of whole numbers within 32 bits, with NULL where it has none; see `known`. */
export const integer = expression<number>('INTEGER');
/** An expression of numbers, with NULL where it has none; see `known`. */
export const double = expression<number>('DOUBLE');
/** An expression of texts, with NULL where it has none; see `known`. */
export const text = expression<string>('VARCHAR');
/** An expression of true and false, with NULL where it has neither; see `known`. */
export const flag = expression<boolean>('BOOLEAN');

/** An expression that is never NULL; a row where it is makes the query fail. */
export const known = <V extends Scalar | null>({ text, type }: Expression<V>): Expression<NonNullable<V>> =>
  new Expression(text, type, true);

/** An expression that may be NULL where it is put beside others that are. */
export const maybe = <V extends Scalar | null>({ text, type }: Expression<V>): Expression<V | null> =>
  new Expression(text, type, false);

/** The number of rows that a condition holds for; of all rows without one. */
export const countOf = (condition?: Sql): Expression<number> =>
  known(condition ? integer`count(*) FILTER (${condition})` : integer`count(*)`);

/** Some of the columns of a source. */
export const pick = <C extends object, const N extends readonly (keyof C)[]>(
  columns: C,
  names: N,
): Pick<C, N[number]> => Object.fromEntries(names.map((name) => [name, columns[name]])) as Pick<C, N[number]>;

/** The month of a day, written 2024-07; NULL without a day. */
export const monthOf = (day: Expression): Expression<string | null> => text`left(CAST(${day} AS VARCHAR), 7)`;

/** The order from the largest to the smallest. */
export const falling = (by: Sql): Sql => new Sql(`${by.text} DESC`);

/** Expressions by the name of the column that each becomes. */
type Outputs = Readonly<Record<string, Expression>>;

/** A row of a query. */
type RowOfOutputs<O extends Outputs> = { -readonly [K in keyof O]: O[K]['value'] };

type Source = Table | Query;
type ColumnsOfSource<S> =
  S extends Table<infer C extends Columns>
    ? { readonly [K in keyof C]: Expression<ValueOf<C[K]>> }
    : S extends Query<infer R>
      ? { readonly [K in keyof R]: Expression<Extract<R[K], Scalar | null>> }
      : { readonly [K in keyof S]: ColumnsOfSource<S[K]> };

interface Parts<O extends Outputs> {
  /** What becomes a column, by its name. */
  rows: O;
  where?: Sql | undefined;
  /** Names of outputs, or expressions. */
  groupBy?: readonly ((keyof O & string) | Sql)[];
  having?: Sql;
  qualify?: Sql;
  /** Names of outputs, or expressions, that leave no two rows in doubt; none where there is one row. */
  orderBy: readonly ((keyof O & string) | Sql)[];
  limit?: number;
}

const places = (of: readonly (string | Sql)[]): string =>
  of.map((each) => (each instanceof Sql ? each.text : identifier(each))).join(', ');

/** A SELECT and the type of its rows. */
export class Query<R = Record<string, Scalar | null>> {
  /** One fully ordered SELECT, every output cast. */
  readonly sql: string;
  /** The same without its order, to stand within another. */
  readonly unordered: string;
  readonly outputs: Outputs;
  readonly #single: boolean;
  readonly #checked = new WeakSet<readonly unknown[]>();
  /** Only its type counts. */
  declare readonly row: R;

  constructor(unordered: string, order: string, outputs: Outputs) {
    this.unordered = unordered;
    this.sql = unordered + order;
    this.outputs = outputs;
    this.#single = order === '';
  }

  /**
   * The rows that an engine answered, as what they are. Throws an Error that names the column where one is not
   * there, or holds NULL although it never should: neither may pass for too few models, or for zero.
   */
  read(rows: readonly object[]): readonly R[] {
    if (!this.#checked.has(rows)) {
      this.#check(rows as readonly Record<string, unknown>[]);
      this.#checked.add(rows);
    }
    return rows as readonly R[];
  }

  /** The rows that an engine, or a slice of it, answers. Rejects as that does, and with the Error of `read`. */
  async askOf(ask: (sql: string) => Promise<readonly object[]>): Promise<readonly R[]> {
    return this.read(await ask(this.sql));
  }

  #check(rows: readonly Record<string, unknown>[]): void {
    const [first] = rows;
    if (!first) return;
    if (this.#single && rows.length > 1)
      throw new Error(`The query answers ${rows.length} rows and has no order: ${this.sql}`);
    for (const [name, { required }] of Object.entries(this.outputs)) {
      if (!(name in first)) throw new Error(`The answer has no column “${name}”: ${this.sql}`);
      if (!required) continue;
      const at = rows.findIndex((row) => row[name] === null || row[name] === undefined);
      if (at !== -1)
        throw new Error(
          `Column “${name}” is blank in row ${at + 1} of the answer and never should be: ${this.sql}`,
        );
    }
  }
}

const isSource = (source: object): source is Source => source instanceof Query || 'columns' in source;

const fromOf = (source: Source, alias?: string): string =>
  source instanceof Query
    ? `(${source.unordered}) AS ${alias ?? 'answer'}`
    : `${source.name}${alias === undefined ? '' : ` AS ${alias}`}`;

/** The columns of a source as expressions; a day is text once it is an output. */
function columnsOf(source: Source, alias?: string): Outputs {
  const place = (name: string) => `${alias === undefined ? '' : `${alias}.`}${identifier(name)}`;
  const columns: Outputs =
    source instanceof Query
      ? source.outputs
      : Object.fromEntries(
          Object.entries(source.columns).map(([name, { type, required }]) => [
            name,
            new Expression('', type === 'date' ? 'VARCHAR' : sqlTypes[type], required),
          ]),
        );
  return Object.fromEntries(
    Object.entries(columns).map(([name, { type, required }]) => [
      name,
      new Expression(place(name), type, required),
    ]),
  );
}

/**
 * Writes a query over a table, a view or another query, whose columns `write` is given; or over several by their
 * aliases, with `join` to say how they hang together.
 */
export function select<S extends Source, O extends Outputs>(
  source: S,
  write: (columns: ColumnsOfSource<S>) => Parts<O>,
): Query<RowOfOutputs<O>>;
export function select<S extends Readonly<Record<string, Source>>, O extends Outputs>(
  sources: S,
  write: (columns: ColumnsOfSource<S>) => Parts<O> & { join: Sql },
): Query<RowOfOutputs<O>>;
export function select(
  source: Source | Readonly<Record<string, Source>>,
  write: (columns: never) => Parts<Outputs> & { join?: Sql },
): Query {
  const columns = isSource(source)
    ? columnsOf(source)
    : Object.fromEntries(Object.entries(source).map(([alias, of]) => [alias, columnsOf(of, alias)]));
  const { rows, where, groupBy, having, qualify, orderBy, limit, join } = write(columns as never);
  const outputs = Object.entries(rows).map(
    ([name, { text, type }]) => `CAST(${text} AS ${type}) AS ${identifier(name)}`,
  );
  const from = isSource(source)
    ? fromOf(source)
    : Object.entries(source)
        .map(([alias, of]) => fromOf(of, alias))
        .join(' JOIN ') + (join ? ` ${join.text}` : '');
  const unordered = [
    `SELECT ${outputs.join(', ')} FROM ${from}`,
    ...(where ? [`WHERE ${where.text}`] : []),
    ...(groupBy ? [`GROUP BY ${places(groupBy)}`] : []),
    ...(having ? [`HAVING ${having.text}`] : []),
    ...(qualify ? [`QUALIFY ${qualify.text}`] : []),
  ].join(' ');
  const order = orderBy.length > 0 ? ` ORDER BY ${places(orderBy)}` : '';
  return new Query(unordered, order + (limit === undefined ? '' : ` LIMIT ${limit}`), rows);
}

/** The rows of several queries with the same outputs, one after another, in one order. */
export function unionAll<R>(
  queries: readonly [Query<R>, ...Query<R>[]],
  orderBy: readonly (keyof R & string)[],
): Query<R> {
  const outputs = Object.fromEntries(
    Object.entries(queries[0].outputs).map(([name, { text, type }]) => [
      name,
      new Expression(
        text,
        type,
        queries.every((query) => query.outputs[name]?.required),
      ),
    ]),
  );
  return new Query(
    queries.map(({ unordered }) => unordered).join(' UNION ALL '),
    ` ORDER BY ${places(orderBy)}`,
    outputs,
  );
}

/** The rows of a query. */
export type RowOf<Q extends Query<never> | Query> = Q['row'];
