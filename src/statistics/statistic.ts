import type { Query } from '../dataset/select.ts';
import type { Row } from '../engine/engine.ts';
import type { Estimate } from './methods/estimate.ts';
import type { Stepwise } from './methods/stepwise.ts';

/** How a number is written. */
export interface Unit {
  /** The unit in words, as published beside the number. */
  name: string;
  /** Text after the number, with its non-breaking space where it needs one; blank for counts and ratios. */
  suffix: string;
  digits: number;
  /** Multiplied before writing: 100 for a share written in percent. */
  scale?: number;
}

export const units = {
  models: { name: 'models', suffix: '', digits: 0 },
  runs: { name: 'runs', suffix: '', digits: 0 },
  pairs: { name: 'pairs', suffix: '', digits: 0 },
  organisations: { name: 'organisations', suffix: '', digits: 0 },
  lineages: { name: 'lineages', suffix: '', digits: 0 },
  billions: { name: 'billion parameters', suffix: '', digits: 1 },
  points: { name: 'points', suffix: '', digits: 1 },
  pointsPerBillion: { name: 'points per billion parameters', suffix: '', digits: 2 },
  pointsPerDoubling: { name: 'points per doubling of parameters', suffix: '', digits: 1 },
  pointsPerQuarter: { name: 'points per quarter of a year', suffix: '', digits: 1 },
  doublingsPerYear: { name: 'doublings per year', suffix: '', digits: 1 },
  months: { name: 'months', suffix: '', digits: 1 },
  standardErrors: { name: 'standard errors', suffix: '', digits: 1 },
  standouts: { name: 'models that stand out', suffix: '', digits: 0 },
  recordDays: { name: 'days that set a record', suffix: '', digits: 0 },
  rank: { name: 'rank', suffix: '', digits: 0 },
  ranks: { name: 'ranks', suffix: '', digits: 0 },
  tournaments: { name: 'tournaments', suffix: '', digits: 0 },
  pairsTold: { name: 'pairs that can be told apart', suffix: '', digits: 0 },
  untold: { name: 'models that cannot be told apart', suffix: '', digits: 0 },
  modelsOfBoth: { name: 'models among the first by both', suffix: '', digits: 0 },
  winScore: { name: 'wins', suffix: '', digits: 2 },
  expectedDays: { name: 'days that would set a record', suffix: '', digits: 1 },
  kg: { name: 'kg CO₂', suffix: '', digits: 2 },
  pointsPerKg: { name: 'points per kg CO₂', suffix: '', digits: 1 },
  pointsPerCo2Doubling: { name: 'points per doubling of CO₂', suffix: '', digits: 1 },
  bases: { name: 'root models', suffix: '', digits: 0 },
  groups: { name: 'groups', suffix: '', digits: 0 },
  comparisons: { name: 'comparisons', suffix: '', digits: 0 },
  steps: { name: 'steps from one size to the next', suffix: '', digits: 0 },
  kgPerBillion: { name: 'kg CO₂ per billion parameters', suffix: '', digits: 2 },
  share: { name: 'share', suffix: '\u00a0%', digits: 0, scale: 100 },
  shareDifference: { name: 'percentage points', suffix: '', digits: 0, scale: 100 },
  explained: { name: 'share of variance', suffix: '\u00a0%', digits: 0, scale: 100 },
  correlation: { name: 'rank correlation', suffix: '', digits: 2 },
  elasticity: { name: 'percent CO₂ per percent of parameters', suffix: '', digits: 2 },
  fold: { name: 'times', suffix: '', digits: 2 },
  probability: { name: 'probability', suffix: '', digits: 3 },
  index: { name: 'index from 0 to 1', suffix: '', digits: 3 },
} as const satisfies Record<string, Unit>;

/** A named number: what it is called and how it is written. */
export interface Definition {
  id: string;
  /** What the number is, as a noun phrase. */
  label: string;
  unit: Unit;
  /** Fewest values that the number is shown for; below, a slice answers “too few”. */
  minimum: number;
}

/** Statistics that one query feeds. */
export interface Family {
  /** One fully ordered SELECT over the views of the slice, every column cast. */
  sql: string;
  definitions: readonly Definition[];
  /** What takes long of `derive`, to be computed in steps before. */
  ahead?(rows: readonly Row[]): Stepwise<unknown>;
  /** Every definition of the family over the rows of the query; an estimate is computed when it is first read. */
  derive(rows: readonly Row[]): Readonly<Record<string, Estimate>>;
  /** Computed when the report is built and never in a slice, where the published value stays and says so. */
  publishedOnly?: true;
}

/** What stands beside the published value of a number, in a slice that does not ask it again. */
export const ofTheWholeTable = 'of the whole table';

/**
 * Lets a derivation keep its answer for as long as the rows that it was computed from are kept: figures and
 * texts of one page often draw on the same family, whose rows a slice hands to both.
 */
function remembered<R, T>(derive: (rows: readonly R[]) => T): (rows: readonly R[]) => T {
  const answers = new WeakMap<readonly R[], { answer: T }>();
  return (rows) => {
    let kept = answers.get(rows);
    if (!kept) {
      kept = { answer: derive(rows) };
      answers.set(rows, kept);
    }
    return kept.answer;
  };
}

/** Estimates by id, or how each is computed once somebody reads it: a page reads a part of most families. */
export type Derivation = Readonly<Record<string, Estimate | (() => Estimate)>>;

/** The estimates of a derivation, each computed when it is first read and kept. */
function onDemand(derivation: Derivation): Readonly<Record<string, Estimate>> {
  const estimates: Record<string, Estimate> = {};
  for (const [id, made] of Object.entries(derivation)) {
    const keep = (value: Estimate) => {
      Object.defineProperty(estimates, id, { value, enumerable: true });
      return value;
    };
    if (typeof made !== 'function') keep(made);
    else
      Object.defineProperty(estimates, id, {
        get: () => keep(made()),
        enumerable: true,
        configurable: true,
      });
  }
  return estimates;
}

/** A family that says what its rows are. */
export interface TypedFamily<R> extends Family {
  query: Query<R>;
}

/**
 * Statistics that a typed query feeds. What is derived from rows is kept as long as they are: figures and texts of
 * one page draw on the same families.
 */
export function family<R>({
  query,
  definitions,
  ahead,
  derive,
  publishedOnly,
}: {
  query: Query<R>;
  definitions: readonly Definition[];
  ahead?(rows: readonly R[]): Stepwise<unknown>;
  derive(rows: readonly R[]): Derivation;
  publishedOnly?: true;
}): TypedFamily<R> {
  return {
    query,
    sql: query.sql,
    definitions,
    ...(publishedOnly && { publishedOnly }),
    ...(ahead && { ahead: (rows: readonly Row[]) => ahead(query.read(rows)) }),
    derive: remembered((rows: readonly Row[]) => onDemand(derive(query.read(rows)))),
  };
}

/** Fewest values for an estimate with an interval. */
export const fewestForEstimate = 10;

/** A definition of an estimate. */
export const estimated = (id: string, label: string, unit: Unit): Definition => ({
  id,
  label,
  unit,
  minimum: fewestForEstimate,
});

/** A definition of a count or another fact of the whole slice, shown for any number of values. */
export const fact = (id: string, label: string, unit: Unit): Definition => ({ id, label, unit, minimum: 0 });

/** The numbers of one column, blanks left out. */
export function numbersOf<K extends string>(
  rows: readonly { readonly [P in K]?: unknown }[],
  column: K,
): number[] {
  const numbers: number[] = [];
  for (const row of rows) {
    const value = row[column];
    if (typeof value === 'number') numbers.push(value);
  }
  return numbers;
}
