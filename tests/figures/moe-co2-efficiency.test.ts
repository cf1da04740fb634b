import { expect, test } from 'vitest';
import { moeCo2Efficiency } from '../../src/figures/moe-co2-efficiency.ts';
import { rowsOf, ordinaryModel } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)('score per carbon by group, in SQL, on $preparation', async ({ query }) => {
  const rows = await drawnRows(moeCo2Efficiency, query);
  const own = await rowsOf(
    query,
    `SELECT CASE WHEN moe THEN 'MoE' WHEN official_provider THEN 'official' ELSE 'community' END AS kind,
       avg(average / co2_kg) AS mean, quantile_cont(average / co2_kg, .5) AS median,
       sum(average) / sum(co2_kg) AS pooled, CAST(count(*) AS INTEGER) AS n
     FROM models GROUP BY kind ORDER BY kind`,
  );
  expect(own).toHaveLength(3);
  expect(rows).toHaveLength(9);
  for (const each of own) {
    const drawn = rows.filter(({ group }) => group === each.kind);
    expect(drawn.map(({ n }) => n)).toEqual([each.n, each.n, each.n]);
    [each.mean, each.median, each.pooled].forEach((expected, index) => {
      expect(Number(drawn[index]?.value)).toBeCloseTo(Number(expected), 9);
      expect(moeCo2Efficiency.alt(rows)).toContain(`${String(each.kind)} ${Number(expected).toFixed(1)}`);
    });
    expect(drawn.map(({ seed }) => seed)).toEqual([true, false, false]);
  }
  const order = own.toSorted((a, b) => Number(b.median) - Number(a.median));
  expect(moeCo2Efficiency.takeaway(rows)).toContain(
    order.map(({ kind, median }) => `${String(kind)} ${Number(median).toFixed(1)}`).join(', '),
  );
});

test('a group of nine models is too few', () => {
  const group = (length: number, moe: boolean, official_provider: boolean, average: number) =>
    Array.from({ length }, () => ({
      ...ordinaryModel,
      moe,
      official_provider,
      average,
      co2_kg: 1,
      parameters_b: 7,
    }));
  const say = (moe: number) =>
    moeCo2Efficiency.takeaway(
      moeCo2Efficiency.derive([
        ...group(moe, true, true, 5),
        ...group(10, false, true, 9),
        ...group(10, false, false, 7),
      ]),
    );
  expect(say(9)).toMatch(/^Too few/);
  expect(say(10)).toMatch(
    /official 9\.0, community 7\.0, MoE 5\.0; the mean of ratios puts them in the same order\.$/,
  );
});
