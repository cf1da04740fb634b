import { expect, test } from 'vitest';
import { askSlice } from '../../../src/slice/ask.ts';
import { answerStatistics } from '../../../src/statistics/answer.ts';
import { facts, report, sliceOf, smallReport } from '../../report.ts';
import { change, type Pair } from './own-pairs.ts';
import {
  expectEqual,
  expectReach,
  mean,
  median,
  modelsOf,
  samples,
  statistic,
  type Sample,
} from './samples.ts';

const runs = facts('runs');
const identities = new Map(facts('identity').map((line) => [line.model!, line]));

/** The models of a sample whose parent is a model of its preparation, each with the first row of that parent. */
async function pairsWithParent(sample: Sample): Promise<Pair[]> {
  const engine = await report();
  const rowsOf = async (table: string) =>
    (await engine.query(`SELECT row FROM ${table} ORDER BY row`)).map(({ row }) => runs[Number(row) - 1]!);
  const parents = Map.groupBy(
    await rowsOf(sample.preparation),
    ({ model }) => identities.get(model!)!.identity!,
  );
  return (await rowsOf(modelsOf(sample))).flatMap((child) => {
    const base = parents.get(identities.get(child.model!)!.parent!)?.[0];
    return base ? [{ child, base }] : [];
  });
}

const perParent = (pairs: readonly Pair[], score: string) =>
  mean(
    [...Map.groupBy(pairs, ({ base }) => base.row).values()].map((children) =>
      mean(children.map((pair) => change(pair, score)))!,
    ),
  );

test.each(samples)('“$query”: models against their known parents', async (sample) => {
  const pairs = await pairsWithParent(sample);
  const alike = pairs.filter(({ child, base }) => child.chat_template === base.chat_template);
  const changes = (score: string, of = pairs) => of.map((pair) => change(pair, score));
  const expected: Record<string, number | null> = {
    count: pairs.length,
    parents: new Set(pairs.map(({ base }) => base.model)).size,
    organisations: new Set(pairs.map(({ child }) => child.model!.split('/')[0])).size,
  };
  for (const score of ['average', 'ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'])
    expected[`${score}.mean`] = mean(changes(score));
  for (const score of ['average', 'ifeval']) {
    expected[`${score}.median`] = median(changes(score));
    expected[`${score}.share_down`] = mean(changes(score).map((each) => Number(each < 0)));
    expected[`${score}.by_parent.mean`] = perParent(pairs, score);
    expected[`same_format.${score}.mean`] = mean(changes(score, alike));
  }
  for (const [id, value] of Object.entries(expected))
    expectEqual((await statistic(sample, `pairs.known_parent.${id}`)).value, value, id);
});

test('on the whole table 55 models have a parent in it, and tunes of it stand below it', async () => {
  const whole = samples[0]!;
  expect((await statistic(whole, 'pairs.known_parent.count')).value).toBe(55);
  const told = await statistic(whole, 'pairs.known_parent.ifeval.mean');
  expect(told.high).toBeLessThan(0);
  const changes = (await pairsWithParent(whole)).map((pair) => change(pair, 'ifeval'));
  const squares = changes.map((each) => (each - mean(changes)!) ** 2);
  expectReach(told, Math.sqrt(mean(squares)! / (changes.length - 1)), 'of independent models');
});

test('a parent that is not known, or not in the table, makes no pair; a caution of the parent leaves it out', async () => {
  const engine = await smallReport(
    [
      { model: 'a/root', average: 10 },
      { model: 'a/chat', average: 30, base_model: 'a/root' },
      { model: 'b/tune', average: 26, base_model: 'a/root' },
      { model: 'c/plain', average: 50, base_model: 'a/root' },
      { model: 'd/lost', average: 50, base_model: 'a/root' },
    ],
    [],
    [],
    [{ model: 'a/chat', kind: 'off-plane' }],
    [
      { model: 'b/tune', parent: 'a/chat' },
      { model: 'd/lost', parent: 'a/gone' },
    ],
  );
  const told = async (query: string) => {
    const ids = ['pairs.known_parent.count', 'pairs.known_parent.average.mean'];
    const all = await answerStatistics(await askSlice(engine, sliceOf(query)), ids);
    return ids.map((id) => all[id]!.value);
  };
  try {
    expect(await told('')).toEqual([1, -4]);
    expect(await told('caution=none')).toEqual([0, null]);
    expect(await told('organisation=c')).toEqual([0, null]);
  } finally {
    await engine.close();
  }
});
