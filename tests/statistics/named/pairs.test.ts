import { expect, test } from 'vitest';
import { benchmarks } from '../../../src/dataset/benchmarks.ts';
import { pairsOf, type Pair } from './own-pairs.ts';
import { expectEqual, mean, median, samples, statistic, wholes } from './samples.ts';

const changes = (pairs: readonly Pair[], score: string) =>
  pairs.map(({ child, base }) => Number(child[score]) - Number(base[score]));

const share = (values: readonly number[], has: (value: number) => boolean) =>
  values.length === 0 ? null : values.filter(has).length / values.length;

test.each(samples)('“$query”: child minus base, benchmark by benchmark', async (sample) => {
  const pairs = await pairsOf(sample);
  const same = async (id: string, expected: number | null, n: number) => {
    const found = await statistic(sample, id);
    expectEqual(found.value, expected, id);
    expect(found.n, `n of ${id}`).toBe(n);
  };
  await same('pairs.count', pairs.length, pairs.length);
  const average = changes(pairs, 'average');
  await same('pairs.average.mean', mean(average), pairs.length);
  await same('pairs.average.median', median(average), pairs.length);
  await same(
    'pairs.average.share_up',
    share(average, (change) => change > 0),
    pairs.length,
  );
  for (const name of benchmarks) {
    const change = changes(pairs, name);
    await same(`pairs.${name}.mean`, mean(change), pairs.length);
    await same(`pairs.${name}.median`, median(change), pairs.length);
    await same(
      `pairs.${name}.share_down`,
      share(change, (value) => value < 0),
      pairs.length,
    );
  }
  for (const type of ['pretrained', 'chat']) {
    const children = pairs.filter(({ base }) => base.type === type);
    for (const name of benchmarks)
      await same(`pairs.${type}_base.${name}.mean`, mean(changes(children, name)), children.length);
  }
  const alike = pairs.filter(({ child, base }) => child.chat_template === base.chat_template);
  for (const name of ['average', ...benchmarks])
    await same(`pairs.same_format.${name}.mean`, mean(changes(alike, name)), alike.length);
});

test('a whole table has pairs that neither rose nor fell, and they count on neither side', async () => {
  const pairs = await pairsOf(wholes[0]!);
  const still = benchmarks.filter((name) => changes(pairs, name).includes(0));
  expect(still.length).toBeGreaterThan(0);
});
