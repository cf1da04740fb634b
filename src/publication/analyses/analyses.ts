import { claims, isPublishedOnly } from '../../claims/claims.ts';
import {
  judgeAnalyses,
  statisticsOf,
  type AnswersByAnalysis,
  type Robustness,
} from '../../claims/analyses.ts';
import type { Estimates } from '../../statistics/answer.ts';
import type { Answers } from '../../statistics/estimate-choices.ts';
import { contentKey, keep, kept, statisticsInputs } from '../cache.ts';
import { answerOnThreads } from '../threads.ts';
import { analysisTexts, lineageTexts } from './compute.ts';

/** Numbers that are published of the whole table only are too dear to compute of fifty tables. */
const asked = claims.filter((claim) => !isPublishedOnly(claim));

/** Intervals that the report leans on, of every kind of estimate. */
export const headlines = [
  'scaling.points_per_doubling',
  'scaling.r2',
  'score_per_b.difference.medium_large.median',
  'co2.elasticity',
  'controls.official.size_month',
  'pairs.average.mean',
  'moe.gap.total.mean',
  'benchmarks.pc1_share',
  'frontier.medium.typical_gain',
  'documented.license.lead',
] as const;

/** Computes the statistics of every analysis of data, or takes them from the cache where nothing has changed. */
async function compute(): Promise<AnswersByAnalysis> {
  const ids = [...new Set([...asked.flatMap(statisticsOf), ...headlines])];
  const texts = [...analysisTexts, ...Object.values(lineageTexts)];
  const inputs = [...statisticsInputs, 'src/publication/analyses', 'src/publication/threads.ts'];
  const key = contentKey([process.version, ids, texts], inputs);
  const known = kept<AnswersByAnalysis>('analyses', key);
  if (known) return known;
  const computed = await answerOnThreads<Answers>('src/publication/analyses/worker.ts', { ids }, texts);
  keep('analyses', key, computed);
  return computed;
}

let computed: Promise<AnswersByAnalysis> | undefined;
const answers = () => (computed ??= compute());

/** The statistics with lineages as published, with the assumed ones merged by size class, and with them split into models. */
export async function byLineages(): Promise<Record<'published' | 'merged' | 'split', Estimates>> {
  const all = await answers();
  const of = (text: string) => all[text]!.usual;
  return { published: of(''), merged: of(lineageTexts.merged), split: of(lineageTexts.split) };
}

/** Claims under their analyses, by id; none of those that are published of the whole table only. */
export type RobustnessByClaim = Readonly<Record<string, Robustness>>;

let judged: Promise<RobustnessByClaim> | undefined;

/** Judges every claim under its analyses of the reviewed preparation, once a build. */
export const robustness = (): Promise<RobustnessByClaim> =>
  (judged ??= answers().then((all) =>
    Object.fromEntries(asked.map((claim) => [claim.id, judgeAnalyses(claim, all)])),
  ));
