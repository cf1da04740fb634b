import { pairsOf } from '../dataset/pairs.ts';
import { predicateOf, preparationOf, type Slice } from './slice.ts';

/**
 * Statements that make the views every statistic and figure asks, for one slice:
 * `models` (the models of the preparation that the slice keeps), `reviewed_models` (the same slice of the
 * reviewed preparation), `runs` (every run of those models; all runs where the slice keeps every model),
 * `pairs` (those models against their roots, each by the run that the preparation keeps) and `steps` (the steps of the preparation that keep those runs).
 */
export function sliceStatements(slice: Slice): string[] {
  const predicate = predicateOf(slice);
  const preparation = preparationOf(slice);
  const where = predicate === null ? '' : ` WHERE ${predicate}`;
  const ofModels = predicate === null ? 'true' : `model_id IN (SELECT model_id FROM ${preparation}${where})`;
  const view = (name: string, select: string) => `CREATE OR REPLACE TEMP VIEW ${name} AS ${select}`;
  return [
    view('models', `SELECT * FROM ${preparation}${where}`),
    view('reviewed_models', `SELECT * FROM reviewed${where}`),
    view('runs', `SELECT * FROM keyed_runs WHERE ${ofModels}`),
    view('pairs', `${pairsOf(preparation)} AND row IN (SELECT row FROM ${preparation}${where})`),
    view(
      'steps',
      `SELECT position, step, title, row FROM run_steps WHERE preparation = '${preparation}' AND ${ofModels}`,
    ),
  ];
}
