import { select, sql, type Expression, type RowOf } from '../dataset/select.ts';
import { cautions, corrections, keyedRuns, moeReview } from '../dataset/tables.ts';
import { benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import type { Engine } from '../engine/engine.ts';
import { clustersOf } from '../statistics/methods/clusters.ts';
import { meanEstimate } from '../statistics/methods/mean.ts';
import { differenceOf, errorsOf, type Difference } from './difference.ts';
import { modelKey, type TableModel } from './model-table.ts';

/** How one benchmark moved. */
export interface Move extends Difference {
  benchmark: Benchmark;
}

/** A model against another: its root, its parent, or what the makers of the root made of it. */
export interface BaseMove {
  base: string;
  /** Type of the other. */
  type: string;
  average: Difference;
  sameFormat: boolean;
  moves: readonly Move[];
}

/** A model against the chat version of its root by the makers of the root, and that one against the root. */
export interface MakersMove extends BaseMove {
  ofRoot: Difference;
}

export interface Child {
  name: string;
  change: number;
}

/** What those that descend from a model gained over it, on average. */
export interface Effect {
  models: number;
  /** Effective number of organisations that the intervals rest on. */
  organisations: number;
  /** Mean change with its 95 % interval, clustered by organisation and lineage; null where those are too few. */
  means: readonly { measure: 'average' | Benchmark; mean: number; low: number | null; high: number | null }[];
}

/** What other models are to one. */
export interface Relations {
  /** Against its root; null where that is none of the models. */
  root: BaseMove | null;
  /** Against its parent; null where none is known, or it is none of the models. */
  parent: BaseMove | null;
  /** Against the chat version of its root by the makers of the root; null where there is none, or it is that one. */
  makers: MakersMove | null;
  /** Whether it is that version itself. */
  isMakers: boolean;
  /** Models whose root it is, by gain, the largest first. */
  descendants: readonly Child[];
  /** Models whose parent it is known to be, likewise. */
  children: readonly Child[];
  /** What its descendants gained over it; null where it has none. */
  effect: Effect | null;
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

const measuredOf = (model: TableModel) => ({ ...model, errors: errorsOf(model) });

/** How a model moved from the one it is set against. */
export function moveFrom(base: TableModel, model: TableModel): BaseMove {
  const [from, to] = [measuredOf(base), measuredOf(model)];
  return {
    base: base.model,
    type: base.type,
    average: differenceOf(from, to, 'average'),
    sameFormat: model.chat_template === base.chat_template,
    moves: benchmarks.map((benchmark) => ({ benchmark, ...differenceOf(from, to, benchmark) })),
  };
}

/** What models gained over the one they descend from, by score; null for none. */
export function effectOf(base: TableModel, descendants: readonly TableModel[]): Effect | null {
  if (descendants.length === 0) return null;
  const clusters = clustersOf(descendants);
  return {
    models: descendants.length,
    organisations: clusters.effective.organisations,
    means: (['average', ...benchmarks] as const).map((measure) => {
      const { value, low, high } = meanEstimate(
        descendants.map((model) => model[measure] - base[measure]),
        clusters,
      );
      return { measure, mean: value!, low, high };
    }),
  };
}

/**
 * The chat version of a root by the makers of the root, among its descendants; of several first those that bear its
 * name, as a model for another task does not, then the most liked, of equals the first.
 */
const makersChat = (root: TableModel, descendants: readonly TableModel[]): TableModel | undefined =>
  descendants
    .filter(
      (model) =>
        model.organisation === root.organisation &&
        model.official_provider &&
        model.type === 'chat' &&
        model.copy_of === null,
    )
    .reduce<TableModel | undefined>((best, each) => {
      if (!best) return each;
      const [known, other] = [best, each].map(({ model }) =>
        modelKey(model).startsWith(modelKey(root.model)),
      );
      return known === other ? (best.likes >= each.likes ? best : each) : known ? best : each;
    }, undefined);

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
  const named = (name: string | null) => (name === null ? undefined : first.get(name));
  const [root, parent] = [named(model.root), named(model.parent)];
  const own = first.get(model.identity) ?? model;
  const descendants = byRoot.get(model.identity) ?? [];
  const makers = root && makersChat(root, byRoot.get(root.identity) ?? []);
  return {
    root: root ? moveFrom(root, model) : null,
    parent: parent ? moveFrom(parent, model) : null,
    makers:
      makers && makers.identity !== model.identity
        ? { ...moveFrom(makers, model), ofRoot: moveFrom(root, makers).average }
        : null,
    isMakers: makers?.identity === model.identity,
    descendants: childrenOf(own, descendants),
    children: childrenOf(own, byParent.get(model.identity) ?? []),
    effect: effectOf(own, descendants),
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
