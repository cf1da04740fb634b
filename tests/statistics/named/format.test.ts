import { describe, expect, test } from 'vitest';
import { askSlice } from '../../../src/slice/ask.ts';
import { wholeTable } from '../../../src/slice/slice.ts';
import { answerStatistics, type Estimates } from '../../../src/statistics/answer.ts';
import { formatExperiment } from '../../../src/statistics/named/format.ts';
import { estimatesOf, smallReport, type Cells } from '../../report.ts';
import { expectEqual, mean, runsOf, samples, statistic, wholes } from './samples.ts';

type Line = Readonly<Record<string, string>>;

const scores = ['average', 'ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'];
const kinds = [
  ['format', (asked: Line, plain: Line) => asked.model_sha === plain.model_sha],
  ['format.all', () => true],
] as const;

/** With and without the chat template, of each model that was run both ways; none was more than once. */
function pairsOf(lines: readonly Line[]): [Line, Line][] {
  const nameOf = ({ model }: Line) => model!.trim().toLowerCase();
  const under = (template: string) => lines.filter(({ chat_template }) => chat_template === template);
  const plain = Map.groupBy(under('false'), nameOf);
  return under('true').flatMap((asked) =>
    (plain.get(nameOf(asked)) ?? []).map((each): [Line, Line] => [asked, each]),
  );
}

const changesOf = (pairs: readonly [Line, Line][], score: string) =>
  pairs.map(([asked, plain]) => Number(asked[score]) - Number(plain[score]));

const flipped = new Map<string, number>();

/** The exact p of changes, worked out once: all pairs of both preparations are the same. */
function signFlip(changes: readonly number[]): number {
  const key = changes.join();
  const known = flipped.get(key) ?? byEveryChoice(changes);
  flipped.set(key, known);
  return known;
}

/**
 * The exact p by writing down every choice of signs but that of the last, which the other tail mirrors: a Gray code
 * flips one sign at a time. Sums that agree to a ten-millionth of a point are equal.
 */
function byEveryChoice(changes: readonly number[]): number {
  const signed = [...changes];
  let sum = changes.reduce((a, b) => a + b, 0);
  const observed = Math.abs(sum) - 1e-7;
  const choices = 2 ** (changes.length - 1);
  let beyond = 0;
  for (let step = 1; step <= choices; step++) {
    if (Math.abs(sum) >= observed) beyond += 1;
    const at = 31 - Math.clz32(step & -step);
    sum -= 2 * signed[at]!;
    signed[at] = -signed[at]!;
  }
  return beyond / choices;
}

describe.each(samples)('“$query”', (sample) => {
  test('the p of the average held together with the six benchmarks', async () => {
    const pairs = pairsOf(await runsOf(sample)).filter(([asked, plain]) => kinds[0][1](asked, plain));
    const found = await statistic(sample, 'format.average.p_holm');
    expect(found.n).toBe(pairs.length);
    if (pairs.length === 0) return expect(found.value).toBeNull();
    const ps = scores.map((score) => signFlip(changesOf(pairs, score)));
    // Of a p, all that are no larger: the largest of each times the number of those that are no smaller.
    const held = ps
      .filter((p) => p <= ps[0]!)
      .map((p) => Math.min(1, p * ps.filter((each) => each >= p).length));
    expect(found.value).toBeCloseTo(Math.max(...held), 10);
  });

  test('the mean change of every score, with the chat template minus without', async () => {
    const pairs = pairsOf(await runsOf(sample));
    for (const [id, has] of kinds)
      for (const score of scores) {
        const changes = changesOf(
          pairs.filter(([asked, plain]) => has(asked, plain)),
          score,
        );
        const found = await statistic(sample, `${id}.${score}.mean`);
        expectEqual(found.value, mean(changes), `${id}.${score}`);
        expect(found.n).toBe(changes.length);
      }
  });
});

// The 97.5 % points of Student's distribution with 14 and 24 degrees of freedom, as printed in tables.
const critical: Readonly<Record<number, number>> = { 15: 2.14479, 25: 2.0639 };

test.each(wholes)('“$query”: intervals over models, and the exact p', async ({ query }) => {
  const estimates = await estimatesOf(query);
  const pairs = pairsOf(await runsOf({ query, preparation: 'reviewed', where: null }));
  for (const [id, has] of kinds)
    for (const score of scores) {
      const changes = changesOf(
        pairs.filter(([asked, plain]) => has(asked, plain)),
        score,
      );
      const n = changes.length;
      const [first, second] = [changes, changes.map((each) => each ** 2)].map(
        (each) => each.reduce((a, b) => a + b, 0) / n,
      );
      const reach = critical[n]! * Math.sqrt((second! - first! ** 2) / (n - 1));
      const { low, high } = estimates[`${id}.${score}.mean`]!;
      expect(low!).toBeCloseTo(first! - reach, 3);
      expect(high!).toBeCloseTo(first! + reach, 3);
      expect(estimates[`${id}.${score}.p`]!.value!).toBeCloseTo(signFlip(changes), 12);
    }
});

test.each(wholes)(
  '“$query”: 25 models, 15 of them at one commit, of 13 organisations; nearly all change format',
  async ({ query }) => {
    const estimates = await estimatesOf(query);
    const pairs = pairsOf(await runsOf({ query, preparation: 'reviewed', where: null }));
    const same = pairs.filter(([asked, plain]) => asked.model_sha === plain.model_sha);
    expect([pairs.length, same.length]).toEqual([25, 15]);
    expect(new Set(same.map(([{ model }]) => model!.split('/')[0])).size).toBe(13);
    const kept = (of: readonly [Line, Line][]) =>
      of.filter(([asked, plain]) => asked.precision === plain.precision).length;
    expect([kept(pairs), kept(same)]).toEqual([2, 1]);
    expect(new Set(pairs.map(([{ model }]) => model!.toLowerCase())).size).toBe(25);
    expect([estimates['format.models'], estimates['format.same_commit']].map((each) => each!.value)).toEqual([
      25, 15,
    ]);
  },
);

test.each(wholes)('“$query”: both results of the model that the text names', async ({ query }) => {
  const estimates = await estimatesOf(query);
  const runs = await runsOf({ query, preparation: 'reviewed', where: null });
  const own = runs.filter(({ model }) => model === 'meta-llama/Meta-Llama-3-8B-Instruct');
  expect(own.map(({ chat_template }) => chat_template).toSorted()).toEqual(['false', 'true']);
  expect(new Set(own.map(({ model_sha }) => model_sha)).size).toBe(1);
  for (const [way, template] of [
    ['asked', 'true'],
    ['plain', 'false'],
  ] as const) {
    const found = estimates[`format.llama_3_8b_instruct.ifeval.${way}`]!;
    expectEqual(found.value, Number(own.find((line) => line.chat_template === template)!.ifeval), way);
    expect(found.n).toBe(1);
  }
});

describe('by hand', () => {
  const answer = async (runs: readonly Cells[]): Promise<Estimates> =>
    answerStatistics(
      await askSlice(await smallReport(runs), wholeTable),
      formatExperiment.definitions.map(({ id }) => id),
    );
  const one = '1'.repeat(40);
  const other = '2'.repeat(40);
  const asked = { chat_template: true, model_sha: one };
  const plain = { chat_template: false, model_sha: one };

  test('means, and the share of the four choices of signs', async () => {
    const estimates = await answer([
      { model: 'a/x', ...asked, ifeval: 31 },
      { model: 'a/x', ...plain, ifeval: 20 },
      { model: 'b/x', ...asked, ifeval: 12 },
      { model: 'B/X', ...plain, ifeval: 10 },
      { model: 'c/x', ...asked, ifeval: 50 },
      { model: 'c/x', ...plain, ifeval: 3, model_sha: other },
      { model: 'd/x', ...asked, ifeval: 90 },
    ]);
    expect(estimates['format.models']!.value).toBe(3);
    expect(estimates['format.same_commit']!.value).toBe(2);
    expect(estimates['format.ifeval.mean']).toMatchObject({ value: 6.5, n: 2 });
    expect(estimates['format.all.ifeval.mean']).toMatchObject({ value: 20, n: 3 });
    // 11 and 2 of one sign: 13 and −13 of ±13 and ±9. With 47, again only all of one sign: two of eight.
    expect(estimates['format.ifeval.p']!.value).toBe(2 / 4);
    expect(estimates['format.all.ifeval.p']!.value).toBe(2 / 8);
    expect(estimates['format.bbh.p']!.value).toBe(1);
    expect(estimates['format.llama_3_8b_instruct.ifeval.asked']).toMatchObject({ value: null, n: 0 });
  });

  test('of several pairs that at one commit counts, then that at one number format, then the first', async () => {
    const later = { precision: 'float16' };
    const estimates = await answer([
      { model: 'a/x', ...plain, ifeval: 1, model_sha: other },
      { model: 'a/x', ...plain, ifeval: 2, ...later },
      { model: 'a/x', ...asked, ifeval: 14 },
      { model: 'a/x', ...asked, ifeval: 8, ...later },
      { model: 'b/x', ...plain, ifeval: 5 },
      { model: 'b/x', ...asked, ifeval: 7 },
      { model: 'b/x', ...asked, ifeval: 70 },
    ]);
    // 8 − 2 and 7 − 5.
    expect(estimates['format.ifeval.mean']).toMatchObject({ value: 4, n: 2 });
  });

  test('a commit that is not known is not the same', async () => {
    const unknown = { model_sha: null };
    const estimates = await answer([
      { model: 'a/x', ...asked, ...unknown },
      { model: 'a/x', ...plain, ...unknown },
    ]);
    expect(estimates['format.models']!.value).toBe(1);
    expect(estimates['format.same_commit']!.value).toBe(0);
  });
});
