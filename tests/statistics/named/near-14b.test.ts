import { expect, test } from 'vitest';
import { expectAggregates, samples, statistic } from './samples.ts';

const near = 'parameters_b >= 13 AND parameters_b <= 16';
const qwen = `coalesce(starts_with(architecture, 'Qwen'), false)`;

test.each(samples)('“$query”: who stands near 14 B', async (sample) => {
  await expectAggregates(sample, {
    'near_14b.count': { value: 'count(*)', of: near },
    'near_14b.qwen_share': { value: `avg(CAST(${qwen} AS INTEGER))`, of: near },
    'near_14b.qwen.median': { value: 'quantile_cont(average, 0.5)', of: `${near} AND ${qwen}` },
    'near_14b.rest.median': { value: 'quantile_cont(average, 0.5)', of: `${near} AND NOT ${qwen}` },
  });
});

test('the share is of all models near 14 B', async () => {
  const count = await statistic(samples[0]!, 'near_14b.count');
  const share = await statistic(samples[0]!, 'near_14b.qwen_share');
  const median = await statistic(samples[0]!, 'near_14b.qwen.median');
  expect(median.n).toBe(Math.round(share.value! * count.value!));
});
