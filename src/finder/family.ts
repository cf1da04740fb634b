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

/** Whether a row is of a model; of all, where none is named. */
const isNamed = (column: Expression, name: string | undefined) =>
  name === undefined ? undefined : sql`lower(trim(${column})) = ${modelKey(name)}`;

/** Reviewed corrections of the facts of a model, or of all. */
const correctionsOf = (name?: string) =>
  select(corrections, ({ model, column, value, reason, source }) => ({
    rows: { model, column, value, reason, source },
    where: isNamed(model, name),
    orderBy: [column, model],
  }));

/** Cautions about the results of a model, or of all. */
const cautionsOf = (name?: string) =>
  select(cautions, ({ model, kind, evaluation, evidence, source }) => ({
    rows: { model, kind, evaluation, evidence, source },
    where: isNamed(model, name),
    orderBy: [kind, model, evaluation],
  }));

/** What the review of MoE models says of a model, or of all. */
const moeReviewOf = (name?: string) =>
  select(moeReview, ({ model, moe, method, reason }) => ({
    rows: { model, moe, method, reason },
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

/** Who is whose root and parent in a table, found once. */
const kin = (models: readonly TableModel[]) => ({
  // Later entries of a map win, so the first row comes last.
  first: new Map(models.map((model) => [model.identity, model] as const).reverse()),
  byRoot: Map.groupBy(models, ({ root }) => root),
  byParent: Map.groupBy(models, ({ parent }) => parent),
});

const kinOf = new WeakMap<readonly TableModel[], ReturnType<typeof kin>>();

/** What the other models of a preparation are to one of them; of several rows of one, the first is the root or parent. */
export function relationsOf(models: readonly TableModel[], model: TableModel): Relations {
  const { first, byRoot, byParent } = kinOf.get(models) ?? kin(models);
  kinOf.set(models, { first, byRoot, byParent });
  const against = (name: string | null) => {
    const found = name === null ? undefined : first.get(name);
    return found ? moveFrom(found, model) : null;
  };
  const own = first.get(model.identity) ?? model;
  return {
    root: against(model.root),
    parent: against(model.parent),
    descendants: childrenOf(own, byRoot.get(model.identity) ?? []),
    children: childrenOf(own, byParent.get(model.identity) ?? []),
  };
}

/** Every run of a model, or of all. */
const runsOf = (id?: number) =>
  select(keyedRuns, ({ row, precision, submission_date, average, co2_kg, caution, model_id }) => ({
    rows: {
      row,
      precision,
      submission_date,
      average,
      co2_kg,
      caution,
      model_id,
    },
    where: id === undefined ? undefined : sql`${model_id} = ${id}`,
    orderBy: [row],
  }));
type Run = RowOf<ReturnType<typeof runsOf>>;

/** Asks for the runs and the review of a model. */
export async function loadFamily(engine: Pick<Engine, 'query'>, model: TableModel): Promise<Family> {
  const ask = (sql: string) => engine.query(sql);
  const [runs, corrected, moe, cautioned] = await Promise.all([
    runsOf(model.model_id).askOf(ask),
    correctionsOf(model.model).askOf(ask),
    moeReviewOf(model.model).askOf(ask),
    cautionsOf(model.model).askOf(ask),
  ]);
  return { runs, corrections: corrected, moe: moe[0] ?? null, caution: cautioned[0] ?? null };
}

/** Asks for the runs and the review of all models at once, and answers what they say of each. */
export async function loadFamilies(engine: Pick<Engine, 'query'>): Promise<(model: TableModel) => Family> {
  const ask = (sql: string) => engine.query(sql);
  const runs = Map.groupBy(await runsOf().askOf(ask), ({ model_id }) => model_id);
  const byName = <R extends { model: string }>(rows: readonly R[]) =>
    Map.groupBy(rows, ({ model }) => modelKey(model));
  const corrected = byName(await correctionsOf().askOf(ask));
  const moe = byName(await moeReviewOf().askOf(ask));
  const cautioned = byName(await cautionsOf().askOf(ask));
  return ({ model_id, model }) => ({
    runs: runs.get(model_id) ?? [],
    corrections: corrected.get(modelKey(model)) ?? [],
    moe: moe.get(modelKey(model))?.[0] ?? null,
    caution: cautioned.get(modelKey(model))?.[0] ?? null,
  });
}
