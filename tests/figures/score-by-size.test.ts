import { describe, expect, test } from 'vitest';
import { scoreBySize } from '../../src/figures/score-by-size.ts';
import { drawnRows, editions } from './draw.ts';
import { line } from './line.ts';
import { estimatesOf } from '../report.ts';
import { askOwn } from './own-models.ts';
import { checkRunning, layer, nearest } from './running-check.ts';

checkRunning(scoreBySize, 'average');

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

  test('the text alternative reads the line out at 2, 8 and 32 billion', async () => {
    const alt = scoreBySize.alt(await drawnRows(scoreBySize, query));
    for (const size of [2, 8, 32]) {
      const [own] = await askOwn(preparation, nearest(Math.log2(size), 'average'));
      for (const value of [own?.low, own?.mid, own?.high]) expect(alt).toContain(Number(value).toFixed(1));
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
