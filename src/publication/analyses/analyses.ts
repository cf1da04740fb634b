import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { claims, isPublishedOnly } from '../../claims/claims.ts';
import {
  judgeAnalyses,
  statisticsOf,
  type Answers,
  type AnswersByAnalysis,
  type Robustness,
} from '../../claims/analyses.ts';
import type { Estimates } from '../../statistics/answer.ts';
import { contentKey, keep, kept } from './cache.ts';
import { analysisTexts, lineageTexts } from './compute.ts';

/** More threads than this gain little: each makes the tables for itself. */
const mostThreads = 4;

/** Answers texts on threads of their own, each thread taking the next text when it is done with one. */
async function answerOnThreads(texts: readonly string[], ids: readonly string[]): Promise<AnswersByAnalysis> {
  const found = new Map<string, Answers>();
  const waiting = [...texts];
  const thread = () =>
    new Promise<void>((done, failed) => {
      // The bundle of the build has no files to start threads from; the sources have.
      const worker = new Worker(resolve('src/publication/analyses/worker.ts'), { workerData: { ids } });
      worker.on('message', (message: 'ready' | { text: string; answers: Answers }) => {
        if (message !== 'ready') found.set(message.text, message.answers);
        worker.postMessage(waiting.shift() ?? null);
      });
      worker.on('error', failed);
      worker.on('exit', (code) => (code === 0 ? done() : failed(new Error('An analysis came to no end.'))));
    });
  const threads = Math.min(availableParallelism(), mostThreads, texts.length);
  await Promise.all(Array.from({ length: threads }, thread));
  return Object.fromEntries(texts.map((text) => [text, found.get(text)!]));
}

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
  const key = contentKey([ids, texts]);
  const known = kept<AnswersByAnalysis>(key);
  if (known) return known;
  const computed = await answerOnThreads(texts, ids);
  keep(key, computed);
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
