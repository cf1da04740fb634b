import { expect, test } from 'vitest';
import { benchmarks } from '../../../src/dataset/benchmarks.ts';
import { oneRow } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic, wholes } from './samples.ts';
import type { Sample } from './samples.ts';

const ordered = benchmarks.flatMap((a) => benchmarks.filter((b) => b !== a).map((b) => [a, b] as const));

/** Correlations of every two benchmarks by DuckDB, of their values or of their mid-ranks. */
async function correlations(sample: Sample, of: (name: string) => string) {
  return oneRow(
    `WITH columns AS (SELECT ${benchmarks.map((name) => `${of(name)} AS ${name}`).join(', ')} FROM ${modelsOf(sample)}) SELECT ${ordered.map(([a, b]) => `corr(${a}, ${b}) AS "${a}.${b}"`).join(', ')} FROM columns`,
  );
}

const midRank = (name: string) =>
  `rank() OVER (ORDER BY ${name}) + (count(*) OVER (PARTITION BY ${name}) - 1) / 2.0::DOUBLE`;

test.each(samples)('“$query”: Spearman is the correlation of mid-ranks', async (sample) => {
  const expected = await correlations(sample, midRank);
  for (const [a, b] of ordered) {
    const { value } = await statistic(sample, `benchmarks.spearman.${a}.${b}`);
    expectEqual(value, expected[`${a}.${b}`], `${a} and ${b}`);
  }
});

test('a correlation stands under both orders of its names, and never with itself', async () => {
  for (const [a, b] of ordered)
    expect(await statistic(wholes[0]!, `benchmarks.spearman.${a}.${b}`)).toEqual(
      await statistic(wholes[0]!, `benchmarks.spearman.${b}.${a}`),
    );
  await expect(statistic(wholes[0]!, 'benchmarks.spearman.bbh.bbh')).rejects.toThrow();
});

test('independent, Spearman would carry the interval of Bonett and Wright', async () => {
  for (const [a, b] of ordered) {
    const { value, independent, n } = await statistic(wholes[0]!, `benchmarks.spearman.${a}.${b}`);
    const { low, high } = independent!;
    const half = 1.959963985 * Math.sqrt((1 + value! ** 2 / 2) / (n - 3));
    expect(low).toBeCloseTo(Math.tanh(Math.atanh(value!) - half), 8);
    expect(high).toBeCloseTo(Math.tanh(Math.atanh(value!) + half), 8);
  }
});

test.each(samples)('“$query”: the first component is the largest eigenvalue over six', async (sample) => {
  const pearson = await correlations(sample, (name) => name);
  const matrix = benchmarks.map((a) => benchmarks.map((b) => (a === b ? 1 : Number(pearson[`${a}.${b}`]))));
  // Power iteration: the vector turns towards the first eigenvector, its length towards the eigenvalue.
  let vector = benchmarks.map(() => 1);
  let eigenvalue = 0;
  for (let round = 0; round < 500; round++) {
    const next = matrix.map((row) => row.reduce((sum, r, j) => sum + r * vector[j]!, 0));
    eigenvalue = Math.hypot(...next);
    vector = next.map((entry) => entry / eigenvalue);
  }
  const { value, n } = await statistic(sample, 'benchmarks.pc1_share');
  expectEqual(value, eigenvalue / 6, 'pc1_share');
  expect(n).toBe((await statistic(sample, 'models.count')).value);
});
