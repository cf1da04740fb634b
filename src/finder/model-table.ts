import { benchmarks } from '../dataset/benchmarks.ts';
import { renames } from '../dataset/identity/renames.ts';
import type { PreparationId } from '../dataset/grouping.ts';
import { pick, select, type RowOf } from '../dataset/select.ts';
import { preparationTables } from '../dataset/tables.ts';
import type { Engine } from '../engine/engine.ts';

/** Everything that the page says of single models: a row per model, in the order of the dataset. */
export const modelTableQuery = (preparation: PreparationId) =>
  select(preparationTables[preparation], (columns) => ({
    rows: pick(columns, [
      'row',
      'model_id',
      'model',
      'organisation',
      'likes',
      'parameters_b',
      'active_parameters_b',
      'co2_kg',
      'co2_step_corrected_kg',
      'average',
      ...benchmarks,
      ...benchmarks.map((name) => `${name}_raw` as const),
      'type',
      'architecture',
      'family',
      'precision',
      'license',
      'caution',
      'identity',
      'root',
      'parent',
      'copy_of',
      'lineage',
      'upload_date',
      'submission_date',
      'moe',
      'official_provider',
      'on_hub',
      'flagged',
      'chat_template',
    ]),
    orderBy: [columns.row],
  }));

/** A model of the table. */
export type TableModel = RowOf<ReturnType<typeof modelTableQuery>>;

/** The models of a preparation, held in the page. */
export interface ModelTable {
  models: readonly TableModel[];
  names: readonly string[];
  /** Position of each model by its name, case aside, and by older ones; of several rows of one name the first. */
  positions: ReadonlyMap<string, number>;
  /** How many models have a name, case aside. */
  twins: ReadonlyMap<string, number>;
}

export const modelKey = (name: string): string => name.trim().toLowerCase();

/** Holds the models of a preparation. */
export function modelTableOf(models: readonly TableModel[]): ModelTable {
  const names = models.map(({ model }) => model);
  // Later entries of a map win, so the first row comes last.
  const entries = names.map((name, at) => [modelKey(name), at] as const).reverse();
  const positions = new Map(entries);
  for (const { former, now } of renames) {
    const at = positions.get(modelKey(now)) ?? positions.get(modelKey(former));
    for (const name of at === undefined ? [] : [former, now])
      if (!positions.has(modelKey(name))) positions.set(modelKey(name), at!);
  }
  const twins = new Map<string, number>();
  for (const name of names) twins.set(modelKey(name), (twins.get(modelKey(name)) ?? 0) + 1);
  return { models, names, positions, twins };
}

const tables = new WeakMap<Engine, Map<PreparationId, Promise<ModelTable>>>();

/** The models of a preparation; asked once of an engine. */
export function loadModelTable(engine: Engine, preparation: PreparationId): Promise<ModelTable> {
  const known = tables.get(engine) ?? new Map<PreparationId, Promise<ModelTable>>();
  tables.set(engine, known);
  let table = known.get(preparation);
  if (!table) {
    table = modelTableQuery(preparation)
      .askOf((sql) => engine.query(sql))
      .then(modelTableOf);
    table.catch(() => known.delete(preparation));
    known.set(preparation, table);
  }
  return table;
}
