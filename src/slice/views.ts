import { chosenModels, chosenPairs, chosenRuns, type AssumedLineages } from '../dataset/chosen.ts';
import { pairsOf, selectPairs } from '../dataset/pairs.ts';
import { withCurrentNames } from './former-names.ts';
import { chosenOf, predicateOf, preparationOf, type Slice } from './slice.ts';

/**
 * Statements that make the views every statistic and figure asks, for one slice:
 * `models` (the models of the preparation that the slice keeps), `reviewed_models` (the same slice of the
 * reviewed preparation), `runs` (every run of those models; all runs where the slice keeps every model),
 * `pairs` (those models against their roots, each by the run that the preparation keeps; without those of a
 * root with a caution where the slice leaves cautions out), `parent_pairs` (the same with their parents, where these are known) and `steps` (the steps of the preparation that keep those runs).
 * Under choices of the analysis, or with assumed lineages taken for others, models and pairs are made anew, as `chosen` and `chosen_pairs`.
 */
export function sliceStatements(slice: Slice, lineages?: AssumedLineages): string[] {
  const predicate = predicateOf(withCurrentNames(slice));
  const preparation = preparationOf(slice);
  const where = predicate === null ? '' : ` WHERE ${predicate}`;
  const view = (name: string, select: string) => `CREATE OR REPLACE TEMP VIEW ${name} AS ${select}`;
  const made: string[] = [];
  /** The table of what is chosen: the usual one where nothing is, else one that stands as long as the slice. */
  const source = (name: string, select: string | null, usual: string) => {
    made.push(
      select === null ? `DROP TABLE IF EXISTS ${name}` : `CREATE OR REPLACE TEMP TABLE ${name} AS ${select}`,
    );
    return select === null ? usual : name;
  };
  const chosen = { ...chosenOf(slice), lineages };
  const models = source('chosen', chosenModels(chosen), preparation);
  const pairs = source('chosen_pairs', chosenPairs(chosen, models), 'all_pairs');
  // What is in doubt of either of the two is in doubt of what they differ by.
  const sound = slice.caution === 'none' ? ' AND base_caution IS NULL' : '';
  const ofPairs = `row IN (SELECT row FROM ${models}${where})${sound}`;
  const ofModels = predicate === null ? 'true' : `model_id IN (SELECT model_id FROM ${models}${where})`;
  const reviewed = preparation === 'reviewed' ? models : 'reviewed';
  return [
    ...made,
    view('models', `SELECT * FROM ${models}${where}`),
    view('reviewed_models', `SELECT * FROM ${reviewed}${where}`),
    view('runs', `SELECT * FROM ${chosenRuns(chosen) ?? 'keyed_runs'} WHERE ${ofModels}`),
    view(
      'pairs',
      `${pairs === 'all_pairs' ? pairsOf(preparation) : `SELECT * FROM ${pairs} WHERE true`} AND ${ofPairs}`,
    ),
    view('parent_pairs', `SELECT * FROM (${selectPairs(models, 'known-parent')}) WHERE ${ofPairs}`),
    view(
      'steps',
      `SELECT position, step, title, row FROM run_steps WHERE preparation = '${preparation}' AND ${ofModels}`,
    ),
  ];
}
