import { benchmarks } from '../dataset/benchmarks.ts';
import type { PreparationId } from '../dataset/grouping.ts';
import type { Engine, Row } from '../engine/engine.ts';

const doubles = [
  'parameters_b',
  'active_parameters_b',
  'co2_kg',
  'average',
  ...benchmarks,
  ...benchmarks.map((name) => `${name}_raw`),
];
const texts = [
  'model',
  'type',
  'architecture',
  'family',
  'precision',
  'license',
  'upload_date',
  'submission_date',
  'caution',
];
const flags = ['moe', 'official_provider', 'on_hub', 'flagged', 'chat_template'];

/** One SELECT of everything that the page says of single models: a row per model, in the order of the dataset. */
export const modelTableSql = (preparation: PreparationId): string =>
  `SELECT row, model_id, likes, ${[...doubles.map((name) => `CAST(${name} AS DOUBLE) AS ${name}`), ...texts.map((name) => `CAST(${name} AS VARCHAR) AS ${name}`), ...flags].join(', ')} FROM ${preparation} ORDER BY row`;

/** The models of a preparation, held in the page. */
export interface ModelTable {
  models: readonly Row[];
  names: readonly string[];
  /** Position of each model by its name, case aside; of several rows of one name the first. */
  positions: ReadonlyMap<string, number>;
}

export const modelKey = (name: string): string => name.trim().toLowerCase();

/** Holds rows of `modelTableSql`. */
export function modelTableOf(models: readonly Row[]): ModelTable {
  const names = models.map(({ model }) => String(model));
  // Later entries of a map win, so the first row comes last.
  const entries = names.map((name, at) => [modelKey(name), at] as const).reverse();
  return { models, names, positions: new Map(entries) };
}

const tables = new WeakMap<Engine, Map<PreparationId, Promise<ModelTable>>>();

/** The models of a preparation; asked once of an engine. */
export function loadModelTable(engine: Engine, preparation: PreparationId): Promise<ModelTable> {
  const known = tables.get(engine) ?? new Map<PreparationId, Promise<ModelTable>>();
  tables.set(engine, known);
  let table = known.get(preparation);
  if (!table) {
    table = engine.query(modelTableSql(preparation)).then(modelTableOf);
    table.catch(() => known.delete(preparation));
    known.set(preparation, table);
  }
  return table;
}
