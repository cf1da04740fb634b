import { describe, expect, test } from 'vitest';
import { benchmarks, byBenchmark, type Benchmark } from '../../../src/dataset/benchmarks.ts';
import { normalCdf } from '../methods/normal-cdf.ts';
import { standoutsOf } from '../../../src/statistics/named/specialists.ts';
import { report } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic, type Sample } from './samples.ts';

/** Questions that the error of each benchmark rests on: GPQA counts 198 three times, 250 twice and 98 once. */
const questions: Record<Benchmark, number> = {
  ifeval: 541,
  bbh: 5761,
  math: 1324,
  gpqa: 1192 ** 2 / (198 * 9 + 250 * 4 + 98),
  musr: 756,
  mmlu_pro: 12032,
};

type Raw = Record<Benchmark, number>;

async function rawOf(sample: Sample): Promise<Raw[]> {
  const rows = await (
    await report()
  ).query(
    `SELECT ${benchmarks.map((name) => `${name}_raw AS ${name}`).join(', ')} FROM ${modelsOf(sample)} ORDER BY row`,
  );
  return rows as unknown as Raw[];
}

/** Least squares by the normal equations of the columns as they are, solved by elimination with pivots. */
function planeOf(rows: readonly Raw[], target: Benchmark) {
  const others = benchmarks.filter((name) => name !== target);
  const line = (row: Raw) => [1, ...others.map((name) => row[name])];
  const system = Array.from({ length: 6 }, (_, i) => [
    ...Array.from({ length: 6 }, (__, j) =>
      rows.reduce((sum, row) => sum + line(row)[i]! * line(row)[j]!, 0),
    ),
    rows.reduce((sum, row) => sum + line(row)[i]! * row[target], 0),
  ]);
  for (let i = 0; i < 6; i++) {
    const pivot = system.slice(i).reduce((a, b) => (Math.abs(b[i]!) > Math.abs(a[i]!) ? b : a));
    system.splice(system.indexOf(pivot), 1);
    system.splice(i, 0, pivot);
    for (const other of system)
      if (other !== pivot) {
        const factor = other[i]! / pivot[i]!;
        for (let j = i; j <= 6; j++) other[j]! -= factor * pivot[j]!;
      }
  }
  const coefficients = system.map((row, i) => row[6]! / row[i]!);
  const residuals = rows.map((row) =>
    coefficients.reduce((rest, b, i) => rest - b * line(row)[i]!, row[target]),
  );
  const slope = Object.fromEntries(others.map((name, j) => [name, coefficients[j + 1]!]));
  const variance = (row: Raw, name: Benchmark) => (row[name] * (1 - row[name])) / questions[name];
  const errors = rows.map((row) =>
    Math.sqrt(
      others.reduce((sum, name) => sum + slope[name]! ** 2 * variance(row, name), variance(row, target)),
    ),
  );
  const mean = rows.reduce((sum, row) => sum + row[target], 0) / rows.length;
  const sse = residuals.reduce((sum, e) => sum + e * e, 0);
  const sst = rows.reduce((sum, row) => sum + (row[target] - mean) ** 2, 0);
  return { residuals, errors, sd: Math.sqrt(sse / (rows.length - 6)), r2: 1 - sse / sst };
}

const close = (found: number | null, expected: number, what: string) =>
  expect(Math.abs(found! - expected), `${what}: ${found} instead of ${expected}`).toBeLessThan(1e-8);

describe.each(samples)('“$query”', (sample) => {
  test('the search: six errors a model, 95 in 100 below the bar, one in two below the expectation', async () => {
    const n = (await rawOf(sample)).length;
    const bar = await statistic(sample, 'specialists.bar');
    expect(bar).toMatchObject({ n, low: null, high: null });
    expect(normalCdf(bar.value!) ** (6 * n)).toBeCloseTo(0.95, 9);
    const expected = await statistic(sample, 'specialists.expected');
    expect(normalCdf(expected.value!) ** (6 * n)).toBeCloseTo(0.5, 9);
  });

  test.each(benchmarks)('%s against the plane on the other five', async (name) => {
    const rows = await rawOf(sample);
    const { residuals, errors, sd, r2 } = planeOf(rows, name);
    const find = (id: string) => statistic(sample, `specialists.${name}.${id}`);
    const bar = (await statistic(sample, 'specialists.bar')).value!;
    const top = residuals.indexOf(Math.max(...residuals));
    close((await statistic(sample, `benchmarks.explained.${name}`)).value, r2, 'explained');
    close((await find('largest')).value, 100 * residuals[top]!, 'largest');
    close((await find('noise')).value, 100 * bar * errors[top]!, 'noise');
    close((await find('scatter')).value, 100 * bar * sd, 'scatter');
    const beyond = residuals.filter((residual, row) => residual > bar * errors[row]!);
    expectEqual((await find('beyond_noise')).value, beyond.length / rows.length, 'beyond_noise');
    const both = residuals.filter((residual, row) => residual > bar * errors[row]! && residual > bar * sd);
    expect(await find('count')).toEqual({ value: both.length, n: rows.length, low: null, high: null });
  });
});

test('no plane for fewer than fifty models, nor where a benchmark does not vary', () => {
  const row = (index: number, ifeval: number) => ({
    organisation: 'o',
    lineage: 'l',
    ...byBenchmark((name) => 0.3 + 0.2 * Math.sin((index + 1) * benchmarks.indexOf(name))),
    ifeval,
  });
  const rows = (n: number, ifeval: (index: number) => number) =>
    Array.from({ length: n }, (_, index) => row(index, ifeval(index)));
  const varied = (index: number) => 0.4 + 0.1 * Math.cos(index * index);
  expect(standoutsOf(rows(49, varied))('ifeval')).toBeNull();
  expect(standoutsOf(rows(50, varied))('ifeval')).not.toBeNull();
  const constant = standoutsOf(rows(60, () => 0.5));
  for (const name of benchmarks) expect(constant(name), name).toBeNull();
});
