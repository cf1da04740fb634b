import {
  flag,
  integer,
  known,
  maybe,
  select,
  sql,
  text,
  unionAll,
  type RowOf,
} from '../../dataset/select.ts';
import { models, reviewedTable } from '../../dataset/tables.ts';
import { timeOf } from '../../dataset/calendar.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf, type Clustered } from '../methods/clusters.ts';
import { count, estimate, type Estimate } from '../methods/estimate.ts';
import { fitLine, slopeEstimate } from '../methods/linear.ts';
import { inverseOf, monotoneCurve } from '../methods/monotone.ts';
import { recomputedEstimate } from '../methods/recomputed.ts';
import { estimated, fact, family, numbersOf, units, type Definition, type Unit } from '../statistic.ts';

/** The models that sizes are measured by: one maker, one release, pretrained, of seven sizes. */
const reference = 'Qwen/Qwen2\\.5-[0-9.]+B';

/** The Hub's days of upload begin here, as its documentation says: this one stands for every earlier day. */
const hubBegins = '2022-03-02';

/** What Xiao et al. report of the densest open models: a doubling in 3.5 months, here in doublings per year. */
export const paperPace = 12 / 3.5;

const keys = select(reviewedTable, (columns) => ({
  rows: {
    reference: known(flag`true`),
    ...clusterKeys(columns),
    model: columns.model,
    caution: maybe(text`NULL`),
    day: maybe(text`NULL`),
    parameters_b: columns.parameters_b,
    average: columns.average,
    row: known(integer`${columns.row}`),
  },
  where: sql`regexp_full_match(${columns.model}, ${reference}) AND ${columns.type} = 'pretrained'`,
  orderBy: [],
}));

const pretrained = select(models, (columns) => ({
  rows: {
    reference: known(flag`false`),
    ...clusterKeys(columns),
    model: columns.model,
    caution: columns.caution,
    day: text`CASE WHEN ${columns.upload_date} > ${hubBegins} THEN ${columns.upload_date} END`,
    parameters_b: columns.parameters_b,
    average: columns.average,
    row: known(integer`${columns.row}`),
  },
  where: sql`${columns.type} = 'pretrained' AND ${columns.parameters_b} > 0`,
  orderBy: [],
}));

const query = unionAll([keys, pretrained], ['reference', 'row']);
type Row = RowOf<typeof query>;

/** A pretrained model with a day and an average that the reference models reach. */
export interface Dense extends Clustered {
  model: string;
  caution: string | null;
  day: string;
  /** Time of the day in mean years since 1970. */
  year: number;
  parameters_b: number;
  average: number;
  /** The size at which the reference models have that average, in billions. */
  effective_b: number;
  /** Binary logarithm of effective size ÷ size. */
  log2: number;
}

const millisecondsInYear = 365.2425 * 86_400_000;

/** Time of a day in mean years since 1970. */
const yearOf = (day: string): number => timeOf(day) / millisecondsInYear;

/** The densities of dated models, the densest of a day first, and how many models the reference does not measure. */
export function densitiesOf(rows: readonly Row[]): {
  within: Dense[];
  below: number;
  above: number;
  undated: number;
} {
  const references = rows.filter((row) => row.reference);
  const curve = monotoneCurve(
    numbersOf(references, 'parameters_b').map(Math.log2),
    numbersOf(references, 'average'),
  );
  const found = { within: [] as Dense[], below: 0, above: 0, undated: 0 };
  for (const { reference: isReference, day, ...rest } of rows) {
    if (isReference) continue;
    const log2 = inverseOf(curve, rest.average);
    if (log2 === null) found[rest.average < curve.y[0]! ? 'below' : 'above'] += 1;
    else if (day === null) found.undated += 1;
    else
      found.within.push({
        ...rest,
        day,
        year: yearOf(day),
        effective_b: 2 ** log2,
        log2: log2 - Math.log2(rest.parameters_b),
      });
  }
  found.within.sort((a, b) => a.year - b.year || b.log2 - a.log2);
  return found;
}

/** The models that were denser than all of earlier days, from densities in order of day, the densest of a day first. */
export function densest<T extends { log2: number }>(rows: readonly T[]): T[] {
  let best = -Infinity;
  return rows.filter(({ log2 }) => {
    if (log2 <= best) return false;
    best = log2;
    return true;
  });
}

/** Fewest records that a line is drawn through. */
const fewestRecords = 3;

const ofRecords = (id: string, label: string, unit: Unit): Definition => ({
  id,
  label,
  unit,
  minimum: fewestRecords,
});

/** Slope of the line through the records, in doublings per year; NaN where they are too few. */
function frontierSlope(rows: readonly Dense[]): number {
  const records = densest(rows);
  return records.length < fewestRecords
    ? NaN
    : (fitLine(numbersOf(records, 'year'), numbersOf(records, 'log2'))?.slope ?? NaN);
}

/** The same with its interval, which rests on the records alone. */
const frontierOf = (rows: readonly Dense[]): Estimate =>
  recomputedEstimate(rows, frontierSlope, densest(rows).length);

/** Months per doubling from doublings per year; null where nothing doubles, without an interval where it may not. */
function monthsOf({ value, n, low, high, independent, clusters }: Estimate): Estimate {
  const months = (from: number | null, to: number | null) =>
    from !== null && to !== null && from > 0 ? ([12 / to, 12 / from] as const) : ([null, null] as const);
  const alone = independent && months(independent.low, independent.high);
  return {
    ...estimate(value === null || value <= 0 ? null : 12 / value, n, ...months(low, high)),
    ...(alone && { independent: { low: alone[0], high: alone[1] } }),
    ...(clusters && { clusters }),
  };
}

/**
 * Capacity density, after Xiao et al. (2024): the size at which the pretrained Qwen2.5 models have a model's average,
 * over its own size. How fast the densest of the pretrained models grew, along the line through the records by day of
 * upload, and how fast all of them did.
 */
export const capacityDensity = family({
  query,
  definitions: [
    fact(
      'density.models',
      'pretrained models whose average the reference models reach, with a day of upload',
      units.models,
    ),
    fact(
      'density.below',
      'pretrained models with an average below that of the smallest reference model, with a day of upload or without',
      units.models,
    ),
    fact(
      'density.above',
      'pretrained models with an average above that of the best reference model, with a day of upload or without',
      units.models,
    ),
    fact(
      'density.frontier.models',
      'pretrained models that were denser than all of earlier days',
      units.models,
    ),
    ofRecords(
      'density.frontier.doublings',
      'growth of the highest capacity density of pretrained models',
      units.doublingsPerYear,
    ),
    ofRecords(
      'density.frontier.months',
      'doubling time of the highest capacity density of pretrained models',
      units.months,
    ),
    ofRecords(
      'density.frontier_over_1b.doublings',
      'growth of the highest capacity density of pretrained models over 1 B',
      units.doublingsPerYear,
    ),
    estimated(
      'density.typical.doublings',
      'growth of the capacity density of pretrained models',
      units.doublingsPerYear,
    ),
    estimated(
      'density.typical.months',
      'doubling time of the capacity density of pretrained models',
      units.months,
    ),
  ],
  derive(rows) {
    const { within, below, above } = densitiesOf(rows);
    const frontier = frontierOf(within);
    const typical = slopeEstimate(numbersOf(within, 'year'), numbersOf(within, 'log2'), clustersOf(within));
    return {
      'density.models': count(within.length),
      'density.below': count(below),
      'density.above': count(above),
      'density.frontier.models': count(densest(within).length),
      'density.frontier.doublings': frontier,
      'density.frontier.months': monthsOf(frontier),
      'density.frontier_over_1b.doublings': frontierOf(within.filter(({ parameters_b }) => parameters_b > 1)),
      'density.typical.doublings': typical,
      'density.typical.months': monthsOf(typical),
    };
  },
});
