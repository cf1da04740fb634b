import { expect, test } from 'vitest';
import { benchmarkCorrelation } from '../../src/figures/benchmark-correlation.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const columns: Record<string, string> = {
  IFEval: 'ifeval',
  BBH: 'bbh',
  MATH: 'math',
  GPQA: 'gpqa',
  MuSR: 'musr',
  'MMLU-Pro': 'mmlu_pro',
};

test.each(editions)(
  'each cell is the correlation of mid-ranks on $preparation',
  async ({ preparation, query }) => {
    const midRank = (name: string) =>
      `rank() OVER (ORDER BY ${name}) + (count(*) OVER (PARTITION BY ${name}) - 1) / 2.0::DOUBLE AS ${name}`;
    const rows = await drawnRows(benchmarkCorrelation, query);
    expect(rows).toHaveLength(30);
    for (const { first, second, value, low, high } of rows) {
      const [a, b] = [columns[String(first)]!, columns[String(second)]!];
      const [own] = await (
        await report()
      ).query(`SELECT corr(${a}, ${b}) AS r FROM (SELECT ${midRank(a)}, ${midRank(b)} FROM ${preparation})`);
      expect(value).toBeCloseTo(own!.r as number, 10);
      expect(Number(low)).toBeLessThan(Number(value));
      expect(Number(high)).toBeGreaterThan(Number(value));
    }
  },
);

test('the matrix is symmetric and leaves the diagonal out', async () => {
  const rows = await drawnRows(benchmarkCorrelation, '');
  for (const row of rows) {
    expect(row.first).not.toBe(row.second);
    const twin = rows.find((other) => other.first === row.second && other.second === row.first);
    expect(twin?.value).toBe(row.value);
  }
});

test('the takeaway names the strongest and the weakest pair, by hand', () => {
  const pair = (first: string, second: string, value: number | null) => ({ first, second, value, n: 20 });
  const rows = [pair('A', 'B', 0.5), pair('B', 'A', 0.5), pair('A', 'C', -0.25), pair('B', 'C', 0.9)];
  expect(benchmarkCorrelation.takeaway(rows)).toBe(
    'B and C (0.90) order models most alike, A and C (−0.25) least.',
  );
  expect(benchmarkCorrelation.takeaway(rows.map((row) => ({ ...row, value: null })))).toMatch(/^Too few/);
  const say = (value: number) =>
    benchmarkCorrelation.takeaway([pair('A', 'B', value), pair('A', 'C', -0.25)]);
  expect(say(-0.1)).toBe('No two of them: even A and B (−0.10) do not order models alike.');
  expect(say(0.004)).toBe('No two of them: even A and B (0.00) do not order models alike.');
  expect(say(0.006)).toMatch(/^A and B \(0\.01\) order models most alike/);
});
