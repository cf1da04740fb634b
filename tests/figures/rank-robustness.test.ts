import { expect, test } from 'vitest';
import { rankRobustness } from '../../src/figures/rank-robustness.ts';
import { normalQuantile } from '../../src/statistics/methods/normal.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

/** Floors of the parts of BBH and of MuSR, and squared points of the score for a share of right answers. */
const bbh = [...Array<number>(8).fill(1 / 2), ...Array<number>(3).fill(1 / 3), 1 / 4, 0.2, 0.2, 0.2];
const floors = [...bbh, ...Array<number>(4).fill(1 / 6), 1 / 7, 1 / 7, 1 / 11, 1 / 18, 1 / 19];
const squares = (of: readonly number[]) =>
  of.reduce((sum, floor) => sum + (100 / (1 - floor)) ** 2, 0) / of.length;

test.each(editions)(
  'ranks, errors and told pairs a second time, on $preparation',
  async ({ preparation, query }) => {
    const rows = await drawnRows(rankRobustness, query);
    const gpqa = 1192 ** 2 / (198 * 9 + 250 * 4 + 98);
    const part = (name: string, square: number, questions: number) =>
      `${square / questions} * ${name}_raw * (1 - ${name}_raw)`;
    const own = await (
      await report()
    ).query(
      `WITH m AS (SELECT row, model, CAST(average AS DOUBLE) AS average, sqrt(${[
        part('ifeval', 1e4, 541),
        part('bbh', squares(floors), 5761),
        part('math', 1e4, 1324),
        part('gpqa', squares([0.25]), gpqa),
        part('musr', squares([0.5, 0.2, 1 / 3]), 756),
        part('mmlu_pro', squares([0.1]), 12_032),
      ].join(' + ')}) / 6 AS error FROM ${preparation})
     SELECT model, average, error, CAST((SELECT count(*) FROM m AS o WHERE o.average > m.average) AS INTEGER) + 1 AS place
     FROM m ORDER BY average DESC, row`,
    );
    const models = own as { model: string; average: number; error: number; place: number }[];
    expect(rows).toHaveLength(50);
    const z = (a: number, b: number) =>
      (models[a]!.average - models[b]!.average) / Math.hypot(models[a]!.error, models[b]!.error);
    /** Holm's procedure over pairs of models, step by step: those that are told apart. */
    const toldApart = (pairs: readonly (readonly [number, number])[]) => {
      const sorted = pairs
        .map(([a, b]) => ({ a, b, z: z(a, b) }))
        .sort((p, q) => Math.abs(q.z) - Math.abs(p.z));
      const stop = sorted.findIndex(
        (pair, i) => Math.abs(pair.z) <= normalQuantile(1 - 0.025 / (sorted.length - i)),
      );
      return stop === -1 ? sorted : sorted.slice(0, stop);
    };
    const first = [...Array(50).keys()];
    const told = toldApart(first.flatMap((a) => first.slice(a + 1).map((b) => [a, b] as const)));
    for (const [i, row] of rows.entries()) {
      expect({ model: row.model, place: row.place }).toEqual({
        model: models[i]!.model,
        place: models[i]!.place,
      });
      expect(row.error).toBeCloseTo(models[i]!.error, 9);
      expect(row.told).toBe(told.filter(({ a, b }) => a === i || b === i).length);
      if (i % 7 > 0) continue;
      const others = toldApart([...models.keys()].filter((k) => k !== i).map((k) => [k, i] as const));
      expect({ low: row.low, high: row.high }).toEqual({
        low: 1 + others.filter((pair) => pair.z > 0).length,
        high: models.length - others.filter((pair) => pair.z < 0).length,
      });
    }
  },
);

const model = (i: number, share: number) => ({
  model: `org/m${i}`,
  caution: null,
  average: 100 * share,
  ...Object.fromEntries(
    ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'].flatMap((name) => [
      [name, 100 * share],
      [`${name}_raw`, share],
    ]),
  ),
});

test('the sentence, by hand: one model far ahead of eleven alike', () => {
  const rows = rankRobustness.derive([
    model(0, 0.9),
    ...Array.from({ length: 11 }, (_, i) => model(i + 1, 0.3)),
  ]);
  expect(rankRobustness.n(rows)).toBe(12);
  expect(rows.map(({ place }) => place)).toEqual([1, ...Array<number>(11).fill(2)]);
  expect(rankRobustness.takeaway(rows)).toBe(
    'By the error of the questions the rank of the best model is 1 and that of the tenth from 2 to 12; other weights of the benchmarks put the tenth 2. Of the 66 pairs of the first 12 models, 11 can be told apart.',
  );
  expect(rankRobustness.takeaway(rankRobustness.derive([]))).toBe(
    'Fewer than 10 models are no table to rank.',
  );
});
