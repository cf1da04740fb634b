import { describe, expect, test } from 'vitest';
import { scorePerParameterCurve } from '../../src/figures/score-per-parameter-curve.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';
import { layer } from './layer.ts';
import { atSizes, checkSizeMedians } from './size-medians-check.ts';

checkSizeMedians(scorePerParameterCurve, 'average / b', 'average > 0');

describe.each(editions)('on $preparation', ({ preparation, query }) => {
  test('a cell holds the models between its bounds, a quarter of a doubling each way', async () => {
    const cells = layer(await drawnRows(scorePerParameterCurve, query), 'cell');
    const own = await askOwn(
      preparation,
      `SELECT floor(log2(b) * 4) AS a, floor(log2(average / b) * 4) AS c, CAST(count(*) AS INTEGER) AS n
       FROM OWN WHERE average > 0 AND b >= 1 / 16 AND average / b >= 1 / 8 GROUP BY ALL ORDER BY a, c`,
    );
    expect(cells.map(({ x0, y0, n }) => [x0, y0, n])).toEqual(
      own.map(({ a, c, n }) => [2 ** (Number(a) / 4), 2 ** (Number(c) / 4), n]),
    );
    for (const { x0, x1, y0, y1 } of cells) {
      expect(Math.log2(Number(x1) / Number(x0))).toBeCloseTo(1 / 4, 9);
      expect(Math.log2(Number(y1) / Number(y0))).toBeCloseTo(1 / 4, 9);
    }
  });

  test('takeaway and text alternative read medians out from small to large', async () => {
    const rows = await drawnRows(scorePerParameterCurve, query);
    const own = await askOwn(preparation, atSizes('average / b', 'average > 0'));
    for (const size of [1.5, 8, 14.8, 70]) {
      const away = (row: (typeof own)[number]) => Math.abs(Math.log2(Number(row.size) / size));
      const [nearest] = own.toSorted((a, b) => away(a) - away(b));
      expect(scorePerParameterCurve.takeaway(rows)).toContain(Number(nearest?.mid).toFixed(2));
      expect(scorePerParameterCurve.alt(rows)).toContain(Number(nearest?.mid).toFixed(2));
    }
  });
});
