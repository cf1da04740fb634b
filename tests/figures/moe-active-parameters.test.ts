import { describe, expect, test } from 'vitest';
import { moeActiveParameters } from '../../src/figures/moe-active-parameters.ts';
import { estimatesOf, facts, rowsOf } from '../report.ts';
import { drawnRows, editions } from './draw.ts';
import { layer } from './layer.ts';

test.each(editions)('every MoE model stands in one design, on $preparation', async ({ query }) => {
  const rows = await drawnRows(moeActiveParameters, query);
  const own = await rowsOf(
    query,
    `SELECT round(parameters_b, 1) AS total, active_parameters_b AS active, quantile_cont(average, .5) AS score,
       CAST(count(*) AS INTEGER) AS n FROM models WHERE moe GROUP BY ALL ORDER BY total, active`,
  );
  const key = (total: unknown, active: unknown) => `${Number(total).toFixed(1)} ${String(active)}`;
  const designs = new Map(layer(rows, 'moe').map((row) => [key(row.x1, row.x0), row]));
  expect(designs.size).toBe(layer(rows, 'moe').length);
  expect(designs.size).toBe(own.length);
  for (const { total, active, score, n } of own) {
    const drawn = designs.get(key(total, active));
    expect(drawn?.n, key(total, active)).toBe(n);
    expect(Number(drawn?.mid)).toBeCloseTo(Number(score), 9);
  }
});

test('a design bears the name of its most liked model', async () => {
  const rows = await drawnRows(moeActiveParameters, '');
  const mixtral = layer(rows, 'moe').find(({ x1, x0 }) => Number(x1).toFixed(1) === '46.7' && x0 === 12.9);
  const members = facts('runs').filter(
    ({ model, parameters_b }) =>
      Number(parameters_b).toFixed(1) === '46.7' &&
      facts('moe').some((each) => each.model === model && each.active_parameters_b === '12.9'),
  );
  expect(members.length).toBeGreaterThan(5);
  const most = members.toSorted((a, b) => Number(b.likes) - Number(a.likes))[0]!;
  expect(mixtral?.name).toBe(most.model);
  expect(mixtral?.label).toBe(most.model!.split('/')[1]);
});

test('names stand three points apart', async () => {
  const named = layer(await drawnRows(moeActiveParameters, ''), 'moe').filter(({ label }) => label !== null);
  expect(named.length).toBeGreaterThan(4);
  expect(named.length).toBeLessThanOrEqual(7);
  expect(named.map(({ place }) => place).toSorted()).toEqual(named.map((_, index) => index + 1));
  const scores = named.map(({ mid }) => Number(mid)).toSorted((a, b) => a - b);
  scores.slice(1).forEach((score, index) => expect(score - scores[index]!).toBeGreaterThanOrEqual(3));
});

test('the line is the median of the 151 dense models nearest in size', async () => {
  const dense = layer(await drawnRows(moeActiveParameters, ''), 'dense');
  expect(dense.length).toBeGreaterThan(40);
  for (const { x0, low, mid, high, n } of dense.filter((_, index) => index % 6 === 0)) {
    const at = Math.round(Math.log2(Number(x0)) * 8) / 8;
    const [own] = await rowsOf(
      '',
      `WITH near AS (SELECT abs(log2(parameters_b) - (${at})) AS distance, average FROM models WHERE NOT moe),
         reach AS (SELECT distance FROM near ORDER BY distance LIMIT 1 OFFSET 150)
       SELECT quantile_cont(average, .1) AS low, quantile_cont(average, .5) AS mid, quantile_cont(average, .9) AS high,
         CAST(count(*) AS INTEGER) AS n FROM near WHERE distance <= (SELECT distance FROM reach)`,
    );
    expect(n, `at ${x0}`).toBe(own?.n);
    for (const [found, expected] of [
      [low, own?.low],
      [mid, own?.mid],
      [high, own?.high],
    ])
      expect(Number(found), `at ${x0}`).toBeCloseTo(Number(expected), 9);
  }
});

test('the takeaway has the named comparisons and the number of unknown sizes', async () => {
  const rows = await drawnRows(moeActiveParameters, '');
  const { low, high, value } = (await estimatesOf('', 'moe.gap.total.mean'))['moe.gap.total.mean']!;
  const text = moeActiveParameters.takeaway(rows).replaceAll('−', '-');
  for (const number of [low, value, high]) expect(text).toContain(number!.toFixed(1));
  const unknown = facts('moe').filter(
    ({ moe, active_parameters_b: active }) => moe === 'true' && active === '',
  );
  expect(text).toContain(`the active size of ${unknown.length} MoE models is unknown`);
});

describe('the takeaway, by hand', () => {
  const gap = (name: string, low: number, high: number, n = 20) => ({
    layer: 'summary',
    name,
    low,
    mid: (low + high) / 2,
    high,
    n,
  });
  const say = (...rows: object[]) =>
    moeActiveParameters.takeaway([...rows, { layer: 'summary', name: 'unknown', n: 4 }] as never);

  test.each([
    [
      gap('total', -3, -1),
      gap('active', 1, 3),
      /below dense models of their total.*above those of their active/,
    ],
    [gap('total', -3, 1), gap('active', -1, 3), /not clearly apart from dense.*not clearly apart from those/],
    [gap('total', -3, -1), gap('active', 1, 3, 9), /^By total size.*−2\.0.*by active size it cannot be told/],
    [gap('total', -3, -1, 9), gap('active', 1, 3), /^By active size.*2\.0.*by total size too few/],
    [gap('total', -3, -1, 9), gap('active', 1, 3, 9), /^Too few MoE models/],
  ])('%#', (total, active, expected) => {
    expect(say(total, active)).toMatch(expected);
    expect(say(total, active)).toMatch(/4 MoE models/);
  });
});
