import { expect, test } from 'vitest';
import { askSlice } from '../../../src/slice/ask.ts';
import { wholeTable } from '../../../src/slice/slice.ts';
import { answerStatistics } from '../../../src/statistics/answer.ts';
import { smallReport } from '../../report.ts';
import { expectEqual, median, quantile, runsOf, samples, statistic, wholes } from './samples.ts';

test.each(samples)('“$query”: runs of one model at more than one precision', async (sample) => {
  const replicates = [...Map.groupBy(await runsOf(sample), ({ model }) => model).values()].filter(
    (runs) => new Set(runs.map(({ precision }) => precision)).size > 1,
  );
  const largest = (runs: Record<string, string>[], column: string) =>
    Math.max(...runs.map((run) => Number(run[column])));
  const smallest = (runs: Record<string, string>[], column: string) =>
    Math.min(...runs.map((run) => Number(run[column])));
  const spread = replicates.map((runs) => largest(runs, 'average') - smallest(runs, 'average'));
  const fold = replicates.map((runs) => largest(runs, 'co2_kg') / smallest(runs, 'co2_kg'));
  const expected = {
    'noise.models': replicates.length,
    'noise.average.median': median(spread),
    'noise.average.p90': quantile(spread, 0.9),
    'noise.co2_fold.median': median(fold),
    'noise.co2_fold.p90': quantile(fold, 0.9),
  };
  for (const [id, value] of Object.entries(expected)) {
    const found = await statistic(sample, id);
    expectEqual(found.value, value, id);
    expect(found.n, id).toBe(replicates.length);
  }
});

test.each(wholes)('“$query”: 79 models are free replicates', async (sample) => {
  expect((await statistic(sample, 'noise.models')).value).toBe(79);
});

test('two runs at one precision are no replicates, and no carbon makes no ratio, by hand', async () => {
  const engine = await smallReport([
    { model: 'a/two', precision: 'bfloat16', average: 20, co2_kg: 1 },
    { model: 'a/two', precision: 'float16', average: 23, co2_kg: 3 },
    { model: 'b/again', precision: 'bfloat16', average: 10, co2_kg: 1 },
    { model: 'b/again', precision: 'bfloat16', average: 30, co2_kg: 9 },
    { model: 'c/unmetered', precision: 'bfloat16', average: 12, co2_kg: 0 },
    { model: 'c/unmetered', precision: '4bit', average: 7, co2_kg: 2 },
  ]);
  const found = await answerStatistics(await askSlice(engine, wholeTable), ['noise.models']);
  expect(found['noise.models']).toMatchObject({ value: 2 });
  expect(found['noise.average.median']).toMatchObject({ value: 4, n: 2 });
  expect(found['noise.co2_fold.median']).toMatchObject({ value: 3, n: 1 });
});
