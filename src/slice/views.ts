import { chosenModels, chosenPairs, chosenRuns, type AssumedLineages } from '../dataset/chosen.ts';
import { pairsOf, selectPairs } from '../dataset/pairs.ts';
import { withCurrentNames } from './former-names.ts';
import { chosenOf, predicateOf, preparationOf, type Slice } from './slice.ts';

/** What every statistic and figure of a slice asks, each by the SELECT that it stands for. */
export interface SliceViews {
  /** Statements that make the tables that the SELECTs need beside the usual ones; none for most slices. */
  readonly tables: readonly string[];
  readonly selects: Readonly<Record<SliceView, string>>;
}

type SliceView = 'models' | 'reviewed_models' | 'runs' | 'pairs' | 'parent_pairs' | 'steps';

/**
 * The views of one slice:
 * `models` (the models of the preparation that the slice keeps), `reviewed_models` (the same slice of the
 * reviewed preparation), `runs` (every run of those models; all runs where the slice keeps every model),
 * `pairs` (those models against their roots, each by the run that the preparation keeps; without those of a
 * root with a caution where the slice leaves cautions out), `parent_pairs` (the same with their parents, where these are known) and `steps` (the steps of the preparation that keep those runs).
 * Under choices of the analysis, or with assumed lineages taken for others, models and pairs are made anew, as the
 * tables `chosen` and `chosen_pairs`.
 */
export function viewsOf(slice: Slice, lineages?: AssumedLineages): SliceViews {
  const predicate = predicateOf(withCurrentNames(slice));
  const preparation = preparationOf(slice);
  const where = predicate === null ? '' : ` WHERE ${predicate}`;
  const tables: string[] = [];
  /** The table of what is chosen: the usual one where nothing is, else one that stands as long as the slice. */
  const source = (name: string, select: string | null, usual: string) => {
    if (select === null) return usual;
    tables.push(`CREATE OR REPLACE TEMP TABLE ${name} AS ${select}`);
    return name;
  };
  const chosen = { ...chosenOf(slice), lineages };
  const models = source('chosen', chosenModels(chosen), preparation);
  const pairs = source('chosen_pairs', chosenPairs(chosen, models), 'all_pairs');
  // What is in doubt of either of the two is in doubt of what they differ by.
  const sound = slice.caution === 'none' ? ' AND base_caution IS NULL' : '';
  const ofPairs = `row IN (SELECT row FROM ${models}${where})${sound}`;
  const ofModels = predicate === null ? 'true' : `model_id IN (SELECT model_id FROM ${models}${where})`;
  const reviewed = preparation === 'reviewed' ? models : 'reviewed';
  return {
    tables,
    selects: {
      models: `SELECT * FROM ${models}${where}`,
      reviewed_models: `SELECT * FROM ${reviewed}${where}`,
      runs: `SELECT * FROM ${chosenRuns(chosen) ?? 'keyed_runs'} WHERE ${ofModels}`,
      pairs: `${pairs === 'all_pairs' ? pairsOf(preparation) : `SELECT * FROM ${pairs} WHERE true`} AND ${ofPairs}`,
      parent_pairs: `SELECT * FROM (${selectPairs(models, 'known-parent')}) WHERE ${ofPairs}`,
      steps: `SELECT position, step, title, row FROM run_steps WHERE preparation = '${preparation}' AND ${ofModels}`,
    },
  };
}

/**
 * Statements that make the views of a slice, for queries that name them as a reader writes them. Of another slice
 * nothing is left.
 */
export const sliceStatements = (slice: Slice): string[] => {
  const { tables, selects } = viewsOf(slice);
  const dropped = ['chosen', 'chosen_pairs'].map((name) => `DROP TABLE IF EXISTS ${name}`);
  const views = Object.entries(selects).map(
    ([name, select]) => `CREATE OR REPLACE TEMP VIEW ${name} AS ${select}`,
  );
  return [...dropped, ...tables, ...views];
};

/**
 * A query over the views of a slice as one that needs none of them: what it names comes before it, and several slices
 * of one engine can be asked in turn.
 */
export function overSlice({ selects }: SliceViews, sql: string): string {
  const named = Object.entries(selects).filter(([name]) => new RegExp(`\\b${name}\\b`).test(sql));
  if (named.length === 0) return sql;
  // As a view is: within the query, not computed before it.
  const before = named.map(([name, select]) => `${name} AS NOT MATERIALIZED (${select})`).join(', ');
  const own = /^\s*WITH\s/i;
  return own.test(sql) ? sql.replace(own, () => `WITH ${before}, `) : `WITH ${before} ${sql}`;
}
