import { expect, test } from 'vitest';
import { benchmarks } from '../../../src/dataset/benchmarks.ts';
import { studentCritical } from '../../../src/statistics/methods/student.ts';
import { pairsOf, type Pair } from './own-pairs.ts';
import { expectEqual, expectReach, mean, median, samples, statistic, wholes } from './samples.ts';

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

test('a mean carries the error of its clusters: the children of one base stand together', async () => {
  const pairs = await pairsOf(wholes[0]!);
  const bases = Map.groupBy(pairs, ({ base }) => base.row);
  for (const score of ['average', ...benchmarks]) {
    const centre = mean(changes(pairs, score))!;
    const totals = [...bases.values()].map((children) =>
      changes(children, score).reduce((sum, change) => sum + change - centre, 0),
    );
    const squares = totals.reduce((sum, total) => sum + total ** 2, 0);
    const error = Math.sqrt((bases.size / (bases.size - 1)) * squares) / pairs.length;
    expectReach(await statistic(wholes[0]!, `pairs.${score}.mean`), error, score);
  }
});

test('a share carries Wilson’s interval at the number of independent pairs that its clusters leave', async () => {
  const pairs = await pairsOf(wholes[0]!);
  const bases = Map.groupBy(pairs, ({ base }) => base.row);
  const { value, low, high, n } = await statistic(wholes[0]!, 'pairs.average.share_up');
  const share = value!;
  const squares = [...bases.values()]
    .map((children) =>
      changes(children, 'average').reduce((sum, change) => sum + (change > 0 ? 1 : 0) - share, 0),
    )
    .reduce((sum, total) => sum + total ** 2, 0);
  const variance = ((bases.size / (bases.size - 1)) * squares) / n ** 2;
  const z = 1.959963985;
  const rows = Math.min(n, (share * (1 - share)) / variance) * (z / studentCritical(bases.size - 1)) ** 2;
  const centre = (share + z ** 2 / (2 * rows)) / (1 + z ** 2 / rows);
  const half = Math.sqrt((z ** 2 * (share * (1 - share) + z ** 2 / (4 * rows))) / rows) / (1 + z ** 2 / rows);
  expect(low).toBeCloseTo(centre - half, 8);
  expect(high).toBeCloseTo(centre + half, 8);
});
