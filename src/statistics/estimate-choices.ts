import type { OptionOf } from '../choices/choices.ts';
import type { Row } from '../engine/engine.ts';
import type { Ask } from '../slice/ask.ts';
import { answerSlice, type Breath, type Estimates } from './answer.ts';
import type { Estimate } from './methods/estimate.ts';
import { findStatistic } from './statistics.ts';

/*
 * What the choices of estimate make of statistics, for the analyses of the build and for a slice of a reader alike.
 */

/** An option of each choice of estimate; nothing, or null, where it is what the report takes. */
export type EstimateChosen = {
  readonly [Id in 'averages' | 'peers' | 'intervals']?: OptionOf<Id> | string | null;
};

/** Statistics with intervals as published, and clustered by organisation alone. */
export interface Answers {
  usual: Estimates;
  byOrganisation: Estimates;
}

const averaged = /\.(mean|median|pooled)$/;
const gaps = /^(moe\.gap\.(?:total|active))\.mean$/;

/** The statistic that takes the place of another under choices of estimate: its twin where there is one, else itself. */
export function twinOf(id: string, { averages, peers }: EstimateChosen): string {
  let twin = id;
  const take = (other: string) => {
    if (findStatistic(other)) twin = other;
  };
  if (peers) take(twin.replace(gaps, `$1.${peers}.mean`));
  if (averages) take(twin.replace(averaged, `.${averages}`));
  return twin;
}

/** The estimate of a statistic with the interval that is chosen. */
function withInterval(
  id: string,
  { intervals }: EstimateChosen,
  { usual, byOrganisation }: Answers,
): Estimate {
  const found = usual[id]!;
  if (intervals === 'independent') return { ...found, ...found.independent };
  if (intervals !== 'organisation') return found;
  // What a number is does not hang on how its interval is clustered, also where it counts lineages.
  const { low, high, clusters } = byOrganisation[id]!;
  return { ...found, low, high, ...(clusters && { clusters }) };
}

/** The estimates of some statistics under choices of estimate, each under its own id. */
export const estimatesChosen = (
  ids: readonly string[],
  chosen: EstimateChosen,
  answers: Answers,
): Estimates => Object.fromEntries(ids.map((id) => [id, withInterval(twinOf(id, chosen), chosen, answers)]));

/** All estimates with the intervals that are chosen, each with the average and peers that its words name. */
export const withIntervals = (answers: Answers, { intervals }: EstimateChosen): Estimates =>
  estimatesChosen(Object.keys(answers.usual), { intervals }, answers);

/** Rows with organisations in the place of lineages, so that they are clustered by them alone; the same where they have none. */
export function clusteredByOrganisation(rows: readonly Row[]): readonly Row[] {
  const [first] = rows;
  if (!first || !('lineage' in first || 'base_lineage' in first)) return rows;
  return rows.map((row) => ({
    ...row,
    ...('lineage' in row && { lineage: row.organisation! }),
    ...('base_lineage' in row && { base_lineage: row.base_organisation! }),
  }));
}

/** As `answerSlice`, of statistics of the given ids and their twins, with what the chosen intervals need. */
export async function answerChosen(
  ask: Ask,
  ids: Iterable<string>,
  chosen: EstimateChosen,
  breath?: Breath,
): Promise<Answers> {
  const all = new Set([...ids].flatMap((id) => [id, twinOf(id, chosen)]));
  const usual = await answerSlice(ask, all, breath);
  const byOrganisation =
    chosen.intervals === 'organisation'
      ? await answerSlice(async (sql) => clusteredByOrganisation(await ask(sql)), all, breath)
      : usual;
  return { usual, byOrganisation };
}
