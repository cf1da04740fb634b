import { benchmarks } from '../dataset/benchmarks.ts';
import { licenceParameter, type LicenceAsked } from '../choose/licences.ts';
import { bitsParameter, memoryParameter } from '../choose/machine-parameters.ts';
import { usualMachine } from '../choose/memory.ts';
import { patternProblem } from '../explorer/pattern.ts';
import { quote } from '../slice/field.ts';
import { longestWords } from '../slice/kinds/words.ts';
import {
  addressWith,
  ParameterProblem,
  queryOf,
  readParameters,
  type Parameters,
} from '../slice/parameters.ts';
import { modelKey } from './model-table.ts';
import { nameIn } from './name-search.ts';

/** Most models that are compared. */
export const mostModels = 4;

/** What a Pareto front weighs: less of a cost, more of a gain. */
export const costs = ['parameters_b', 'active_parameters_b', 'co2_step_corrected_kg', 'co2_kg'] as const;
export type Cost = (typeof costs)[number];
export const gains = ['average', ...benchmarks] as const;
export type Gain = (typeof gains)[number];
/** What the reader chose of the page besides the slice. */
export interface Choice {
  /** Names of models, as they are written in the address. */
  models: readonly string[];
  cost: Cost;
  gain: Gain;
  /** Whether models that are as good within noise are listed, too. */
  withClose: boolean;
  /** Memory in GB that a model may take at most, at so many bits; null for any. */
  memory: number | null;
  bits: number;
  /** What is asked of the licence, by the model’s own page and by that of its root. */
  licence: LicenceAsked;
  /** Whether models that are gone from the Hub are left out of the front, and those with a caution. */
  onHub: boolean;
  withoutCautioned: boolean;
}

/** A parameter of a few words, the first of which is the default. */
const word = <T extends string>(key: string, words: readonly T[]) => ({
  key,
  empty: words[0]!,
  parse(text: string): T {
    const found = words.find((each) => each === text);
    if (!found)
      throw new ParameterProblem(`${quote(text)} is not a value of “${key}”; it takes ${words.join(', ')}`);
    return found;
  },
  format: (value: T) => value,
});

const others = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const closeness = word('close', ['no', 'yes']);
const presence = word('still', ['hub', 'any']);
const caution = word('cautioned', ['in', 'out']);

/** The parameters of the address that this page reads besides the slice's. */
export const finderParameters: Parameters<Choice> = {
  models: {
    key: 'm',
    empty: [],
    repeats: true,
    parse(_, texts) {
      // A name counts once, whatever its case; of several spellings the first stays.
      const byKey = new Map<string, string>();
      for (const name of texts.map(nameIn))
        if (name !== '' && !byKey.has(modelKey(name))) byKey.set(modelKey(name), name);
      const named = [...byKey.values()];
      if (named.length > mostModels)
        throw new ParameterProblem(
          `${mostModels} models stand side by side, and ${named.length} are asked for: the first ${mostModels} are shown; remove one of them to add ${others.format(named.slice(mostModels).map(quote))} by the search`,
          named.slice(0, mostModels),
        );
      return named;
    },
    format: (names) => names,
  },
  cost: word('cost', costs),
  gain: word('gain', gains),
  withClose: {
    ...closeness,
    empty: false,
    parse: (text) => closeness.parse(text) === 'yes',
    format: (value) => (value ? 'yes' : 'no'),
  },
  memory: memoryParameter(null),
  bits: bitsParameter(usualMachine.bits),
  licence: licenceParameter,
  onHub: {
    ...presence,
    empty: true,
    parse: (text) => presence.parse(text) === 'hub',
    format: (value) => (value ? 'hub' : 'any'),
  },
  withoutCautioned: {
    ...caution,
    empty: false,
    parse: (text) => caution.parse(text) === 'out',
    format: (value) => (value ? 'out' : 'in'),
  },
};

/** Reads the choice from an address; what cannot be read is named and left at its default. */
export function readChoice(query: URLSearchParams): { choice: Choice; problems: string[] } {
  const { values, problems } = readParameters(finderParameters, query);
  return { choice: values, problems };
}

/** An address with a choice in place of the one that it holds; all else stays. */
export const addressWithChoice = (address: string, choice: Choice): string =>
  addressWith(address, finderParameters, choice);

/** Address of the explorer, whose page is `explorer`, with a model and all that descend from it. */
export const descendantsUrl = (explorer: string, identity: string): string =>
  `${explorer}?${queryOf([['base', identity.toLowerCase()]])}`;

/**
 * Address of the explorer, whose page is `explorer`, with the models of a name, case aside; with all that hold its
 * words where no pattern can say it.
 */
export function explorerUrl(explorer: string, name: string): string {
  const exact = `^${name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`;
  return `${explorer}?${queryOf([
    patternProblem(exact) === undefined
      ? ['pattern', exact]
      : ['name', name.toLowerCase().slice(0, longestWords)],
  ])}`;
}
