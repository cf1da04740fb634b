import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cautionsFile } from '../../src/cautions/cautions.ts';
import { offPlane } from '../../src/statistics/named/off-plane.ts';
import { specialists } from '../../src/statistics/named/specialists.ts';
import { daysAsText, facts, report, rowsOf, smallReport } from '../report.ts';

const names = ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'] as const;
const lines = facts('cautions');
const kinds = (kind: string) => lines.filter((line) => line.kind === kind);

test('the file is what the rules say of the data; npm run data:cautions writes it', async () => {
  const file = readFileSync(new URL('../../data/cautions.csv', import.meta.url), 'utf8');
  expect(file).toBe(await cautionsFile(await report()));
});

describe('the runs that call for a caution, from the file of runs alone', () => {
  const runs = facts('runs');

  test('partial: the accuracy on MMLU-Pro is no number of answers to all 12,032 questions', () => {
    const partial = runs.filter(({ mmlu_pro_raw }) => {
      const answers = Number(mmlu_pro_raw) * 12032;
      return Math.abs(answers - Math.round(answers)) > 0.001;
    });
    expect(partial).toHaveLength(4);
    expect(kinds('partial-run').map(({ evaluation }) => evaluation)).toEqual(
      expect.arrayContaining(partial.map(({ evaluation }) => evaluation)),
    );
    expect(kinds('partial-run')).toHaveLength(4);
  });

  test('flagged by the maintainers', () => {
    const flagged = runs.filter((run) => run.flagged === 'true');
    expect(kinds('flagged').map(({ model, evaluation }) => [model, evaluation])).toEqual(
      flagged.map(({ model, evaluation }) => [model, evaluation]),
    );
  });
});

/** Residuals of y on a plane over the columns, by elimination in the normal equations: another way than the report's. */
function residualsOf(y: readonly number[], columns: readonly (readonly number[])[]): number[] {
  const full = [y.map(() => 1), ...columns];
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, each, i) => sum + each * b[i]!, 0);
  const system = full.map((a) => [...full.map((b) => dot(a, b)), dot(a, y)]);
  for (let pivot = 0; pivot < full.length; pivot++)
    for (let row = 0; row < full.length; row++) {
      if (row === pivot) continue;
      const factor = system[row]![pivot]! / system[pivot]![pivot]!;
      system[row] = system[row]!.map((each, i) => each - factor * system[pivot]![i]!);
    }
  const slopes = system.map((row, i) => row.at(-1)! / row[i]!);
  return y.map((each, i) => each - slopes.reduce((sum, slope, j) => sum + slope * full[j]![i]!, 0));
}

/** Share of a normal distribution above z, by adding up its density in small steps. */
function above(z: number): number {
  const step = 1e-4;
  let sum = 0;
  for (let at = z + step / 2; at < z + 8; at += step) sum += Math.exp((-at * at) / 2);
  return (sum * step) / Math.sqrt(2 * Math.PI);
}

test('off the plane: beyond the bar above on one benchmark and below on another, computed another way', async () => {
  const rows = await rowsOf('', `SELECT * ${daysAsText} FROM models ORDER BY row`);
  const raw = Object.fromEntries(names.map((name) => [name, rows.map((row) => Number(row[`${name}_raw`]))]));
  // The bar: what the largest of 6 n normal errors stays below 95 times in 100.
  let [low, high] = [3, 6];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if ((1 - above(middle)) ** (6 * rows.length) < 0.95) low = middle;
    else high = middle;
  }
  const distances = names.map((name) => {
    const residuals = residualsOf(
      raw[name]!,
      names.filter((other) => other !== name).map((other) => raw[other]!),
    );
    const scatter = Math.sqrt(
      residuals.reduce((sum, each) => sum + each * each, 0) / (residuals.length - names.length),
    );
    return residuals.map((each) => each / scatter);
  });
  // Of the two bars the scatter's is the higher one for every model beyond it; the errors of the questions are small.
  const off = rows.filter(
    (_, i) => distances.some((each) => each[i]! > low) && distances.some((each) => each[i]! < -low),
  );
  const elsewhere = new Set(lines.filter(({ kind }) => kind !== 'off-plane').map(({ model }) => model));
  expect(off.length).toBeGreaterThan(5);
  expect(kinds('off-plane').map(({ model }) => model)).toEqual(
    expect.arrayContaining(off.map(({ model }) => model).filter((name) => !elsewhere.has(String(name)))),
  );
  expect(kinds('off-plane').length).toBe(off.filter(({ model }) => !elsewhere.has(String(model))).length);
  const worst = kinds('off-plane').find(({ model }) => model === 'qingy2024/Benchmaxx-Llama-3.2-1B-Instruct');
  const at = rows.findIndex(({ model }) => model === worst?.model);
  for (const i of [1, 5])
    expect(worst!.evidence).toContain(`(${Math.abs(distances[i]![at]!).toFixed(1)} standard deviations`);
});

test('a specialist, above on one benchmark alone, is not off the plane; nor is anyone among too few', async () => {
  const rows = specialists.query.read(await rowsOf('', specialists.query.sql));
  const off = new Set(offPlane(rows).map(({ row: { model } }) => model));
  expect(off).toContain('kavonalds/BunderMaxx-1010');
  expect(off).not.toContain('Qwen/Qwen2.5-Math-7B-Instruct');
  expect(offPlane(rows.slice(0, 40))).toEqual([]);
});

test('a caution stands in the row of its run, or of every run and model', async () => {
  const engine = await smallReport(
    [
      { model: 'a/short', evaluation: 'one', precision: 'float16' },
      { model: 'A/Short', evaluation: 'two', submission_date: '2024-07-01' },
      { model: 'a/off', evaluation: 'three' },
      { model: 'a/off', evaluation: 'four', precision: 'float16' },
      { model: 'a/plain', evaluation: 'five' },
    ],
    [],
    [],
    [
      { model: 'a/short', evaluation: 'two', kind: 'partial-run' },
      { model: 'a/off', kind: 'off-plane' },
    ],
  );
  try {
    const of = async (table: string) =>
      (await engine.query(`SELECT caution FROM ${table} ORDER BY row`)).map(({ caution }) => caution);
    expect(await of('keyed_runs')).toEqual([null, 'partial-run', 'off-plane', 'off-plane', null]);
    // The first run is the newest, and it is whole.
    expect(await of('reviewed')).toEqual([null, 'off-plane', null]);
  } finally {
    await engine.close();
  }
});
