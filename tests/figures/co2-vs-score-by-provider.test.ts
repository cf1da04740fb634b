import { expect, test } from 'vitest';
import { co2VsScoreByProvider } from '../../src/figures/co2-vs-score-by-provider.ts';
import { oneRow, report, ordinaryModel } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const sides = { official: 'official_provider', community: 'NOT official_provider' };

test.each(editions)(
  'cells hold every model of their side on $preparation',
  async ({ preparation, query }) => {
    const rows = await drawnRows(co2VsScoreByProvider, query);
    for (const [provider, where] of Object.entries(sides)) {
      const own = await (
        await report()
      ).query(
        `SELECT CAST(floor(log2(co2_kg) / 0.5) * 0.5 AS DOUBLE) AS x, CAST(floor(average / 4) * 4 AS DOUBLE) AS y, CAST(count(*) AS INTEGER) AS n FROM ${preparation} WHERE ${where} AND co2_kg > 0 GROUP BY 1, 2 ORDER BY 1, 2`,
      );
      const drawn = rows.filter((row) => row.layer === 'cell' && row.provider === provider);
      expect(drawn.map(({ x0, y0, n }) => [Math.round(2 * Math.log2(Number(x0))) / 2 + 0, y0, n])).toEqual(
        own.map(({ x, y, n }) => [x, y, n]),
      );
      const most = Math.max(...own.map(({ n }) => Number(n)));
      for (const { n, density, x0, x1, y0, y1 } of drawn) {
        expect(density).toBeCloseTo(Number(n) / most, 12);
        expect(Number(x1) / Number(x0)).toBeCloseTo(Math.SQRT2, 12);
        expect(Number(y1) - Number(y0)).toBe(4);
      }
    }
  },
);

test.each(editions)('both lines stand in both panels on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(co2VsScoreByProvider, query);
  for (const [provider, where] of Object.entries(sides)) {
    const own = await oneRow(
      `SELECT regr_slope(average, log2(co2_kg)) AS slope, regr_intercept(average, log2(co2_kg)) AS intercept, CAST(count(*) AS INTEGER) AS n, quantile_cont(log2(co2_kg), 0.01) AS first, quantile_cont(log2(co2_kg), 0.99) AS last FROM ${preparation} WHERE ${where} AND co2_kg > 0`,
    );
    const slope = rows.find((row) => row.layer === 'slope' && row.provider === provider);
    expect(slope?.n).toBe(own.n);
    expect(Number(slope?.slope)).toBeCloseTo(Number(own.slope), 8);
    for (const panel of Object.keys(sides)) {
      const line = rows.filter(
        (row) => row.layer === 'trend' && row.provider === provider && row.panel === panel,
      );
      expect(line).toHaveLength(2);
      [own.first, own.last].forEach((end, index) => {
        expect(Math.log2(Number(line[index]?.x0))).toBeCloseTo(Number(end), 8);
        expect(Number(line[index]?.y0)).toBeCloseTo(
          Number(own.intercept) + Number(own.slope) * Number(end),
          7,
        );
      });
    }
  }
});

test('a side with fewer than ten models has cells and no line', () => {
  const models = Array.from({ length: 12 }, (_, index) => ({
    ...ordinaryModel,
    official_provider: index >= 9,
    co2_kg: 2 ** (index % 3),
    average: 10 + index,
  }));
  const drawn = co2VsScoreByProvider.derive(models);
  expect(drawn.filter(({ layer }) => layer === 'trend')).toEqual([]);
  expect(drawn.filter(({ layer, provider }) => layer === 'cell' && provider === 'official').length).toBe(3);
  expect(co2VsScoreByProvider.takeaway(drawn)).toMatch(/^Too few/);
  expect(co2VsScoreByProvider.n(drawn)).toBe(12);
});
