import { expect } from 'vitest';
import type { Row } from '../../src/engine/engine.ts';
import { oneRow } from '../report.ts';
import type { Edition } from './draw.ts';
import { studentPoint } from './student.ts';

/**
 * Compares one pair of bars, the mean and the median of one side in one panel, with aggregates in SQL over
 * the models of a preparation that meet a condition.
 */
export async function checkBars(
  preparation: Edition['preparation'],
  rows: readonly Row[],
  place: Readonly<Record<string, string>>,
  value: string,
  where: string,
): Promise<void> {
  const own = await oneRow(
    `SELECT CAST(count(*) AS INTEGER) AS n, avg(${value}) AS mean, median(${value}) AS median, stddev_samp(${value}) / sqrt(count(*)) AS error FROM ${preparation} WHERE ${where}`,
  );
  const bar = (average: string) =>
    rows.find((row) => Object.entries({ ...place, average }).every(([name, wanted]) => row[name] === wanted));
  const [mean, median] = [bar('mean'), bar('median')];
  expect([mean?.n, median?.n], JSON.stringify(place)).toEqual([own.n, own.n]);
  expect(Number(mean?.value)).toBeCloseTo(Number(own.mean), 8);
  expect(Number(median?.value)).toBeCloseTo(Number(own.median), 8);
  const reach = studentPoint(Number(own.n) - 1) * Number(own.error);
  expect(Number(mean?.high) - Number(mean?.value)).toBeCloseTo(reach, 5);
  expect(Number(mean?.value) - Number(mean?.low)).toBeCloseTo(reach, 5);
  expect(Number(median?.low)).toBeLessThanOrEqual(Number(own.median));
  expect(Number(median?.high)).toBeGreaterThanOrEqual(Number(own.median));
}

const sides = { official: 'official_provider', community: 'NOT official_provider' };
const classes = {
  'up to 9 B': 'parameters_b > 0 AND parameters_b <= 9',
  '9 to 40 B': 'parameters_b > 9 AND parameters_b <= 40',
  'over 40 B': 'parameters_b > 40',
};

/**
 * Compares all 24 bars of a figure of score and score per billion parameters, both sides within each size class,
 * with aggregates in SQL over the models of a preparation that meet a condition.
 */
export async function checkClassesAndSides(
  preparation: Edition['preparation'],
  rows: readonly Row[],
  counted: string,
): Promise<void> {
  expect(rows).toHaveLength(24);
  for (const [provider, side] of Object.entries(sides))
    for (const [group, inside] of Object.entries(classes)) {
      const where = `${counted} AND ${side} AND ${inside}`;
      await checkBars(preparation, rows, { panel: 'Average score', provider, group }, 'average', where);
      await checkBars(
        preparation,
        rows,
        { panel: 'Score per billion parameters', provider, group },
        'average / parameters_b',
        `${where} AND parameters_b > 1`,
      );
    }
}
