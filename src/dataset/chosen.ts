import type { OptionOf } from '../choices/choices.ts';
import { embeddingsOnceSql } from './embeddings.ts';
import { selectPairs } from './pairs.ts';
import { modelColumns, reviewedSteps, type Step } from './preparations.ts';
import { madeOfEach } from './recorded.ts';

/*
 * The reviewed models and pairs under choices of data that are no filter: each changes a step of the preparation, or
 * what a column holds. Both engines make them from the tables that they have, when they are asked for.
 */

/** Assumed lineages merged into one for each size class, or split so that every model is one. */
export type AssumedLineages = 'merged' | 'split';

/** An option of each choice of data that is no filter; null is what the report takes. */
export interface Chosen {
  readonly run: OptionOf<'run'> | null;
  readonly sizes: OptionOf<'sizes'> | null;
  readonly carbon: OptionOf<'carbon'> | null;
  readonly pairs: OptionOf<'pairs'> | null;
  /** What assumed lineages are taken for, to see how much the intervals hang on them; no choice of a reader. */
  readonly lineages?: AssumedLineages;
}

const newest = `submission_date DESC NULLS LAST, precision = 'bfloat16' DESC, row`;

/** Which of several runs stands for a model: the first in this order. */
const firstRun: Readonly<Record<OptionOf<'run'>, string>> = {
  best: `average DESC, ${newest}`,
  chat: `chat_template DESC, ${newest}`,
  bfloat16: `precision = 'bfloat16' DESC, ${newest}`,
};

const oneRun = (order: string) =>
  `SELECT * FROM input QUALIFY row_number() OVER (PARTITION BY identity ORDER BY ${order}) = 1`;

/** The SQL of a step under choices; null where it is left out. */
function stepUnder({ id, sql }: Step, { run, sizes }: Chosen): string | null {
  if (id === 'newest-run' && run !== null) return oneRun(firstRun[run]);
  if (id === 'correct-sizes' && sizes === 'recorded') return null;
  if (id === 'correct-sizes' && sizes === 'embeddings-once')
    return `SELECT * REPLACE (${embeddingsOnceSql} AS parameters_b) FROM (WITH input AS (SELECT * FROM input) ${sql})`;
  return sql;
}

/** What cannot be corrected, because its day is not known, stays as it is recorded. */
const stepCorrected = (table: string) =>
  `SELECT * REPLACE (coalesce(co2_step_corrected_kg, co2_kg) AS co2_kg) FROM ${table} AS uncorrected`;

const assumed: Readonly<Record<AssumedLineages, string>> = {
  merged: `concat('assumed, ', models.size_class)`,
  split: 'models.identity',
};

const withLineages = (source: string, lineages: AssumedLineages) =>
  `SELECT models.* REPLACE (CASE WHEN identity.method = 'assumed' THEN ${assumed[lineages]} ELSE models.lineage END AS lineage) FROM ${source} AS models JOIN identity ON identity.model = models.model ORDER BY models.row`;

/** SELECT of the reviewed models under choices; null where they are those of the table `reviewed`. */
export function chosenModels(chosen: Chosen): string | null {
  const { run, sizes, carbon, lineages } = chosen;
  let source = 'reviewed';
  if (run !== null || sizes !== null) {
    const sqls = [...reviewedSteps, columnsLast].flatMap((step) => stepUnder(step, chosen) ?? []);
    source = `(${sqls.reduce((input, sql) => `WITH input AS (${input}) ${sql}`, 'SELECT * FROM keyed_runs')})`;
  }
  if (lineages) source = `(${withLineages(source, lineages)})`;
  if (carbon === null) return source === 'reviewed' ? null : `SELECT * FROM ${source} AS chosen_models`;
  return stepCorrected(source);
}

/** The columns of the table `reviewed`, in their order. */
const columnsLast: Step = {
  id: 'columns',
  title: '',
  reason: '',
  sql: `SELECT ${[...modelColumns, ...Object.keys(madeOfEach), 'model_id'].join(', ')} FROM input ORDER BY row`,
};

/** What all runs are selected from under choices; null where it is the table `keyed_runs`. */
export const chosenRuns = ({ carbon }: Chosen): string | null =>
  carbon === null ? null : `(${stepCorrected('keyed_runs')}) AS chosen_runs`;

/** SELECT of the pairs of the chosen models, given their table; null where they are those of `all_pairs`. */
export const chosenPairs = ({ run, carbon, pairs, lineages }: Chosen, models: string): string | null =>
  run === null && carbon === null && pairs === null && !lineages
    ? null
    : `${selectPairs(models, pairs ?? 'root')} ORDER BY child.row`;
