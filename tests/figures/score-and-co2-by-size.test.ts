import { describe, expect, test } from 'vitest';
import { scoreAndCo2BySize } from '../../src/figures/score-and-co2-by-size.ts';
import { drawnRows, editions } from './draw.ts';
import { line } from './line.ts';
import { estimatesOf } from '../report.ts';
import { askOwn } from './own-models.ts';
import { layer } from './layer.ts';
import { atSizes } from './size-medians-check.ts';

const measures = [
  { measure: 'score', value: 'average', cell: 'floor(average / 5) * 5', next: 'floor(average / 5) * 5 + 5' },
  {
    measure: 'co2',
    value: 'co2',
    cell: '2 ** (floor(log2(co2) * 2) / 2)',
    next: '2 ** ((floor(log2(co2) * 2) + 1) / 2)',
  },
] as const;

describe.each(editions)('on $preparation', ({ preparation, query }) => {
  test.each(measures)('a cell of $measure holds the models between its bounds', async (each) => {
    const rows = (await drawnRows(scoreAndCo2BySize, query)).filter(
      ({ measure }) => measure === each.measure,
    );
    const own = await askOwn(
      preparation,
      `SELECT 2 ** (floor(log2(b) * 2) / 2) AS x0, ${each.cell} AS y0, ${each.next} AS y1,
         CAST(count(*) AS INTEGER) AS n
       FROM OWN WHERE b >= 1 / 16 AND co2 > 0 GROUP BY ALL ORDER BY x0, y0`,
    );
    const cells = layer(rows, 'cell');
    expect(cells.map(({ n }) => n)).toEqual(own.map(({ n }) => n));
    for (const [index, { x0, x1, y0, y1 }] of cells.entries()) {
      expect(Number(x0)).toBeCloseTo(Number(own[index]!.x0), 9);
      expect(Number(x1) / Number(x0)).toBeCloseTo(Math.SQRT2, 9);
      expect([y0, y1].map(Number)).toEqual([
        expect.closeTo(Number(own[index]!.y0), 9),
        expect.closeTo(Number(own[index]!.y1), 9),
      ]);
    }
  });

  test.each(measures)('a dot of $measure is the median of the models of one size', async (each) => {
    const rows = (await drawnRows(scoreAndCo2BySize, query)).filter(
      ({ measure }) => measure === each.measure,
    );
    const scale = (value: unknown) => (each.measure === 'co2' ? Math.log2(Number(value)) : Number(value));
    const own = await askOwn(
      preparation,
      atSizes(each.measure === 'co2' ? 'log2(co2)' : 'average', 'co2 > 0'),
    );
    const dots = layer(rows, 'median');
    expect(dots.map(({ n }) => n)).toEqual(own.map(({ n }) => n));
    for (const [at, { size, low, mid, high }] of own.entries()) {
      const dot = dots[at]!;
      expect(Number(dot.x0) / Number(size)).toBeCloseTo(1, 9);
      expect([dot.low, dot.mid, dot.high].map(scale)).toEqual(
        [low, mid, high].map((value) => expect.closeTo(Number(value), 9) as number),
      );
    }
  });

  test.each(measures)(
    'the line of $measure has the slope of the doubling, through the means',
    async (each) => {
      const rows = (await drawnRows(scoreAndCo2BySize, query)).filter(
        ({ measure }) => measure === each.measure,
      );
      const log = each.measure === 'co2';
      const [from, to] = layer(rows, 'fit').map(({ x0, y0 }) => [
        Math.log2(Number(x0)),
        log ? Math.log2(Number(y0)) : Number(y0),
      ]) as [[number, number], [number, number]];
      const doubling = Number(layer(rows, 'doubling')[0]!.mid);
      const slope = log ? Math.log2(doubling) : doubling;
      expect((to[1] - from[1]) / (to[0] - from[0])).toBeCloseTo(slope, 9);
      const [own] = await askOwn(
        preparation,
        `SELECT avg(log2(b)) AS x, avg(${log ? 'log2(co2)' : 'average'}) AS y, max(log2(b)) AS most FROM OWN WHERE co2 > 0`,
      );
      expect(from[1] + slope * (Number(own?.x) - from[0])).toBeCloseTo(Number(own?.y), 9);
      expect(to[0]).toBeCloseTo(Number(own?.most), 9);
      // Scores do not fall below zero, and the chart begins at a sixteenth of a billion.
      expect(from[0]).toBeGreaterThanOrEqual(-4);
      if (!log) expect(from[1]).toBeGreaterThanOrEqual(-1e-9);
    },
  );

  test('a doubling goes with the points and the factor that the statistics say', async () => {
    const rows = await drawnRows(scoreAndCo2BySize, query);
    const [score, co2, ...others] = layer(rows, 'doubling');
    expect(others).toEqual([]);
    const [points] = await askOwn(preparation, line('log2(b)', 'OWN.average', 'co2 > 0'));
    const [elasticity] = await askOwn(preparation, line('ln(b)', 'ln(co2)', 'co2 > 0'));
    expect(scoreAndCo2BySize.n(rows)).toBe(points?.n);
    expect(Number(score?.mid)).toBeCloseTo(Number(points?.slope), 9);
    expect(Number(co2?.mid)).toBeCloseTo(2 ** Number(elasticity?.slope), 9);
    const published = await estimatesOf(query, 'co2.elasticity');
    const factor = published['co2.elasticity']!;
    expect([co2?.low, co2?.high].map(Number)).toEqual([
      expect.closeTo(2 ** factor.low!, 9),
      expect.closeTo(2 ** factor.high!, 9),
    ]);
    const slope = published['scaling.points_per_doubling']!;
    expect([score?.low, score?.high].map(Number)).toEqual([
      expect.closeTo(slope.low!, 9),
      expect.closeTo(slope.high!, 9),
    ]);
  });

  test('the text alternative reads the medians of both out', async () => {
    const rows = await drawnRows(scoreAndCo2BySize, query);
    const alt = scoreAndCo2BySize.alt(rows);
    for (const size of [0.5, 8, 70]) {
      const away = ({ x0 }: { x0?: unknown }) => Math.abs(Math.log2(Number(x0) / size));
      const [score, co2] = measures.map(
        ({ measure }) =>
          layer(rows, 'median')
            .filter((row) => row.measure === measure)
            .toSorted((a, b) => away(a) - away(b))[0]!,
      );
      expect(alt).toContain(`${Number(score!.mid).toFixed(1)} points near`);
      expect(alt).toContain(`${Number(co2!.mid).toFixed(2)}\u00a0kg near`);
    }
  });
});

test('the takeaway says both, by hand', () => {
  const row = (measure: string, low: number | null, mid: number | null, high: number | null, n = 12) => ({
    layer: 'doubling',
    measure,
    low,
    mid,
    high,
    n,
  });
  const say = (...rows: ReturnType<typeof row>[]) => scoreAndCo2BySize.takeaway(rows);
  expect(say(row('score', 3, 4, 5), row('co2', 1.2, 1.5, 1.8))).toBe(
    'Twice the parameters go with 4.0 points more (95\u00a0% interval 3.0 to 5.0) and 1.50 times the CO₂ (1.20 to 1.80).',
  );
  expect(say(row('score', -3, -2, -1), row('co2', 1.2, 1.5, 1.8))).toMatch(
    /2\.0 points less.*−3\.0 to −1\.0/,
  );
  expect(say(row('score', null, null, null), row('co2', 1.2, 1.5, 1.8))).toMatch(/^Too few/);
  expect(say(row('score', 3, 4, 5, 9), row('co2', 1.2, 1.5, 1.8))).toMatch(/^Too few/);
  expect(say()).toMatch(/^Too few/);
});
