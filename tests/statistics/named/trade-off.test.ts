import { expect, test } from 'vitest';
import { normalCdf } from '../methods/normal-cdf.ts';
import { benchmarks, type Benchmark } from '../../../src/dataset/benchmarks.ts';
import { pairsOf, type Pair } from './own-pairs.ts';
import { expectEqual, samples, statistic, wholes, type Sample } from './samples.ts';

/** Questions that the error of each benchmark rests on: GPQA counts 198 three times, 250 twice and 98 once. */
const asked = { ifeval: 541, bbh: 5761, math: 1324, gpqa: 1_420_864 / 2880, musr: 756, mmlu_pro: 12_032 };
const bases: Record<string, (pair: Pair) => boolean> = {
  all: () => true,
  pretrained: ({ base }) => base.type === 'pretrained',
  chat: ({ base }) => base.type === 'chat',
};

/** How far the raw result rose, in standard errors of a difference of two binomial shares. */
function rise({ child, base }: Pair, name: Benchmark): number {
  const [p, q] = [Number(child[`${name}_raw`]), Number(base[`${name}_raw`])];
  if (p === q) return 0;
  return ((p - q) * Math.sqrt(asked[name])) / Math.sqrt(p * (1 - p) + q * (1 - q));
}

const z = 1.9599639845;
const share = (values: readonly number[], has: (value: number) => boolean) =>
  values.length === 0 ? null : values.filter(has).length / values.length;

test.each(samples)('“$query”: shares of pairs that fell and rose beyond the error', async (sample) => {
  const pairs = await pairsOf(sample);
  for (const [id, has] of Object.entries(bases))
    for (const name of benchmarks) {
      const rises = pairs.filter(has).map((pair) => rise(pair, name));
      const [drop, up] = [
        await statistic(sample, `tradeoff.${id}.${name}.drop`),
        await statistic(sample, `tradeoff.${id}.${name}.rise`),
      ];
      expectEqual(
        drop.value,
        share(rises, (each) => each < -z),
        `${id} ${name} fell`,
      );
      expectEqual(
        up.value,
        share(rises, (each) => each > z),
        `${id} ${name} rose`,
      );
      const net = await statistic(sample, `tradeoff.${id}.${name}.net`);
      if (drop.value === null) expect(net.value).toBeNull();
      else expect(net.value, `${id} ${name} fell less rose`).toBeCloseTo(drop.value - up.value!, 12);
      expect([drop.n, up.n, net.n]).toEqual([rises.length, rises.length, rises.length]);
    }
});

test.each(samples)('“$query”: how many comparisons there are', async (sample) => {
  const pairs = await pairsOf(sample);
  const rises = benchmarks.flatMap((name) => pairs.map((pair) => rise(pair, name)));
  const value = async (id: string) => (await statistic(sample, `tradeoff.${id}`)).value;
  expect(await value('comparisons')).toBe(6 * pairs.length);
  expect(await value('drops')).toBe(rises.filter((each) => each < -z).length);
  expect(await value('rises')).toBe(rises.filter((each) => each > z).length);
  expect(await value('by_chance')).toBeCloseTo(0.15 * pairs.length, 10);
});

test('the correction is Bonferroni’s', async () => {
  const rises = benchmarks.flatMap(async (name) =>
    (await pairsOf(wholes[0]!)).map((pair) => rise(pair, name)),
  );
  const all = (await Promise.all(rises)).flat();
  // The normal quantile at 1 − 0.025 / comparisons, by halving.
  let [limit, high] = [0, 10];
  while (high - limit > 1e-12) {
    const middle = (limit + high) / 2;
    if (normalCdf(-middle) > 0.025 / all.length) limit = middle;
    else high = middle;
  }
  const beyond = all.filter((each) => each < -limit).length;
  expect((await statistic(wholes[0]!, 'tradeoff.drops.corrected')).value).toBe(beyond);
});

test('without pairs there is nothing to compare, and no chance to', async () => {
  const none: Sample = { query: 'name=no-such-model', preparation: 'reviewed', where: null };
  const found = async (id: string) => {
    const { value, n } = await statistic(none, `tradeoff.${id}`);
    return [value, n];
  };
  for (const id of ['comparisons', 'drops', 'rises', 'by_chance', 'drops.corrected'])
    expect(await found(id), id).toEqual([0, 0]);
  expect(await found('all.ifeval.drop')).toEqual([null, 0]);
});

test('an interval of a share allows for bases with many children', async () => {
  const { value, low, high, n } = await statistic(wholes[0]!, 'tradeoff.all.mmlu_pro.drop');
  const alone = 2 * z * Math.sqrt((value! * (1 - value!)) / n);
  expect(high! - low!).toBeGreaterThan(2 * alone);
  expect(high! - low!).toBeLessThan(8 * alone);
});
