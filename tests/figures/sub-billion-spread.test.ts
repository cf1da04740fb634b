import { expect, test } from 'vitest';
import { subBillionSpread } from '../../src/figures/sub-billion-spread.ts';
import { drawFigure } from '../../src/rendering/svg.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';

test.each(editions)(
  'percentiles of the ratio on either side of 1 B, on $preparation',
  async ({ preparation, query }) => {
    const rows = await drawnRows(subBillionSpread, query);
    const own = await askOwn(
      preparation,
      `SELECT b > 1 AS over, quantile_cont(average / b, .1) AS p10, quantile_cont(average / b, .5) AS median,
       quantile_cont(average / b, .9) AS p90, CAST(count(*) AS INTEGER) AS n
     FROM OWN GROUP BY over ORDER BY over`,
    );
    expect(rows.map(({ n }) => n)).toEqual(own.map(({ n }) => n));
    for (const [index, each] of own.entries())
      for (const name of ['p10', 'median', 'p90'])
        expect(Number(rows[index]?.[name])).toBeCloseTo(Number(each[name]), 9);
    const takeaway = subBillionSpread.takeaway(rows);
    const alt = subBillionSpread.alt(rows);
    for (const { p10, median, p90 } of own) {
      expect(takeaway).toContain(`${(Number(p90) / Number(p10)).toFixed(1)} times`);
      for (const value of [p10, median, p90]) expect(alt).toContain(Number(value).toFixed(2));
    }
  },
);

test('a ratio to zero is not drawn as a number of times', () => {
  const rows = [
    { label: 'up to 1 B', p10: 0, median: 1, p90: 2, n: 20 },
    { label: 'over 1 B', p10: 1, median: 2, p90: 3, n: 20 },
  ];
  expect(subBillionSpread.takeaway(rows)).toMatch(/^Too few/);
});

test('a side with too few models keeps its line and says so', async () => {
  const rows = await drawnRows(subBillionSpread, 'organisation=mistralai,qwen&type=chat');
  expect(rows[0]).toMatchObject({ label: 'up to 1 B', p10: null });
  for (const drawing of ['desktop', 'phone'] as const) {
    const svg = await drawFigure(subBillionSpread, drawing, rows);
    for (const text of ['up to 1 B', 'over 1 B', 'too few models']) expect(svg).toContain(`>${text}<`);
  }
});
