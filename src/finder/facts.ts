import { licenceWords, originsOf, type Origin } from '../choose/roots.ts';
import { benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import type { Engine } from '../engine/engine.ts';
import { errorsOf, type ScoreErrors } from './difference.ts';
import { loadFamily, relationsOf, type Family, type Relations } from './family.ts';
import { modelKey, type ModelTable, type TableModel } from './model-table.ts';
import { profileOf, type Profile } from './profile.ts';

/** A model as its card shows it: raw results stand in the table alone. */
export type CardModel = Omit<TableModel, `${Benchmark}_raw`>;

/** A model near another in ability. */
export type Near = Pick<TableModel, 'model' | 'parameters_b' | 'average'> & { distance: number };

/** Everything that the page says of one model: of its preparation, whatever the slice is. */
export interface Facts extends Pick<Profile, 'peers' | 'rank' | 'of' | 'standings' | 'carbonFold'> {
  model: CardModel;
  errors: ScoreErrors;
  neighbours: readonly Near[];
  /** How many models of the preparation have its name. */
  twins: number;
  relations: Relations;
  family: Family;
  /** Cautions of the models that are named, by name. */
  cautions: Readonly<Record<string, string>>;
  /** Whether it is a copy of a model of the table that was asked in the other format. */
  originalAskedOtherwise?: true;
  /** Where it comes from as far as its licence goes; left out where nothing is known. */
  origin?: Origin;
  /** Positions among the names of `namesIn` of models that were gone from the Hub when the table was made. */
  gone: readonly number[];
  /** Models that are named and are not in the preparation. */
  strangers: readonly string[];
}

/** Every other model that the facts of one name, once each. */
export function namesIn({
  model,
  neighbours,
  relations,
}: Pick<Facts, 'model' | 'neighbours' | 'relations'>): string[] {
  const { root, parent, makers, descendants, children } = relations;
  return [
    ...new Set([
      ...neighbours.map((near) => near.model),
      ...[root, parent, makers].flatMap((from) => (from ? [from.base] : [])),
      ...[...descendants, ...children].map(({ name }) => name),
      ...(model.copy_of === null ? [] : [model.copy_of]),
    ]),
  ];
}

const known = new WeakMap<Facts, ReadonlySet<string>>();

/** The models that the facts of one name and that were gone from the Hub. */
export function goneIn(facts: Facts): ReadonlySet<string> {
  const names = namesIn(facts);
  const gone = known.get(facts) ?? new Set(facts.gone.map((at) => names[at]!));
  known.set(facts, gone);
  return gone;
}

/** Digits of a distance in ability behind its point. */
export const distanceDigits = 2;

const origins = new WeakMap<ModelTable['models'], readonly Origin[]>();

/** The origins of the models of a table; made once. */
function originsIn(models: ModelTable['models']): readonly Origin[] {
  const made = origins.get(models) ?? originsOf(models);
  origins.set(models, made);
  return made;
}

const isKnown = ({ isRoot, root }: Origin): boolean => isRoot || root !== null;

/** The licence of a model, and that of the model whose licence binds it as well. */
export const licenceIn = ({ model: { license }, origin }: Pick<Facts, 'model' | 'origin'>): string =>
  licenceWords({ license, ...(origin ?? { isRoot: false, root: null, root_license: null }) });

const isRaw = (key: string) => benchmarks.some((name) => key === `${name}_raw`);

/** What the page says of the model at a position of the table, given what the runs and the review say of it. */
export function factsOf(table: ModelTable, at: number, family: Family): Facts {
  const { model, neighbours, ...profile } = profileOf(table.models, at);
  const relations = relationsOf(table.models, model);
  const origin = originsIn(table.models)[at]!;
  const near = neighbours.map(({ model: { model: name, parameters_b, average }, distance }) => ({
    model: name,
    parameters_b,
    average,
    // As it is written.
    distance: Number(distance.toFixed(distanceDigits)),
  }));
  const original = model.copy_of === null ? undefined : table.positions.get(modelKey(model.copy_of));
  const otherwise = original !== undefined && table.models[original]!.chat_template !== model.chat_template;
  const places = namesIn({ model, neighbours: near, relations }).map(
    (name) => [name, table.positions.get(modelKey(name))] as const,
  );
  return {
    ...profile,
    model: Object.fromEntries(Object.entries(model).filter(([key]) => !isRaw(key))) as CardModel,
    errors: errorsOf(model),
    neighbours: near,
    twins: table.twins.get(modelKey(model.model))!,
    relations,
    family,
    cautions: Object.fromEntries(
      places.flatMap(([name, place]) => {
        const caution = place === undefined ? null : table.models[place]!.caution;
        return caution === null ? [] : [[name, caution]];
      }),
    ),
    ...(otherwise && { originalAskedOtherwise: true as const }),
    ...(isKnown(origin) && { origin }),
    gone: places.flatMap(([, place], at) => (place === undefined || table.models[place]!.on_hub ? [] : [at])),
    strangers: places.flatMap(([name, place]) => (place === undefined ? [name] : [])),
  };
}

/** What the page says of the model of a name, asked of the engine; undefined where the table has none. */
export async function askFacts(engine: Engine, table: ModelTable, name: string): Promise<Facts | undefined> {
  const at = table.positions.get(modelKey(name));
  return at === undefined ? undefined : factsOf(table, at, await loadFamily(engine, table.models[at]!));
}
