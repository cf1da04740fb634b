import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { csvLine } from '../src/dataset/csv.ts';
import { prepareTables } from '../src/engine/prepare.ts';
import type { Engine, ReaderEngine, Row, Value } from '../src/engine/engine.ts';
import { openNativeEngine } from '../src/engine/native.ts';
import { rawTables } from '../src/engine/raw-tables.ts';
import { askSlice, type Ask } from '../src/slice/ask.ts';
import { parseSlice, sameSlice, wholeTable, type Slice } from '../src/slice/slice.ts';
import { answerSlice, answerStatistics, type Estimates } from '../src/statistics/answer.ts';
import type { Family } from '../src/statistics/statistic.ts';
import { familiesOfStatistics, findStatistic, statisticIds } from '../src/statistics/statistics.ts';

const dataFolder = fileURLToPath(new URL('../data', import.meta.url));

// An engine is open as long as its process: the test files that share one share its engine.
async function open(folder: string): Promise<ReaderEngine> {
  const engine = await openNativeEngine(rawTables(folder));
  await prepareTables(engine);
  return engine;
}

let published: Promise<ReaderEngine> | undefined;

/** The engine over `data/` with its tables prepared, opened once. */
export const report = (): Promise<ReaderEngine> => (published ??= open(dataFolder));

/** The slice of a URL query that every field can read. */
export function sliceOf(query: string): Slice {
  const { slice, problems } = parseSlice(new URLSearchParams(query));
  if (problems.length > 0) throw new Error(problems.join('; '));
  return slice;
}

/** What follows `SELECT *` so that days are answered as text. */
export const daysAsText =
  'REPLACE (CAST(upload_date AS VARCHAR) AS upload_date, CAST(submission_date AS VARCHAR) AS submission_date)';

/** The rows of one query over the views of a slice. */
export async function rowsOf(query: string, sql: string): Promise<readonly Row[]> {
  const ask = await askSlice(await report(), sliceOf(query));
  return ask(sql);
}

/** Whether a URL query asks for all models of a preparation. */
const isWhole = (query: string) => sameSlice({ ...sliceOf(query), preparation: null }, wholeTable);

const wholes = new Map<string, Promise<Ask>>();

/**
 * Asks the slice of a query. A whole table answers whoever asks with the same rows, as a page does, so that what is
 * kept beside rows is computed once for the statistics and figures of all test files.
 */
export function askOf(query: string): Promise<Ask> {
  const known = wholes.get(query);
  if (known) return known;
  const ask = report().then((engine) => askSlice(engine, sliceOf(query)));
  if (isWhole(query)) wholes.set(query, ask);
  return ask;
}

/** Ids of the statistics that a slice answers: those that are published only are answered by the whole table alone. */
export function idsAnswered(query: string): string[] {
  const whole = isWhole(query);
  return statisticIds.filter((id) => whole || !findStatistic(id)!.family.publishedOnly);
}

const answered = new Map<string, Promise<Estimates>>();

/**
 * Named statistics of a slice: those of the families that the given ones belong to, or every one that it answers. A
 * family is computed once, for whoever asks first.
 */
export async function estimatesOf(query: string, ...ids: readonly string[]): Promise<Estimates> {
  const asked = (ids.length > 0 ? ids : idsAnswered(query)).map((id) => findStatistic(id)!.family);
  const keyOf = (family: Family) => `${query} ${familiesOfStatistics.indexOf(family)}`;
  const families = [...new Set(asked)];
  const missing = families.filter((family) => !answered.has(keyOf(family)));
  if (missing.length > 0) {
    const ask = askOf(query);
    const answer = isWhole(query) ? answerStatistics : answerSlice;
    for (const family of missing)
      answered.set(
        keyOf(family),
        ask.then((asking) =>
          answer(
            asking,
            family.definitions.map(({ id }) => id),
          ),
        ),
      );
  }
  const parts = await Promise.all(families.map((family) => answered.get(keyOf(family))!));
  return Object.assign({}, ...parts) as Estimates;
}

/** The first and only row of one SELECT over the tables themselves, past the views of any slice. */
export async function oneRow(sql: string): Promise<Row> {
  const rows = await (await report()).query(sql);
  if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}: ${sql}`);
  return rows[0]!;
}

const read = new Map<string, Record<string, string>[]>();

/** The lines of a table of facts as text by column name, read without the code under test. */
export function facts(
  file: 'runs' | 'corrections' | 'moe' | 'cautions' | 'identity',
): readonly Record<string, string>[] {
  const lines = read.get(file) ?? parse(readFileSync(join(dataFolder, `${file}.csv`)), { columns: true });
  read.set(file, lines);
  return lines;
}

const identityLines = new Map(facts('identity').map((line) => [line.model!, line]));

/** The identity of a name of runs.csv, in small letters. */
export const identityOf = (model: string): string => identityLines.get(model)!.identity!.toLowerCase();

/** The root of a name of runs.csv, in small letters; blank for none. */
export const rootOf = (model: string): string => identityLines.get(model)!.root!.toLowerCase();

let cautioned: Promise<Engine> | undefined;

/** The engine over `data/` as it would be with a caution on every model. */
export const cautionedReport = (): Promise<Engine> => (cautioned ??= openCautioned());

async function openCautioned(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'cautioned-'));
  try {
    await cp(dataFolder, folder, { recursive: true });
    const names = new Map(facts('runs').map(({ model }) => [model!.trim().toLowerCase(), model!]));
    const lines = [...names.values()].map((model) => [model, null, 'off-plane', 'every model', 'a test']);
    const header = ['model', 'evaluation', 'kind', 'evidence', 'source'];
    await writeFile(join(folder, 'cautions.csv'), [header, ...lines].map(csvLine).join(''));
    return await open(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Some cells of a line of a table of facts. */
export type Cells = Readonly<Record<string, Value>>;

const ordinaryRun: Cells = {
  model_sha: '0123456789abcdef0123456789abcdef01234567',
  precision: 'bfloat16',
  weight_type: 'original',
  type: 'chat',
  architecture: 'LlamaForCausalLM',
  license: 'mit',
  likes: 0,
  parameters_b: 7,
  moe: false,
  merged: false,
  official_provider: false,
  on_hub: true,
  flagged: false,
  chat_template: true,
  generation: 0,
  upload_date: '2024-07-01',
  submission_date: '2024-07-02',
  co2_kg: 1,
};

/**
 * An engine over a hand-made table of runs, numbered from 1, of corrections, reviewed MoE and cautions; a cell that
 * is not given is an ordinary one, and 1 where it is a score. A model is its name, case and outer spaces aside, and
 * its root the model that it names, unless `identity` says otherwise of a name.
 */
export async function smallReport(
  runs: readonly Cells[],
  corrections: readonly Cells[] = [],
  moe: readonly Cells[] = [],
  cautions: readonly Cells[] = [],
  identity: readonly Cells[] = [],
): Promise<Engine> {
  const complete = runs.map((run, index): Cells => {
    const row = index + 1;
    return { row, evaluation: `run ${row}`, base_model: run.model ?? null, ...ordinaryRun, ...run };
  });
  const tables: Record<string, readonly Cells[]> = {
    all_runs: complete,
    corrections,
    moe_review: moe,
    cautions,
    identity: ordinaryIdentities(complete, identity),
  };
  const folder = await mkdtemp(join(tmpdir(), 'small-report-'));
  try {
    for (const { name, path, columns } of rawTables(folder)) {
      const absent = (column: string, type: string) =>
        name === 'all_runs' && type === 'number' && column !== 'parameters_b' ? 1 : null;
      const records = tables[name]!.map((line) =>
        columns.map((column) => (column.name in line ? line[column.name] : absent(column.name, column.type))),
      );
      const header = columns.map((column) => column.name);
      await writeFile(path, [header, ...records].map(csvLine).join(''));
    }
    return await open(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function ordinaryIdentities(runs: readonly Cells[], given: readonly Cells[]): Cells[] {
  const key = (name: Value | undefined) =>
    String(name ?? '')
      .trim()
      .toLowerCase();
  const first = new Map<string, Value>();
  for (const { model } of runs) if (!first.has(key(model))) first.set(key(model), model ?? null);
  const names = [...new Set(runs.map(({ model }) => model!))];
  return names.map((model) => {
    const base = key(runs.find((run) => run.model === model)!.base_model).replace(/ \(merge\)$/, '');
    const root = base === key(model) ? null : (first.get(base) ?? null);
    const identity = first.get(key(model))!;
    const rest = { identity, root, lineage: root ?? identity, method: 'named', source: 'by hand' };
    return { model, ...rest, ...given.find((line) => line.model === model) };
  });
}

/** An ordinary model of the slice as queries over models answer it, for rows made by hand. */
export const ordinaryModel = {
  model: 'a/b',
  organisation: 'a',
  lineage: 'a/b',
  type: 'chat',
  architecture: 'LlamaForCausalLM',
  family: 'llama',
  size_class: 'small',
  official_provider: false,
  moe: false,
  qwen: false,
  upload_date: '2024-07-01',
  likes: 0,
  parameters_b: 7,
  active_parameters_b: 7,
  average: 20,
  co2_kg: 1,
  co2_step_corrected_kg: 1,
  caution: null,
} as const satisfies Row;
