import { cautionWords } from '../dataset/cautions.ts';
import { renames } from '../dataset/identity/renames.ts';
import { modelKey, type TableModel } from './model-table.ts';

/** A model as it is offered to those who search for one. */
export interface KnownName {
  name: string;
  /** Other names that its repository had or has. */
  others: readonly string[];
  /** In billions; 0 where it is not known. */
  parameters_b: number;
  average: number;
  likes: number;
  official: boolean;
  /** Whether it is a copy of another, or stands under a former name beside the newer one. */
  isCopy: boolean;
  /** Whether it was gone from the Hub when the table was made. */
  isGone: boolean;
  /** Why its results should not be passed on without a word; blank for none. */
  caution: string;
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** The models as they are offered; one of several rows once, by the first. */
export function knownNamesOf(models: readonly TableModel[]): KnownName[] {
  // Later entries of a map win, so the first row comes last.
  const byKey = new Map(models.map((model) => [modelKey(model.model), model] as const).reverse());
  const others = (name: string) =>
    renames.flatMap(({ former, now }) =>
      [
        [former, now],
        [now, former],
      ].flatMap(([other, own]) =>
        modelKey(own!) === modelKey(name) && !byKey.has(modelKey(other!)) ? [other!] : [],
      ),
    );
  return models
    .filter((model) => byKey.get(modelKey(model.model)) === model)
    .map((model) => ({
      name: model.model,
      others: others(model.model),
      // As many digits as any text shows, and those that decide how it is rounded.
      parameters_b: rounded(model.parameters_b, 4),
      average: rounded(model.average, 4),
      likes: model.likes,
      official: model.official_provider,
      isCopy:
        model.copy_of !== null ||
        (modelKey(model.identity) !== modelKey(model.model) && byKey.has(modelKey(model.identity))),
      isGone: !model.on_hub,
      caution: cautionWords(model.caution),
    }));
}

/** What few of the models have, by position. */
type Some<T> = readonly (readonly [at: number, value: T])[];

/** The same column by column, as it is published: what is alike stands together and packs well. */
export interface NameColumns {
  names: readonly string[];
  parameters_b: readonly number[];
  average: readonly number[];
  likes: readonly number[];
  others: Some<readonly string[]>;
  cautions: Some<string>;
  /** Positions of the official ones, of copies, and of those that are gone from the Hub. */
  official: readonly number[];
  copies: readonly number[];
  gone: readonly number[];
}

const some = <T>(models: readonly KnownName[], of: (model: KnownName) => T | null): Some<T> =>
  models.flatMap((model, at) => {
    const value = of(model);
    return value === null ? [] : [[at, value] as const];
  });

export const nameColumnsOf = (models: readonly KnownName[]): NameColumns => ({
  names: models.map(({ name }) => name),
  parameters_b: models.map((model) => model.parameters_b),
  average: models.map(({ average }) => average),
  likes: models.map(({ likes }) => likes),
  others: some(models, ({ others }) => (others.length > 0 ? others : null)),
  cautions: some(models, ({ caution }) => caution || null),
  official: some(models, ({ official }) => official || null).map(([at]) => at),
  copies: some(models, ({ isCopy }) => isCopy || null).map(([at]) => at),
  gone: some(models, ({ isGone }) => isGone || null).map(([at]) => at),
});

const unpacked = new WeakMap<NameColumns, readonly KnownName[]>();

function unpack(columns: NameColumns): readonly KnownName[] {
  const [others, cautions] = [new Map(columns.others), new Map(columns.cautions)];
  const [official, copies, gone] = [columns.official, columns.copies, columns.gone].map(
    (positions) => new Set(positions),
  ) as [Set<number>, Set<number>, Set<number>];
  return columns.names.map((name, at) => ({
    name,
    others: others.get(at) ?? [],
    parameters_b: columns.parameters_b[at]!,
    average: columns.average[at]!,
    likes: columns.likes[at]!,
    official: official.has(at),
    isCopy: copies.has(at),
    isGone: gone.has(at),
    caution: cautions.get(at) ?? '',
  }));
}

/** The models of a published file, unpacked once. */
export function knownNamesIn(columns: NameColumns): readonly KnownName[] {
  const known = unpacked.get(columns) ?? unpack(columns);
  unpacked.set(columns, known);
  return known;
}
