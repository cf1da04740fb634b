import { benchmarks, byBenchmark, type Benchmark } from '../dataset/benchmarks.ts';
import type { ModelType } from '../dataset/model-types.ts';
import type { TableModel } from '../finder/model-table.ts';
import { originsOf, type Origin } from './roots.ts';
import { scoreVariance } from '../statistics/methods/score-error.ts';

/** What is known of a model that a reader may choose. */
export interface Candidate extends Origin {
  model: string;
  /** All parameters in billions, not the active ones. */
  parameters_b: number;
  license: string | null;
  /** Day of the upload, of the submission without one. */
  day: string | null;
  type: ModelType;
  official: boolean;
  onHub: boolean;
  moe: boolean;
  /** Whether it was asked in the chat format. */
  chatFormat: boolean;
  caution: string | null;
  /** The model that this one is a copy of. */
  copy_of: string | null;
  /** Points on each benchmark, and their standard errors by the questions. */
  scores: Readonly<Record<Benchmark, number>>;
  errors: Readonly<Record<Benchmark, number>>;
}

const digits = (value: number, count: number) => Number(value.toFixed(count));

/** The candidates among the models of the table, in its order: those whose size is known. */
export function candidatesOf(models: readonly TableModel[]): Candidate[] {
  const origins = originsOf(models);
  return models.flatMap((model, at) =>
    model.parameters_b !== null && model.parameters_b > 0
      ? [
          {
            model: model.model,
            parameters_b: model.parameters_b,
            license: model.license,
            ...origins[at]!,
            day: model.upload_date ?? model.submission_date,
            type: model.type as ModelType,
            official: model.official_provider,
            onHub: model.on_hub,
            moe: model.moe,
            chatFormat: model.chat_template,
            caution: model.caution,
            copy_of: model.copy_of,
            // Four digits keep every average as it is published, three every error.
            scores: byBenchmark((name) => digits(model[name], 4)),
            errors: byBenchmark((name) => digits(Math.sqrt(scoreVariance(name, model[`${name}_raw`])), 3)),
          },
        ]
      : [],
  );
}

const facts = ['model', 'parameters_b'] as const;
const shared = ['license', 'day', 'type'] as const;
const flags = ['official', 'onHub', 'moe', 'chatFormat'] as const;
const rare = ['caution', 'copy_of'] as const;

/** The candidates column by column, as they are published: what is alike stands together and packs well. */
export interface CandidateColumns {
  facts: { [K in (typeof facts)[number]]: readonly Candidate[K][] };
  /** Values that many models have, each once, and the place there of the one that each model has. */
  shared: { [K in (typeof shared)[number]]: { values: readonly Candidate[K][]; at: readonly number[] } };
  /** A digit a model, 1 for a yes. */
  flags: Record<(typeof flags)[number], string>;
  /** What few models have, with their places. */
  rare: Record<(typeof rare)[number], readonly (readonly [at: number, value: string])[]>;
  /** Every origin once, and the place there of the one that each model has. */
  origins: readonly Origin[];
  origin: readonly number[];
  scores: Record<Benchmark, readonly number[]>;
  errors: Record<Benchmark, readonly number[]>;
}

export function columnsOf(candidates: readonly Candidate[]): CandidateColumns {
  const places = new Map<string, number>();
  const origin = candidates.map(({ isRoot, root, root_license }) => {
    const text = JSON.stringify({ isRoot, root, root_license } satisfies Origin);
    if (!places.has(text)) places.set(text, places.size);
    return places.get(text)!;
  });
  return {
    origins: [...places.keys()].map((text) => JSON.parse(text) as Origin),
    origin,
    facts: Object.fromEntries(
      facts.map((name) => [name, candidates.map((each) => each[name])]),
    ) as unknown as CandidateColumns['facts'],
    shared: Object.fromEntries(
      shared.map((name) => {
        const values = [...new Set(candidates.map((each) => each[name]))];
        const places = new Map(values.map((value, at) => [value, at]));
        return [name, { values, at: candidates.map((each) => places.get(each[name])!) }];
      }),
    ) as unknown as CandidateColumns['shared'],
    flags: Object.fromEntries(
      flags.map((name) => [name, candidates.map((each) => Number(each[name])).join('')]),
    ) as CandidateColumns['flags'],
    rare: Object.fromEntries(
      rare.map((name) => [
        name,
        candidates.flatMap(({ [name]: value }, at) => (value === null ? [] : [[at, value] as const])),
      ]),
    ) as unknown as CandidateColumns['rare'],
    scores: byBenchmark((name) => candidates.map(({ scores }) => scores[name])),
    errors: byBenchmark((name) => candidates.map(({ errors }) => errors[name])),
  };
}

/** The candidates of a published file. */
export function candidatesIn(columns: CandidateColumns): Candidate[] {
  const found = rare.map((name) => [name, new Map(columns.rare[name])] as const);
  return columns.facts.model.map(
    (_, at) =>
      ({
        ...Object.fromEntries(facts.map((name) => [name, columns.facts[name][at]])),
        ...Object.fromEntries(
          shared.map((name) => [name, columns.shared[name].values[columns.shared[name].at[at]!]]),
        ),
        ...Object.fromEntries(flags.map((name) => [name, columns.flags[name][at] === '1'])),
        ...Object.fromEntries(found.map(([name, values]) => [name, values.get(at) ?? null])),
        ...columns.origins[columns.origin[at]!],
        scores: byBenchmark((name) => columns.scores[name][at]!),
        errors: byBenchmark((name) => columns.errors[name][at]!),
      }) as Candidate,
  );
}

const sum = (of: (name: Benchmark) => number) => benchmarks.reduce((total, name) => total + of(name), 0);

/** The weighted mean of a candidate's scores, and its variance by the questions, whose errors are independent. */
export function weighted(
  { scores, errors }: Pick<Candidate, 'scores' | 'errors'>,
  weights: Readonly<Record<Benchmark, number>>,
): { score: number; variance: number } {
  const total = sum((name) => weights[name]);
  return {
    score: sum((name) => weights[name] * scores[name]) / total,
    variance: sum((name) => (weights[name] * errors[name]) ** 2) / total ** 2,
  };
}
