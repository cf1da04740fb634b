import { describe, expect, test } from 'vitest';
import { scoreBySize } from '../../src/figures/score-by-size.ts';
import { drawnRows, editions } from './draw.ts';
import { line } from './line.ts';
import { estimatesOf } from '../report.ts';
import { askOwn } from './own-models.ts';
import { layer } from './layer.ts';
import { atSizes, checkSizeMedians } from './size-medians-check.ts';

checkSizeMedians(scoreBySize, 'average');

describe.each(editions)('on $preparation', ({ preparation, query }) => {
  test('a cell holds the models between its bounds', async () => {
    const cells = layer(await drawnRows(scoreBySize, query), 'cell');
    const own = await askOwn(
      preparation,
      `SELECT floor(log2(b) * 4) AS a, floor(average / 2) AS c, CAST(count(*) AS INTEGER) AS n
       FROM OWN WHERE b >= 1 / 16 GROUP BY ALL ORDER BY a, c`,
    );
    expect(cells.map(({ x0, x1, y0, y1, n }) => [x0, x1, y0, y1, n])).toEqual(
      own.map(({ a, c, n }) => [
        2 ** (Number(a) / 4),
        2 ** ((Number(a) + 1) / 4),
        2 * Number(c),
        2 * Number(c) + 2,
        n,
      ]),
    );
  });

  test('the trend is the least-squares line over all models, with the interval of the statistic', async () => {
    const rows = await drawnRows(scoreBySize, query);
    const [trend, ...others] = layer(rows, 'trend');
    expect(others).toEqual([]);
    const [own] = await askOwn(preparation, line('log2(b)', 'OWN.average'));
    const [slope, n] = [Number(own?.slope), Number(own?.n)];
    expect(trend?.n).toBe(n);
    expect(scoreBySize.n(rows)).toBe(n);
    const id = 'scaling.points_per_doubling';
    const { low, high } = (await estimatesOf(query, id))[id]!;
    expect(Number(trend?.mid)).toBeCloseTo(slope, 9);
    expect([trend?.low, trend?.high]).toEqual([low, high]);
    const takeaway = scoreBySize.takeaway(rows);
    expect(takeaway).toMatch(/^Yes/);
    for (const value of [slope, low!, high!]) expect(takeaway).toContain(value.toFixed(1));
  });

  test('the straight line ends at the largest model and where it reaches no points', async () => {
    const ends = layer(await drawnRows(scoreBySize, query), 'fit');
    const [own] = await askOwn(
      preparation,
      `SELECT regr_slope(average, log2(b)) AS slope, regr_intercept(average, log2(b)) AS intercept, max(b) AS largest FROM OWN`,
    );
    const [slope, intercept] = [Number(own?.slope), Number(own?.intercept)];
    expect(Number(ends[0]?.x0)).toBeCloseTo(2 ** (-intercept / slope), 9);
    expect(Number(ends[0]?.y0)).toBeCloseTo(0, 9);
    expect(Number(ends[1]?.x0)).toBeCloseTo(Number(own?.largest), 9);
    expect(Number(ends[1]?.y0)).toBeCloseTo(intercept + slope * Math.log2(Number(own?.largest)), 9);
    for (const { x0, mid, above } of layer(await drawnRows(scoreBySize, query), 'median'))
      expect(Number(above)).toBeCloseTo(Number(mid) - intercept - slope * Math.log2(Number(x0)), 9);
  });

  test('the text alternative reads medians out, those of Qwen’s sizes of 14 and 32 billion among them', async () => {
    const alt = scoreBySize.alt(await drawnRows(scoreBySize, query));
    const own = await askOwn(preparation, atSizes('average'));
    for (const size of [8, 14.8, 32.8]) {
      const away = (row: (typeof own)[number]) => Math.abs(Math.log2(Number(row.size) / size));
      const [nearest] = own.toSorted((a, b) => away(a) - away(b));
      for (const value of [nearest?.low, nearest?.mid, nearest?.high])
        expect(alt).toContain(Number(value).toFixed(1));
    }
  });
});

test('the takeaway follows the interval of the slope, by hand', () => {
  const say = (low: number | null, mid: number | null, high: number | null) =>
    scoreBySize.takeaway([{ layer: 'trend', low, mid, high, n: 12 }]);
  expect(say(1, 2, 3)).toMatch(/^Yes.*2\.0 points per doubling.*1\.0 to 3\.0/);
  expect(say(-1, 2, 5)).toMatch(/^It cannot be told.*2\.0 points.*−1\.0 to 5\.0/);
  expect(say(-3, -2, -1)).toMatch(/^No.*2\.0 points per doubling.*−3\.0 to −1\.0/);
  expect(say(null, null, null)).toMatch(/^Too few/);
});
