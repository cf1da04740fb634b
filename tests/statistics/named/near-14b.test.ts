import { expect, test } from 'vitest';
import { answerStatistics } from '../../../src/statistics/answer.ts';
import { askSlice } from '../../../src/slice/ask.ts';
import { oneRow, sliceOf, smallReport } from '../../report.ts';
import { expectAggregates, modelsOf, samples, statistic } from './samples.ts';

const near = 'parameters_b >= 13 AND parameters_b <= 16';
const place = (sample: (typeof samples)[number], which: number) =>
  `(SELECT lineage FROM ${modelsOf(sample)} WHERE ${near} GROUP BY lineage ORDER BY count(*) DESC, lineage LIMIT 1 OFFSET ${which})`;

test.each(samples)('“$query”: who stands near 14 B', async (sample) => {
  const [largest, second] = [0, 1].map((which) => `coalesce(lineage = ${place(sample, which)}, false)`);
  await expectAggregates(sample, {
    'near_14b.count': { value: 'count(*)', of: near },
    'near_14b.largest.share': { value: `avg(CAST(${largest} AS INTEGER))`, of: near },
    'near_14b.two_largest.share': { value: `avg(CAST(${largest} OR ${second} AS INTEGER))`, of: near },
    'near_14b.largest.median': { value: 'quantile_cont(average, 0.5)', of: `${near} AND ${largest}` },
    'near_14b.second.median': { value: 'quantile_cont(average, 0.5)', of: `${near} AND ${second}` },
    'near_14b.others.median': {
      value: 'quantile_cont(average, 0.5)',
      of: `${near} AND NOT ${largest} AND NOT ${second}`,
    },
  });
});

test('the two lineages that the chapters name are the largest there', async () => {
  const [first, second] = [0, 1].map((which) => oneRow(`SELECT ${place(samples[0]!, which)} AS lineage`));
  expect(await first).toEqual({ lineage: 'Qwen/Qwen2.5-14B' });
  expect(await second).toEqual({ lineage: 'microsoft/phi-4' });
});

test('the share is of all models near 14 B', async () => {
  const count = await statistic(samples[0]!, 'near_14b.count');
  const share = await statistic(samples[0]!, 'near_14b.largest.share');
  const median = await statistic(samples[0]!, 'near_14b.largest.median');
  expect(median.n).toBe(Math.round(share.value! * count.value!));
});

test('of lineages with as many models the first by name is the largest, by hand', async () => {
  const models = [
    { model: 'z/b0', lineage: 'B', average: 30 },
    { model: 'z/b1', lineage: 'B', average: 40 },
    { model: 'z/a0', lineage: 'A', average: 10 },
    { model: 'z/a1', lineage: 'A', average: 20 },
    { model: 'z/c', lineage: 'C', average: 99 },
  ];
  const engine = await smallReport(
    [
      ...models.map(({ model, average }) => ({ model, average, parameters_b: 14 })),
      { model: 'z/far', parameters_b: 17, average: 1 },
    ],
    [],
    [],
    [],
    [...models.map(({ model, lineage }) => ({ model, lineage })), { model: 'z/far', lineage: 'C' }],
  );
  try {
    const ids = [
      'count',
      'largest.share',
      'two_largest.share',
      'largest.median',
      'second.median',
      'others.median',
    ].map((id) => `near_14b.${id}`);
    const told = await answerStatistics(await askSlice(engine, sliceOf('')), ids);
    expect(ids.map((id) => told[id]!.value)).toEqual([5, 0.4, 0.8, 15, 35, 99]);
  } finally {
    await engine.close();
  }
});
