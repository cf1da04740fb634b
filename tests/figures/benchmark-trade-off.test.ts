import { expect, test } from 'vitest';
import { benchmarkTradeOff } from '../../src/figures/benchmark-trade-off.ts';
import { oneRow } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const bases: Record<string, string> = {
  all: 'true',
  pretrained: `base_type = 'pretrained'`,
  chat: `base_type = 'chat'`,
};
const benchmarks: Record<string, { column: string; questions: number }> = {
  IFEval: { column: 'ifeval', questions: 541 },
  BBH: { column: 'bbh', questions: 5761 },
  'MATH level 5': { column: 'math', questions: 1324 },
  GPQA: { column: 'gpqa', questions: 1_420_864 / 2880 },
  MuSR: { column: 'musr', questions: 756 },
  'MMLU-Pro': { column: 'mmlu_pro', questions: 12_032 },
};

test.each(editions)(
  'changes and shares of every benchmark on $preparation',
  async ({ preparation, query }) => {
    const rows = await drawnRows(benchmarkTradeOff, query);
    expect(rows).toHaveLength(18);
    for (const [base, where] of Object.entries(bases))
      for (const [benchmark, { column, questions }] of Object.entries(benchmarks)) {
        const [p, q] = [`${column}_raw`, `base_${column}_raw`];
        const moved = `(${p} - ${q}) * (${p} - ${q}) > 3.8414588207 * (${p} * (1 - ${p}) + ${q} * (1 - ${q})) / ${questions}`;
        const own = await oneRow(
          `SELECT CAST(count(*) AS INTEGER) AS n, avg(${column}_change) AS change, avg(CAST(${moved} AND ${p} < ${q} AS INTEGER)) AS fell, avg(CAST(${moved} AND ${p} > ${q} AS INTEGER)) AS rose FROM all_pairs WHERE preparation = '${preparation}' AND ${where}`,
        );
        const row = rows.find((each) => each.base === base && each.benchmark === benchmark);
        expect(row?.n).toBe(own.n);
        expect(Number(row?.change)).toBeCloseTo(Number(own.change), 8);
        expect(Number(row?.drop)).toBeCloseTo(Number(own.fell), 10);
        expect(Number(row?.rise)).toBeCloseTo(Number(own.rose), 10);
        for (const name of ['change', 'drop', 'rise']) {
          // A share that is zero is its own lower bound.
          const [value, low] = [Number(row?.[name]), Number(row?.[`${name}_low`])];
          if (name !== 'change' && value === 0) expect(low).toBe(0);
          else expect(low).toBeLessThan(value);
          expect(Number(row?.[`${name}_high`])).toBeGreaterThan(value);
        }
      }
  },
);

test('the takeaway names what rises and what falls most often, by hand', () => {
  const row = (benchmark: string, change: number, drop: number, rise: number) => ({
    base: 'all',
    benchmark,
    change,
    drop,
    rise,
  });
  const rows = [row('A', 5, 0.1, 0.6), row('B', -2, 0.4, 0.1), row('C', 0, 0.2, 0.2)];
  expect(benchmarkTradeOff.takeaway(rows)).toBe(
    'A rises most often beyond its error, in 60 % of the pairs (mean +5.0 points); B falls most often, in 40 % (mean −2.0).',
  );
  expect(benchmarkTradeOff.takeaway([])).toMatch(/^Too few/);

  const say = (drop: number, rise: number) =>
    benchmarkTradeOff.takeaway([row('A', 0.2, 0, rise), row('B', -0.2, drop, 0)]);
  expect(say(0.4, 0)).toBe(
    'No benchmark rises beyond its error in any of the pairs; B falls most often, in 40\u00a0% (mean −0.2).',
  );
  expect(say(0, 0.6)).toBe(
    'A rises most often beyond its error, in 60\u00a0% of the pairs (mean +0.2 points); none falls.',
  );
  expect(say(0, 0)).toBe('No benchmark rises beyond its error in any of the pairs; none falls.');
  expect(say(0.004, 0.004)).toBe(
    'A rises most often beyond its error, in less than 1\u00a0% of the pairs (mean +0.2 points); B falls most often, in less than 1\u00a0% (mean −0.2).',
  );
});
