import { expect } from 'vitest';
import type { Row } from '../../src/engine/engine.ts';
import { estimatesOf, oneRow } from '../report.ts';
import type { Edition } from './draw.ts';

/**
 * Compares one pair of bars, the mean and the median of one side in one panel, with aggregates in SQL over
 * the models of a preparation that meet a condition, and their intervals with those of the statistics named `id`.
 */
export async function checkBars(
  preparation: Edition['preparation'],
  rows: readonly Row[],
  place: Readonly<Record<string, string>>,
  value: string,
  where: string,
  id: string,
): Promise<void> {
  const own = await oneRow(
    `SELECT CAST(count(*) AS INTEGER) AS n, avg(${value}) AS mean, median(${value}) AS median FROM ${preparation} WHERE ${where}`,
  );
  const bar = (average: string) =>
    rows.find((row) => Object.entries({ ...place, average }).every(([name, wanted]) => row[name] === wanted));
  const [mean, median] = [bar('mean'), bar('median')];
  expect([mean?.n, median?.n], JSON.stringify(place)).toEqual([own.n, own.n]);
  expect(Number(mean?.value)).toBeCloseTo(Number(own.mean), 8);
  expect(Number(median?.value)).toBeCloseTo(Number(own.median), 8);
  const named = await estimatesOf(preparation === 'prepared' ? 'preparation=prepared' : '', `${id}.mean`);
  for (const [bar, average] of [
    [mean, 'mean'],
    [median, 'median'],
  ] as const) {
    const { low, high } =
      named[`${id}.${average}`] ??
      (await estimatesOf(preparation === 'prepared' ? 'preparation=prepared' : '', `${id}.${average}`))[
        `${id}.${average}`
      ]!;
    expect([bar?.low, bar?.high], `${id}.${average}`).toEqual([low, high]);
  }
}

const sides = { official: 'official_provider', community: 'NOT official_provider' };
const classes = {
  'up to 9 B': { size: 'small', inside: 'parameters_b > 0 AND parameters_b <= 9' },
  '9 to 40 B': { size: 'medium', inside: 'parameters_b > 9 AND parameters_b <= 40' },
  'over 40 B': { size: 'large', inside: 'parameters_b > 40' },
};

/**
 * Compares all 24 bars of a figure of score and score per billion parameters, both sides within each size class,
 * with aggregates in SQL over the models of a preparation that meet a condition, and the three differences with the
 * statistics.
 */
export async function checkClassesAndSides(
  preparation: Edition['preparation'],
  rows: readonly Row[],
  counted: string,
  prefix = '',
): Promise<void> {
  expect(rows).toHaveLength(27);
  const [start, query] = [
    `${prefix}score.difference`,
    preparation === 'prepared' ? 'preparation=prepared' : '',
  ];
  for (const [group, { size }] of Object.entries(classes)) {
    const lead = rows.find((row) => row.group === group && row.provider === 'both');
    const median = (side: string) =>
      rows.find(
        (row) =>
          row.panel === 'Average score' &&
          row.average === 'median' &&
          row.group === group &&
          row.provider === side,
      );
    const [community, official] = [median('community'), median('official')];
    expect(lead?.n).toBe(Number(community?.n) + Number(official?.n));
    expect(lead?.value).toBeCloseTo(Number(community?.value) - Number(official?.value), 8);
    const { low, high } = (await estimatesOf(query, `${start}.${size}.median`))[`${start}.${size}.median`]!;
    expect([lead?.low, lead?.high]).toEqual([low, high]);
  }
  for (const [provider, side] of Object.entries(sides))
    for (const [group, { size, inside }] of Object.entries(classes)) {
      const where = `${counted} AND ${side} AND ${inside}`;
      await checkBars(
        preparation,
        rows,
        { panel: 'Average score', provider, group },
        'average',
        where,
        `${prefix}score.${provider}.${size}`,
      );
      await checkBars(
        preparation,
        rows,
        { panel: 'Score per billion parameters', provider, group },
        'average / parameters_b',
        `${where} AND parameters_b > 1`,
        `${prefix}score_per_b.${provider}.${size}`,
      );
    }
}
