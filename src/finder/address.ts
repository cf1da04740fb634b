import { benchmarks } from '../dataset/benchmarks.ts';
import { quote } from '../slice/field.ts';
import { modelKey } from './model-table.ts';
import { nameIn } from './name-search.ts';

/** Most models that are compared. */
export const mostModels = 4;

/** What a Pareto front weighs: less of a cost, more of a gain. */
export const costs = ['parameters_b', 'active_parameters_b', 'co2_kg'] as const;
export type Cost = (typeof costs)[number];
export const gains = ['average', ...benchmarks] as const;
export type Gain = (typeof gains)[number];
/** Whether the list of a front also names models that are as good within noise, as the address says it. */
const closeness = ['no', 'yes'] as const;

/** What the reader chose of the page besides the slice. */
export interface Choice {
  /** Names of models, as they are written in the address. */
  models: readonly string[];
  cost: Cost;
  gain: Gain;
  /** Whether models that are as good within noise are listed, too. */
  withClose: boolean;
}

/** Names of the parameters of the address that this page reads besides the slice's. */
export const finderParameters = ['m', 'cost', 'gain', 'close'] as const;

/** Reads the choice from an address; what cannot be read is named and left at its default. */
export function readChoice(query: URLSearchParams): { choice: Choice; problems: string[] } {
  const problems: string[] = [];
  const oneOf = <T extends string>(key: string, values: readonly T[]): T => {
    const text = query.get(key);
    const found = values.find((value) => value === text);
    if (text !== null && text !== '' && !found)
      problems.push(`${quote(text)} is not a value of “${key}”; it takes ${values.join(', ')}`);
    return found ?? values[0]!;
  };
  // A name counts once, whatever its case; of several spellings the first stays.
  const byKey = new Map<string, string>();
  for (const name of query.getAll('m').map(nameIn))
    if (name !== '' && !byKey.has(modelKey(name))) byKey.set(modelKey(name), name);
  const named = [...byKey.values()];
  if (named.length > mostModels)
    problems.push(`only the first ${mostModels} of ${named.length} models are shown`);
  const choice = {
    models: named.slice(0, mostModels),
    cost: oneOf('cost', costs),
    gain: oneOf('gain', gains),
    withClose: oneOf('close', closeness) === 'yes',
  };
  return { choice, problems };
}

/** The query with a choice in place of the one that it holds; defaults are left out, all else stays. */
export function writeChoice(
  query: URLSearchParams,
  { models, cost, gain, withClose }: Choice,
): URLSearchParams {
  const written = new URLSearchParams(query);
  for (const key of finderParameters) written.delete(key);
  for (const name of models) written.append('m', name);
  if (cost !== costs[0]) written.set('cost', cost);
  if (gain !== gains[0]) written.set('gain', gain);
  if (withClose) written.set('close', 'yes');
  return written;
}
