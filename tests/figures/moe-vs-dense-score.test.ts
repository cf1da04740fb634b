import { expect, test } from 'vitest';
import { moeVsDenseScore } from '../../src/figures/moe-vs-dense-score.ts';
import { drawFigure } from '../../src/rendering/svg.ts';
import { estimatesOf, rowsOf, ordinaryModel } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const score = 'Average score (points)';
const ratio = 'Score per billion parameters';
const gap = 'Points above dense peers of the same';

test.each(editions)('means, medians and pooled ratios in SQL on $preparation', async ({ query }) => {
  const rows = await drawnRows(moeVsDenseScore, query);
  const own = await rowsOf(
    query,
    `SELECT CASE WHEN moe THEN 'MoE' ELSE 'dense' END AS kind, avg(average) AS mean,
       quantile_cont(average, .5) AS median, avg(average / parameters_b) FILTER (parameters_b > 1) AS ratio_mean,
       quantile_cont(average / parameters_b, .5) FILTER (parameters_b > 1) AS ratio_median,
       sum(average) FILTER (parameters_b > 1) / sum(parameters_b) FILTER (parameters_b > 1) AS ratio_pooled
     FROM models GROUP BY kind ORDER BY kind`,
  );
  expect(own).toHaveLength(2);
  for (const each of own)
    for (const [panel, label, expected] of [
      [score, 'mean', each.mean],
      [score, 'median', each.median],
      [ratio, 'mean', each.ratio_mean],
      [ratio, 'median', each.ratio_median],
      [ratio, 'pooled', each.ratio_pooled],
    ] as const) {
      const row = rows.find((one) => one.panel === panel && one.label === label && one.group === each.kind);
      expect(Number(row?.value), `${panel} ${label}`).toBeCloseTo(Number(expected), 9);
      expect(row?.seed).toBe(label === 'mean');
      expect(moeVsDenseScore.alt(rows)).toContain(Number(expected).toFixed(panel === score ? 1 : 2));
    }
});

test('the last panel has the named comparisons; by active size only where that is known', async () => {
  for (const { query, preparation } of editions) {
    const estimates = await estimatesOf(query, 'moe.gap.total.mean');
    const gaps = (await drawnRows(moeVsDenseScore, query)).filter(({ panel }) => panel === gap);
    expect(gaps.map(({ label }) => label)).toEqual(['total size', 'active size']);
    const { value, low, high, n } = estimates['moe.gap.total.mean']!;
    expect(gaps[0]).toMatchObject({ group: 'MoE', value, low, high, n });
    if (preparation === 'prepared') expect(gaps[1]).toMatchObject({ value: null, n: 0 });
    else {
      const active = (await estimatesOf(query, 'moe.gap.active.mean'))['moe.gap.active.mean']!;
      expect(gaps[1]).toMatchObject({ value: active.value, low: active.low, high: active.high, n: active.n });
    }
  }
});

test('says what it can of few models', () => {
  const dense = Array.from({ length: 12 }, () => ({
    ...ordinaryModel,
    moe: false,
    official_provider: true,
    upload_date: null,
    parameters_b: 7,
    active_parameters_b: 7,
    average: 20,
    co2_kg: 1,
  }));
  expect(moeVsDenseScore.takeaway(moeVsDenseScore.derive(dense))).toMatch(/^Too few MoE models/);
  const both = [...dense, ...dense.map((row) => ({ ...row, moe: true }))];
  expect(moeVsDenseScore.takeaway(moeVsDenseScore.derive(both))).toMatch(/20\.0 points.*20\.0; too few have/);
});

test('a tick at a full ten is written as a number, not as a power', async () => {
  const rows = await drawnRows(moeVsDenseScore, 'size=7-&preparation=prepared');
  const svg = await drawFigure(moeVsDenseScore, 'phone', rows, 'one');
  expect(svg).toContain('>−10<');
  expect(svg).not.toMatch(/>[−\d.]+e[+−-]?\d/);
});
