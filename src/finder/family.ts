import { select, sql, type Expression, type RowOf } from '../dataset/select.ts';
import { cautions, corrections, keyedRuns, moeReview } from '../dataset/tables.ts';
import { benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import { effectiveQuestions } from '../dataset/questions.ts';
import type { Engine } from '../engine/engine.ts';
import { binomialDifference } from '../statistics/methods/binomial-difference.ts';
import { normalQuantile } from '../statistics/methods/normal.ts';
import { modelKey, type TableModel } from './model-table.ts';

/** How one benchmark moved. */
export interface Move {
  benchmark: Benchmark;
  /** Points of the normalised score. */
  change: number;
  /** Whether the raw results differ by less than their binomial error allows, at 95 %. */
  withinNoise: boolean;
}

/** A model against its root or its parent. */
export interface BaseMove {
  base: string;
  change: number;
  sameFormat: boolean;
  moves: readonly Move[];
}

export interface Child {
  name: string;
  change: number;
}

/** What other models are to one. */
export interface Relations {
  /** Against its root; null where that is none of the models. */
  root: BaseMove | null;
  /** Against its parent; null where none is known, or it is none of the models. */
  parent: BaseMove | null;
  /** Models whose root it is, by gain, the largest first. */
  descendants: readonly Child[];
  /** Models whose parent it is known to be, likewise. */
  children: readonly Child[];
}

/** What the runs and the hand-written tables say of a model. */
export interface Family {
  runs: readonly Run[];
  /** Reviewed corrections of its facts. */
  corrections: readonly RowOf<ReturnType<typeof correctionsOf>>[];
  /** Why its results should not be passed on without a word. */
  caution: RowOf<ReturnType<typeof cautionsOf>> | null;
  /** What the review of MoE models says of it. */
  moe: RowOf<ReturnType<typeof moeReviewOf>> | null;
}

const critical = normalQuantile(0.975);

const isNamed = (column: Expression, name: string) => sql`lower(trim(${column})) = ${modelKey(name)}`;

/** Reviewed corrections of the facts of a model. */
const correctionsOf = (name: string) =>
  select(corrections, ({ model, column, value, reason, source }) => ({
    rows: { column, value, reason, source },
    where: isNamed(model, name),
    orderBy: [column, model],
  }));

/** Cautions about the results of a model. */
const cautionsOf = (name: string) =>
  select(cautions, ({ model, kind, evaluation, evidence, source }) => ({
    rows: { kind, evaluation, evidence, source },
    where: isNamed(model, name),
    orderBy: [kind, model, evaluation],
  }));

/** What the review of MoE models says of a model. */
const moeReviewOf = (name: string) =>
  select(moeReview, ({ model, moe, method, reason }) => ({
    rows: { moe, method, reason },
    where: isNamed(model, name),
    orderBy: [moe, model],
  }));

/** How a model moved from the one it is set against. */
export function moveFrom(base: TableModel, model: TableModel): BaseMove {
  return {
    base: base.model,
    change: model.average - base.average,
    sameFormat: model.chat_template === base.chat_template,
    moves: benchmarks.map((benchmark) => ({
      benchmark,
      change: model[benchmark] - base[benchmark],
      withinNoise:
        Math.abs(
          binomialDifference(
            model[`${benchmark}_raw`],
            base[`${benchmark}_raw`],
            effectiveQuestions[benchmark],
          ),
        ) < critical,
    })),
  };
}

/** The best change of each child from a model, in falling order, then by name; one with several rows counts once. */
export function childrenOf(base: TableModel, children: readonly TableModel[]): Child[] {
  const best = new Map<string, Child>();
  for (const { model: name, average } of children) {
    const change = average - base.average;
    const known = best.get(modelKey(name));
    if (!known || change > known.change) best.set(modelKey(name), { name, change });
  }
  return [...best.values()].sort((a, b) => b.change - a.change || (a.name < b.name ? -1 : 1));
}

/** What the other models of a preparation are to one of them; of several rows of one, the first is the root or parent. */
export function relationsOf(models: readonly TableModel[], model: TableModel): Relations {
  const against = (name: string | null) => {
    const found = models.find(({ identity }) => identity === name);
    return found ? moveFrom(found, model) : null;
  };
  const first = models.find(({ identity }) => identity === model.identity) ?? model;
  return {
    root: against(model.root),
    parent: against(model.parent),
    descendants: childrenOf(
      first,
      models.filter(({ root }) => root === model.identity),
    ),
    children: childrenOf(
      first,
      models.filter(({ parent }) => parent === model.identity),
    ),
  };
}

/** Every run of a model. */
const runsOf = (id: number) =>
  select(keyedRuns, ({ row, precision, submission_date, average, co2_kg, caution, model_id }) => ({
    rows: {
      row,
      precision,
      submission_date,
      average,
      co2_kg,
      caution,
    },
    where: sql`${model_id} = ${id}`,
    orderBy: [row],
  }));
type Run = RowOf<ReturnType<typeof runsOf>>;

/** Asks for the runs and the review of a model. */
export async function loadFamily(engine: Engine, model: TableModel): Promise<Family> {
  const ask = (sql: string) => engine.query(sql);
  const [runs, corrected, moe, cautioned] = await Promise.all([
    runsOf(model.model_id).askOf(ask),
    correctionsOf(model.model).askOf(ask),
    moeReviewOf(model.model).askOf(ask),
    cautionsOf(model.model).askOf(ask),
  ]);
  return { runs, corrections: corrected, moe: moe[0] ?? null, caution: cautioned[0] ?? null };
}
