import { expect, test } from 'vitest';
import { co2PerParameterBox } from '../../src/figures/co2-per-parameter-box.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';
import { layer } from './layer.ts';

/** Box plots in SQL, and the models beyond the fences by quarter of a doubling. */
const fences = `
  WITH cut AS (SELECT co2 / b AS ratio,
      CASE WHEN b > 40 THEN 'large' WHEN b > 9 THEN 'medium' ELSE 'small' END AS size
    FROM OWN WHERE b > 1),
  box AS (SELECT size, quantile_cont(ratio, .25) AS q1, quantile_cont(ratio, .5) AS mid,
      quantile_cont(ratio, .75) AS q3, avg(ratio) AS mean, CAST(count(*) AS INTEGER) AS n FROM cut GROUP BY size),
  each AS (SELECT cut.*, q1, q3, ratio < q1 - 1.5 * (q3 - q1) OR ratio > q3 + 1.5 * (q3 - q1) AS beyond
    FROM cut JOIN box USING (size))`;

test.each(editions)('boxes, whiskers and outliers on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(co2PerParameterBox, query);
  const own = await askOwn(
    preparation,
    `${fences} SELECT box.*, (SELECT min(ratio) FROM each WHERE each.size = box.size AND NOT beyond) AS low,
       (SELECT max(ratio) FROM each WHERE each.size = box.size AND NOT beyond) AS high,
       CAST((SELECT count(*) FROM each WHERE each.size = box.size AND beyond) AS INTEGER) AS outliers
     FROM box ORDER BY size DESC`,
  );
  const boxes = layer(rows, 'box');
  expect(boxes.map(({ size }) => size)).toEqual(['small', 'medium', 'large']);
  for (const box of boxes) {
    const expected = own.find(({ size }) => size === box.size)!;
    expect([box.n, box.outliers]).toEqual([expected.n, expected.outliers]);
    for (const [found, name] of [
      ['x0', 'low'],
      ['q1', 'q1'],
      ['mid', 'mid'],
      ['q3', 'q3'],
      ['x1', 'high'],
      ['mean', 'mean'],
    ] as const)
      expect(Number(box[found]), `${String(box.size)} ${name}`).toBeCloseTo(Number(expected[name]), 9);
  }
  const bins = await askOwn(
    preparation,
    `${fences} SELECT size, floor(log2(ratio) * 4) AS bin, CAST(count(*) AS INTEGER) AS n
     FROM each WHERE beyond GROUP BY ALL ORDER BY size DESC, bin`,
  );
  expect(
    layer(rows, 'outliers')
      .map(({ size, x0, x1, n }) => [size, x0, x1, n])
      .toSorted(),
  ).toEqual(
    bins
      .map(({ size, bin, n }) => [size, 2 ** (Number(bin) / 4), 2 ** ((Number(bin) + 1) / 4), n])
      .toSorted(),
  );
  const beyond = own.reduce((sum, { outliers }) => sum + Number(outliers), 0);
  expect(co2PerParameterBox.takeaway(rows)).toContain(`${beyond} of `);
  for (const { n, outliers } of own)
    expect(co2PerParameterBox.alt(rows)).toContain(
      `${Number(outliers)} of ${Number(n).toLocaleString('en')} models beyond`,
    );
});

test('few outliers are called few, and too few models are said to be', () => {
  const box = (n: number, outliers: number) => [{ layer: 'box', size: 'small', mid: 1, n, outliers }];
  expect(co2PerParameterBox.takeaway(box(1000, 7))).toMatch(/^Yes: only 7 of 1,000 models \(1\s%\)/);
  expect(co2PerParameterBox.takeaway(box(1000, 100))).toMatch(/but 100 of 1,000 models \(10\s%\)/);
  expect(co2PerParameterBox.takeaway([{ layer: 'box', size: 'small', mid: null, n: 3 }])).toMatch(/^Too few/);
});
