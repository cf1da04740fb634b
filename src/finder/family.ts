import { falling, pick, select, sql, type Expression, type RowOf } from '../dataset/select.ts';
import { allPairs, cautions, corrections, keyedRuns, moeReview } from '../dataset/tables.ts';
import { benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import { effectiveQuestions } from '../dataset/questions.ts';
import type { Engine } from '../engine/engine.ts';
import { binomialDifference } from '../statistics/methods/binomial-difference.ts';
import { normalQuantile } from '../statistics/methods/normal.ts';
import { modelKey, type TableModel } from './model-table.ts';

/** How one benchmark moved from the base. */
export interface Move {
  benchmark: Benchmark;
  /** Points of the normalised score. */
  change: number;
  /** Whether the raw results differ by less than their binomial error allows, at 95 %. */
  withinNoise: boolean;
}

/** A model against its base. */
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

/** What other rows of the table say of a model. */
export interface Family {
  base: BaseMove | null;
  /** Its root where that is no model of the table; null for none. */
  rootOutside: string | null;
  /** Change of the average from the parent; null where none is known or the table has not got it. */
  parentChange: number | null;
  /** Models whose root this one is, by gain, the largest first. */
  children: readonly Child[];
  runs: readonly Run[];
  /** Reviewed corrections of its facts. */
  corrections: readonly RowOf<ReturnType<typeof correctionsOf>>[];
  /** Why its results should not be passed on without a word. */
  caution: RowOf<ReturnType<typeof cautionsOf>> | null;
  /** What the review of MoE models says of it. */
  moe: RowOf<ReturnType<typeof moeReviewOf>> | null;
}

const critical = normalQuantile(0.975);

/** The pair of a model and its base, best that of the run in a row. */
const pairOf = ({ model_id: id, row: shown }: TableModel) =>
  select(allPairs, (columns) => ({
    rows: pick(columns, [
      'base_model',
      'chat_template',
      'base_chat_template',
      'average_change',
      ...benchmarks.flatMap((name) => [`${name}_change`, `${name}_raw`, `base_${name}_raw`] as const),
    ]),
    where: sql`${columns.model_id} = ${id}`,
    orderBy: [falling(sql`${columns.row} = ${shown}`), columns.row],
    limit: 1,
  }));
type Pair = RowOf<ReturnType<typeof pairOf>>;

const isNamed = (column: Expression, name: string) => sql`lower(trim(${column})) = ${modelKey(name)}`;

/** Runs whose base is a model of this name. */
const childrenNaming = (name: string) =>
  select(allPairs, ({ row, model, base_model, average_change }) => ({
    rows: { model, average_change },
    where: isNamed(base_model, name),
    orderBy: [row],
  }));
type ChildRun = RowOf<ReturnType<typeof childrenNaming>>;

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

/** A row of pairs as the moves of its benchmarks. */
export function movesOf(pair: Pair): BaseMove {
  return {
    base: pair.base_model,
    change: pair.average_change,
    sameFormat: pair.chat_template === pair.base_chat_template,
    moves: benchmarks.map((benchmark) => ({
      benchmark,
      change: pair[`${benchmark}_change`],
      withinNoise:
        Math.abs(
          binomialDifference(
            pair[`${benchmark}_raw`],
            pair[`base_${benchmark}_raw`],
            effectiveQuestions[benchmark],
          ),
        ) < critical,
    })),
  };
}

/** The best change of each child, in falling order, then by name; a child with several runs counts once. */
export function childrenOf(pairs: readonly ChildRun[]): Child[] {
  const best = new Map<string, Child>();
  for (const { model, average_change } of pairs) {
    const child = { name: model, change: average_change };
    const known = best.get(modelKey(child.name));
    if (!known || child.change > known.change) best.set(modelKey(child.name), child);
  }
  return [...best.values()].sort((a, b) => b.change - a.change || (a.name < b.name ? -1 : 1));
}

/** The average of a model by its identity, of its run at bfloat16, else the first, as of a base. */
const averageOf = (name: string) =>
  select(keyedRuns, ({ row, identity, precision, average }) => ({
    rows: { average },
    where: sql`${identity} = ${name}`,
    orderBy: [falling(sql`${precision} = 'bfloat16'`), row],
    limit: 1,
  }));

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

/** Asks for the base, the children, the runs and the review of a model. */
export async function loadFamily(engine: Engine, model: TableModel): Promise<Family> {
  const ask = (sql: string) => engine.query(sql);
  const [own, children, runs, corrected, moe, cautioned, parent] = await Promise.all([
    pairOf(model).askOf(ask),
    childrenNaming(model.model).askOf(ask),
    runsOf(model.model_id).askOf(ask),
    correctionsOf(model.model).askOf(ask),
    moeReviewOf(model.model).askOf(ask),
    cautionsOf(model.model).askOf(ask),
    model.parent === null ? [] : averageOf(model.parent).askOf(ask),
  ]);
  return {
    base: own[0] ? movesOf(own[0]) : null,
    rootOutside: own[0] ? null : model.root,
    parentChange: parent[0] ? model.average - parent[0].average : null,
    children: childrenOf(children),
    runs,
    corrections: corrected,
    moe: moe[0] ?? null,
    caution: cautioned[0] ?? null,
  };
}
