import { expect } from 'vitest';
import type { Row } from '../../../src/engine/engine.ts';
import type { Estimate } from '../../../src/statistics/methods/estimate.ts';
import { findStatistic } from '../../../src/statistics/statistics.ts';
import { estimatesOf, facts, identityOf, oneRow, report } from '../../report.ts';

/** A slice with the same filter in SQL, written by hand. */
export interface Sample {
  query: string;
  preparation: 'reviewed' | 'prepared';
  where: string | null;
}

/** Both preparations whole. */
export const wholes: readonly Sample[] = [
  { query: '', preparation: 'reviewed', where: null },
  { query: 'preparation=prepared', preparation: 'prepared', where: null },
];

/** Both preparations whole, and slices of them of every kind of field. */
export const samples: readonly Sample[] = [
  ...wholes,
  { query: 'size=9-40', preparation: 'reviewed', where: 'parameters_b > 9 AND parameters_b <= 40' },
  {
    query: 'preparation=prepared&type=pretrained,chat&provider=community',
    preparation: 'prepared',
    where: `type IN ('pretrained', 'chat') AND NOT official_provider`,
  },
  {
    query: 'family=qwen&submitted=2024-09-01..2025-01-31',
    preparation: 'reviewed',
    where: `starts_with(architecture, 'Qwen') AND submission_date BETWEEN '2024-09-01' AND '2025-01-31'`,
  },
  { query: 'moe=yes', preparation: 'reviewed', where: 'moe' },
];

/** The models of a sample, as a table of SQL that uses none of the views of a slice. */
export const modelsOf = ({ preparation, where }: Sample): string =>
  `(SELECT * FROM ${preparation} WHERE ${where ?? 'true'})`;

/** The lines of runs.csv of every model of a sample; all lines where the sample is the whole table. */
export async function runsOf(sample: Sample): Promise<readonly Record<string, string>[]> {
  const runs = facts('runs');
  if (sample.where === null) return runs;
  const models = await (await report()).query(`SELECT lower(identity) AS name FROM ${modelsOf(sample)}`);
  const names = new Set(models.map(({ name }) => name));
  return runs.filter(({ model }) => names.has(identityOf(model!)));
}

/** One statistic of a sample. */
export async function statistic(sample: Sample, id: string): Promise<Estimate> {
  if (!findStatistic(id)) throw new Error(`there is no statistic ${id}`);
  return (await estimatesOf(sample.query, id))[id]!;
}

/** Fails unless two numbers agree to ten digits, or neither can be given. */
export function expectEqual(found: unknown, expected: unknown, what: string): void {
  // DuckDB answers NaN where a line is not determined.
  if (typeof expected !== 'number' || Number.isNaN(expected)) return expect(found, what).toBeNull();
  expect(typeof found, what).toBe('number');
  const off = Math.abs(Number(found) - expected) / Math.max(1, Math.abs(expected));
  expect(off, `${what}: ${String(found)} instead of ${expected}`).toBeLessThan(1e-10);
}

/**
 * Compares statistics with aggregates in SQL over the models of a sample: for every id an expression for the
 * value and a condition for the models that count; `overSizes` where the value needs sizes that differ.
 */
export async function expectAggregates(
  sample: Sample,
  aggregates: Readonly<Record<string, { value: string; of: string; overSizes?: boolean }>>,
): Promise<void> {
  const size = (p: number, of: string) => `quantile_cont(parameters_b, ${p}) FILTER (${of})`;
  const columns = Object.entries(aggregates).flatMap(([id, { value, of, overSizes }]) => [
    `CASE WHEN ${overSizes ? `${size(0.95, of)} >= 2 * ${size(0.05, of)}` : 'true'}
       THEN CAST(${value} FILTER (${of}) AS DOUBLE) END AS "${id}"`,
    `CAST(count(*) FILTER (${of}) AS INTEGER) AS "n ${id}"`,
  ]);
  const expected: Row = await oneRow(`SELECT ${columns.join(', ')} FROM ${modelsOf(sample)}`);
  for (const id of Object.keys(aggregates)) {
    const { value, n } = await statistic(sample, id);
    expectEqual(value, expected[id], `${id} under “${sample.query}”`);
    expect(n, `n of ${id} under “${sample.query}”`).toBe(expected[`n ${id}`]);
  }
}

/** Standard errors from the value to each bound of the interval of independent rows: about 2 where it is symmetric. */
export function reach({ value, independent, ...own }: Estimate, standardError: number): [number, number] {
  const { low, high } = independent ?? own;
  return [(value! - low!) / standardError, (high! - value!) / standardError];
}

/** Fails unless an interval lies as many standard errors to each side as a 95 % interval of n > 50 does. */
export function expectReach(estimate: Estimate, standardError: unknown, what: string): void {
  for (const errors of reach(estimate, Number(standardError))) {
    expect(errors, what).toBeGreaterThan(1.9599);
    expect(errors, what).toBeLessThan(2.01);
  }
}

export const median = (values: readonly number[]): number | null => quantile(values, 0.5);

/** Linear interpolation between the order statistics, written apart from the code under test. */
export function quantile(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * p;
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below * (1 - (at % 1)) + above * (at % 1);
}

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
