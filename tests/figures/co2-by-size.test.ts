import { describe, expect, test } from 'vitest';
import { co2BySize } from '../../src/figures/co2-by-size.ts';
import { drawnRows, editions } from './draw.ts';
import { line } from './line.ts';
import { estimatesOf } from '../report.ts';
import { askOwn } from './own-models.ts';
import { layer } from './layer.ts';
import { atSizes } from './size-medians-check.ts';

describe.each(editions)('on $preparation', ({ preparation, query }) => {
  test('a cell holds the models between its bounds', async () => {
    const cells = layer(await drawnRows(co2BySize, query), 'cell');
    const own = await askOwn(
      preparation,
      `SELECT floor(log2(b) * 2) AS a, floor(log2(co2) * 2) AS c, CAST(count(*) AS INTEGER) AS n
       FROM OWN WHERE b >= 1 / 16 GROUP BY ALL ORDER BY a, c`,
    );
    expect(cells.map(({ x0, x1, y0, y1, n }) => [x0, x1, y0, y1, n])).toEqual(
      own.map(({ a, c, n }) => [
        2 ** (Number(a) / 2),
        2 ** ((Number(a) + 1) / 2),
        2 ** (Number(c) / 2),
        2 ** ((Number(c) + 1) / 2),
        n,
      ]),
    );
  });

  test('elasticities of all sizes, up to 9 B and above, with the intervals of the statistics', async () => {
    const rows = await drawnRows(co2BySize, query);
    const bands = { all: 'true', small: 'b <= 9', over_9b: 'b > 9' };
    expect(layer(rows, 'elasticity').map(({ band }) => band)).toEqual(Object.keys(bands));
    for (const [band, where] of Object.entries(bands)) {
      const found = layer(rows, 'elasticity').find((row) => row.band === band)!;
      const [own] = await askOwn(preparation, line('ln(b)', 'ln(co2)', where));
      expect(found.n).toBe(own?.n);
      expect(Number(found.mid)).toBeCloseTo(Number(own?.slope), 9);
      const id = band === 'all' ? 'co2.elasticity' : `co2.elasticity.${band}`;
      const { low, high } = (await estimatesOf(query, id))[id]!;
      expect(Number(found.low)).toBeCloseTo(low!, 10);
      expect(Number(found.high)).toBeCloseTo(high!, 10);
      expect(co2BySize.alt(rows)).toContain(Number(own?.slope).toFixed(2));
    }
  });

  test('the fitted line and the one in proportion cross in the geometric means', async () => {
    const rows = await drawnRows(co2BySize, query);
    const [own] = await askOwn(
      preparation,
      `SELECT avg(ln(b)) AS x, avg(ln(co2)) AS y, regr_slope(ln(co2), ln(b)) AS slope,
         max(b) AS largest, min(co2) AS least, max(co2) AS most FROM OWN`,
    );
    for (const [name, slope] of [
      ['fit', Number(own?.slope)],
      ['proportion', 1],
    ] as const) {
      const ends = layer(rows, name);
      expect(ends).toHaveLength(2);
      for (const { x0, y0 } of ends)
        expect(Math.log(Number(y0))).toBeCloseTo(
          Number(own?.y) + slope * (Math.log(Number(x0)) - Number(own?.x)),
          9,
        );
    }
    expect(layer(rows, 'fit').map(({ x0 }) => Number(x0))).toEqual([
      1 / 16,
      expect.closeTo(Number(own?.largest), 9),
    ]);
    for (const { y0 } of layer(rows, 'proportion')) {
      expect(Number(y0)).toBeGreaterThanOrEqual(Number(own?.least) * (1 - 1e-9));
      expect(Number(y0)).toBeLessThanOrEqual(Number(own?.most) * (1 + 1e-9));
    }
  });

  test('a dot is the median of the models of one size', async () => {
    const dots = layer(await drawnRows(co2BySize, query), 'median');
    const own = await askOwn(preparation, atSizes('log2(co2)'));
    expect(dots.map(({ n }) => n)).toEqual(own.map(({ n }) => n));
    own.forEach(({ size, low, mid, high }, at) => {
      const { x0, y0, low: from, high: to } = dots[at]!;
      for (const [found, expected] of [
        [x0, Math.log2(Number(size))],
        [from, low],
        [y0, mid],
        [to, high],
      ])
        expect(Math.log2(Number(found)), `at ${size}`).toBeCloseTo(Number(expected), 9);
    });
  });
});

test('the takeaway follows the intervals, by hand', () => {
  const row = (band: string, low: number, high: number, n = 20) => ({
    layer: 'elasticity',
    band,
    low,
    mid: (low + high) / 2,
    high,
    n,
  });
  const say = (...rows: ReturnType<typeof row>[]) => co2BySize.takeaway(rows);
  expect(say(row('all', 0.4, 0.6), row('small', 0.1, 0.3), row('over_9b', 1.1, 1.3))).toMatch(
    /^Hardly at first, then faster.*0\.20\u00a0percent.*1\.20\u00a0percent/,
  );
  expect(say(row('all', 0.4, 0.6), row('small', 0.1, 0.3), row('over_9b', 0.9, 1.3))).toMatch(
    /^More slowly.*0\.50/,
  );
  expect(say(row('all', 0.4, 0.6), row('small', 0.1, 0.3), row('over_9b', 1.1, 1.3, 9))).toMatch(
    /^More slowly/,
  );
  expect(say(row('all', 1.1, 1.3))).toMatch(/^Faster.*1\.20/);
  expect(say(row('all', 0.8, 1.2))).toMatch(/^It cannot be told.*0\.80 to 1\.20/);
  expect(say(row('all', 0.4, 0.6, 9))).toMatch(/^Too few/);
  expect(say()).toMatch(/^Too few/);
});
