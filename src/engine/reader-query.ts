import type { ReaderEngine, Row } from './engine.ts';
import { linesBefore } from './query-place.ts';
import { QueryProblem, readProblem } from './query-problem.ts';
import type { ResultColumn } from './result.ts';

/**
 * Characters of the longest value that is handed over, so that one cell cannot fill the memory of the page.
 * A longer one is refused: cut, it would pass for whole.
 */
export const longestValue = 10_000_000;

/** A row of a reader's query: every value as the engine writes it, null for NULL. */
export type TextRow = readonly (string | null)[];

/*
 * A reader's text reaches the engine only as the argument of its table function `query`, which parses it and
 * takes nothing but one SELECT: the engine's own parser refuses every other statement, where a pattern over
 * the text could be deceived. The settings of the engine forbid files, the network and extensions to what a
 * SELECT may call. A read-only transaction would add nothing, since no SELECT writes.
 */
const asTable = (text: string) => `query('${text.replaceAll("'", "''")}')`;

const explain = /^((?:\s|--[^\n]*\n|\/\*[^]*?\*\/)*)(explain(?:\s+(analyze))?)(?=\s+[^\s(])/i;

/**
 * The query whose plan a text asks for by EXPLAIN, with spaces in the place of that word so that every place in it
 * is the same; undefined where it asks for none. `runs` is true of EXPLAIN ANALYZE.
 */
export function explainedQuery(text: string): { query: string; runs: boolean } | undefined {
  const found = explain.exec(text);
  if (!found) return undefined;
  const [whole, before = '', words = '', analyse] = found;
  return { query: before + ' '.repeat(words.length) + text.slice(whole.length), runs: analyse !== undefined };
}

// What was run is told by the plan on a line of its own: the reader's text inside the call that guards it.
const repeated = /^EXPLAIN ANALYZE FROM query\([^\n]*\n/m;

const planColumn: ResultColumn = { name: 'plan', type: 'VARCHAR' };

// The text stays an argument here too, so that what is explained can only be one SELECT.
async function streamPlan(
  engine: ReaderEngine,
  { query, runs }: { query: string; runs: boolean },
  take: (rows: TextRow[]) => boolean,
): Promise<void> {
  try {
    const rows = await engine.query<{ explain_value: string }>(
      `EXPLAIN ${runs ? 'ANALYZE ' : ''}FROM ${asTable(query)}`,
    );
    take(rows.map((row) => [row.explain_value.replace(repeated, '')]));
  } catch (error) {
    throw readProblem(error, query);
  }
}

/**
 * Names and types of what a reader's query would answer; runs nothing. The text is one SELECT, or EXPLAIN before
 * one. Rejects with a QueryProblem where it is neither or does not fit the tables.
 */
export async function describeQuery(engine: ReaderEngine, text: string): Promise<ResultColumn[]> {
  // It ends a text where the engine reads one.
  if (text.includes('\0')) throw new QueryProblem(nul, { refused: true });
  const explained = explainedQuery(text);
  if (explained) {
    await describeQuery(engine, explained.query);
    return [planColumn];
  }
  try {
    const rows = await engine.query<{ column_name: string; column_type: string }>(
      `DESCRIBE FROM ${asTable(text)}`,
    );
    return rows.map((row) => ({ name: row.column_name, type: row.column_type }));
  } catch (error) {
    throw await placed(engine, text, error);
  }
}

/**
 * Runs a reader's query and hands over its rows, piece by piece, until `take` answers false. The engine
 * writes every value as text, because its types are many and do not all survive the way to JavaScript.
 * Rejects with a QueryProblem.
 */
export async function streamQuery(
  engine: ReaderEngine,
  text: string,
  columns: readonly ResultColumn[],
  take: (rows: TextRow[]) => boolean,
): Promise<void> {
  const explained = explainedQuery(text);
  if (explained) return streamPlan(engine, explained, take);
  const names = columns.map((_, index) => `c${index}`);
  // One more than is handed over, so that a value too long can be told from one that just fits.
  const values = names.map((name) => `left(CAST(${name} AS VARCHAR), ${longestValue + 1}) AS ${name}`);
  const sql = `${linesBefore(text)}SELECT ${values.join(', ')} FROM ${asTable(text)} AS answer(${names.join(', ')})`;
  let tooLong = false;
  try {
    await engine.stream<Row>(sql, (rows) => {
      const texts = rows.map((row) => names.map((name) => row[name] as string | null));
      tooLong = texts.some((row) => row.some(isTooLong));
      return !tooLong && take(texts);
    });
  } catch (error) {
    throw readProblem(error, text, 'behind lines');
  }
  if (tooLong) throw new QueryProblem(valueTooLong);
}

const valueTooLong =
  `A value of the result is longer than ${longestValue.toLocaleString('en')} characters, which is more than the ` +
  'box takes. The function left(value, n) takes the first n of them.';

const nul =
  'The query holds a sign that cannot be seen, U+0000, which no query has. Write it anew at its place.';

function isTooLong(value: string | null): boolean {
  if (value === null || value.length <= longestValue) return false;
  // The engine counts characters, JavaScript the halves of some.
  let characters = 0;
  for (let at = 0; at < value.length; at++) if ((value.charCodeAt(at) & 0xfc00) !== 0xdc00) characters += 1;
  return characters > longestValue;
}

/**
 * The problem with its place in the text. Inside `query` the engine tells none, so the text is prepared by
 * itself; that runs nothing, whatever the text is.
 */
async function placed(engine: ReaderEngine, text: string, error: unknown): Promise<Error> {
  const problem = readProblem(error, text);
  if (problem === error || problem.refused || problem.broken) return problem;
  try {
    await engine.check(text);
    return problem;
  } catch (again) {
    return readProblem(again, text, 'text itself');
  }
}
