import { test } from 'vitest';
import { benchmarks } from '../../../src/dataset/benchmarks.ts';
import { expectAggregates, samples } from './samples.ts';

const types = {
  pretrained: `type = 'pretrained'`,
  continued: `type = 'continued'`,
  'fine-tuned': `type = 'fine-tuned'`,
  chat: `type = 'chat'`,
  merge: `type = 'merge'`,
  other: `type IN ('multimodal', 'other')`,
};
const nearEight = 'parameters_b > 6 AND parameters_b <= 9';

test.each(samples)('“$query”: medians by type', async (sample) => {
  const of = (id: string, where: string) => ({
    [`profile.${id}.average.median`]: { value: 'median(average)', of: where },
  });
  await expectAggregates(
    sample,
    Object.assign(
      {},
      ...Object.entries(types).map(([id, where]) => ({
        [`profile.${id}.count`]: { value: 'count(*)', of: where },
        ...of(id, where),
        ...Object.fromEntries(
          benchmarks.map((name) => [`profile.${id}.${name}.median`, { value: `median(${name})`, of: where }]),
        ),
      })),
      of('merge.near_8b', `${types.merge} AND ${nearEight}`),
      of('fine-tuned.near_8b', `${types['fine-tuned']} AND ${nearEight}`),
    ) as Record<string, { value: string; of: string }>,
  );
});
