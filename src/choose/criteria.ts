import { benchmarks, byBenchmark, type Benchmark } from '../dataset/benchmarks.ts';
import { modelTypes, type ModelType } from '../dataset/model-types.ts';
import { quote } from '../slice/field.ts';
import { fields } from '../slice/fields.ts';
import {
  addressWith,
  ParameterProblem,
  readParameters,
  type Parameter,
  type Parameters,
} from '../slice/parameters.ts';
import { licenceParameter, type LicenceAsked } from './licences.ts';
import { bitsParameter, memoryParameter } from './machine-parameters.ts';
import { folderOf, machines, usualMachine, type Machine } from './memory.ts';

/** How much each benchmark counts; all alike is the average. */
export type Weights = Readonly<Record<Benchmark, number>>;

/** What the reader asks of a model. */
export interface Criteria extends Machine {
  licence: LicenceAsked;
  /** The types that are kept; all for none. */
  types: readonly ModelType[];
  /** Whether models that are gone from the Hub are left out. */
  onHub: boolean;
  /** Whether models of other than official providers are left out. */
  officialOnly: boolean;
  /** Whether models with a caution are left out. */
  withoutCautioned: boolean;
  /** Whether models that were asked in plain text are left out. */
  inChatFormat: boolean;
  weights: Weights;
}

const decimal = /^\d{1,6}(?:\.\d{1,6})?$/;

/** The greatest weight of a benchmark. */
export const greatestWeight = 100;

export const alike: Weights = byBenchmark(() => 1);

/** A parameter of two words for a yes and a no, of which `empty` is left out of the address. */
function flag(key: string, words: { yes: string; no: string }, empty: boolean): Parameter<boolean> {
  const format = (value: boolean) => (value ? words.yes : words.no);
  return {
    key,
    empty,
    parse(text) {
      for (const value of [true, false]) if (text === format(value)) return value;
      throw new ParameterProblem(
        `${quote(text)} is not a value of “${key}”; it takes ${words.yes} or ${words.no}`,
      );
    },
    format,
  };
}

/** Weights with nothing to tell them from others that mean the same. */
function plain(weights: Weights): Weights {
  const [first, ...others] = benchmarks.map((name) => weights[name]);
  return others.every((weight) => weight === first) ? alike : weights;
}

const weightsParameter: Parameter<Weights> = {
  key: 'weights',
  empty: alike,
  parse(text) {
    const entries = new Map<string, number>();
    for (const part of text.split(',')) {
      const [, name = '', weight = ''] = /^([a-z_]+)-(.*)$/.exec(part) ?? [];
      const value = Number(weight);
      const isKnown = benchmarks.some((each) => each === name) && !entries.has(name);
      if (!isKnown || !decimal.test(weight) || value > greatestWeight)
        throw new ParameterProblem(
          `${quote(part)} is no weight; write one as ifeval-2, each of ${benchmarks.join(', ')} at most once, from 0 to ${greatestWeight}, with commas between them`,
        );
      entries.set(name, value);
    }
    const weights = byBenchmark((name) => entries.get(name) ?? 0);
    if (benchmarks.every((name) => weights[name] === 0))
      throw new ParameterProblem('of the weights one has to be more than 0');
    return plain(weights);
  },
  format: (weights) =>
    benchmarks
      .filter((name) => weights[name] > 0)
      .map((name) => `${name}-${weights[name]}`)
      .join(','),
};

/** The types of the table, in the order in which the page has them. */
export const types = Object.keys(modelTypes) as ModelType[];

/** Types in the order of the page; none where they are all. */
export const plainTypes = (asked: readonly ModelType[]): readonly ModelType[] =>
  asked.length === types.length ? [] : types.filter((type) => asked.includes(type));

const anyType = 'any';

const typesParameter = (empty: readonly ModelType[]): Parameter<readonly ModelType[]> => ({
  key: 'kind',
  empty,
  parse(text) {
    if (text === anyType) return [];
    const parts = text.split(',');
    const known = plainTypes(types.filter((type) => parts.includes(type)));
    const strange = parts.find((part) => !types.some((type) => type === part));
    if (strange !== undefined)
      throw new ParameterProblem(
        `${quote(strange)} is not a value of “kind”; it takes ${anyType} or ${types.join(', ')}, with commas between them`,
        known,
      );
    return known;
  },
  format: (asked) => (asked.length === 0 ? anyType : asked.join(',')),
});

/** What a page asks where its own parameters do not say otherwise: what a slice in its address asks of the same. */
type Carried = Pick<Criteria, 'types' | 'officialOnly' | 'inChatFormat'>;

const noSlice: Carried = { types: [], officialOnly: false, inChatFormat: false };

/** What this page can ask of the slice that a reader brings along. */
function carriedIn(query: URLSearchParams): Carried {
  const { type, provider, template } = fields;
  const asked = readParameters({ type, provider, template }, query).values;
  const kept = types.filter((each) => asked.type.includes(each === 'multimodal' ? 'other' : each));
  return {
    types: plainTypes(kept),
    officialOnly: asked.provider === 'official',
    inChatFormat: asked.template === 'yes',
  };
}

/** The parameters of the address that this page reads, on the page of a machine. */
export const criteriaParameters = (
  machine: Machine = usualMachine,
  carried: Carried = noSlice,
): Parameters<Criteria> => ({
  memory: memoryParameter(machine.memory),
  bits: bitsParameter(machine.bits),
  licence: licenceParameter,
  types: typesParameter(carried.types),
  onHub: flag('still', { yes: 'hub', no: 'any' }, true),
  officialOnly: flag('makers', { yes: 'official', no: 'any' }, carried.officialOnly),
  withoutCautioned: flag('cautioned', { yes: 'out', no: 'in' }, true),
  inChatFormat: flag('asked', { yes: 'chat', no: 'any' }, carried.inChatFormat),
  weights: weightsParameter,
});

/** The machine whose page an address is of. */
export function machineOf(address: string): Machine {
  const { pathname } = new URL(address);
  return machines.find((machine) => pathname.endsWith(`/${folderOf(machine)}/`)) ?? usualMachine;
}

/** What the page of a machine asks. */
export const criteriaOf = (machine: Machine): Criteria =>
  readParameters(criteriaParameters(machine), new URLSearchParams()).values;

/**
 * Reads the criteria from the address of the page, and from the slice that it carries what they leave open; what cannot
 * be read is named and left at its default.
 */
export function readCriteria(address: string): { criteria: Criteria; problems: string[] } {
  const { searchParams } = new URL(address);
  const parameters = criteriaParameters(machineOf(address), carriedIn(searchParams));
  const { values, problems } = readParameters(parameters, searchParams);
  return { criteria: values, problems };
}

/**
 * Address of criteria: of the page of their machine if it has one, below `root`, the address of the usual machine's
 * page. What `address` asks besides stays.
 */
export function addressOf(root: string, address: string, criteria: Criteria): string {
  const { search, searchParams } = new URL(address);
  const folder = folderOf(criteria);
  const hasPage = machines.some((machine) => folderOf(machine) === folder);
  const page = new URL(hasPage && folder !== undefined ? `${folder}/` : '', new URL(root, address));
  page.search = search;
  const parameters = criteriaParameters(hasPage ? criteria : usualMachine, carriedIn(searchParams));
  return addressWith(page.href, parameters, criteria);
}
