import { expect, test } from 'vitest';
import { benchmarks, type Benchmark } from '../../src/dataset/benchmarks.ts';
import { childrenOf, loadFamily, movesOf } from '../../src/finder/family.ts';
import { modelTableOf, modelTableQuery } from '../../src/finder/model-table.ts';
import { report } from '../report.ts';
import { tableModel } from './table-model.ts';

/** One value for the six columns of a kind. */
const prefixed = <B extends string, A extends string>(before: B, after: A, value: number) =>
  Object.fromEntries(benchmarks.map((name) => [`${before}${name}${after}`, value])) as Record<
    `${B}${Benchmark}${A}`,
    number
  >;

const pair = (raw: number, base: number, change: number) => ({
  base_model: 'o/base',
  average_change: change,
  chat_template: true,
  base_chat_template: false,
  ...prefixed('', '_raw', raw),
  ...prefixed('base_', '_raw', base),
  ...prefixed('', '_change', change),
});

test('a move is within noise where its binomial error allows it, by hand', () => {
  // Between shares of 0.50 and 0.53 of 541 prompts z = 0.99, of 12,032 questions z = 4.66.
  const { base, sameFormat, moves } = movesOf(pair(0.53, 0.5, 3));
  expect([base, sameFormat]).toEqual(['o/base', false]);
  const noise = Object.fromEntries(moves.map(({ benchmark, withinNoise }) => [benchmark, withinNoise]));
  expect([noise.ifeval, noise.mmlu_pro, noise.bbh]).toEqual([true, false, false]);
  expect(moves.map(({ change }) => change)).toEqual([3, 3, 3, 3, 3, 3]);
});

test('children stand by gain, each once at its best', () => {
  const children = childrenOf([
    { model: 'o/a', average_change: 1 },
    { model: 'O/A', average_change: 2 },
    { model: 'o/c', average_change: 5 },
    { model: 'o/b', average_change: 2 },
  ]);
  expect(children).toEqual([
    { name: 'o/c', change: 5 },
    { name: 'O/A', change: 2 },
    { name: 'o/b', change: 2 },
  ]);
});

test('the family of a model of the table is what the tables say', async () => {
  const engine = await report();
  const { models, positions } = modelTableOf(
    await modelTableQuery('reviewed').askOf((sql) => engine.query(sql)),
  );
  expect(models).toHaveLength(4494);
  const model = models[positions.get('qwen/qwen2.5-0.5b')!]!;
  const family = await loadFamily(engine, model);
  const own = await engine.query(
    "SELECT DISTINCT lower(model) AS name FROM all_pairs WHERE preparation = 'reviewed' AND base_model = 'Qwen/Qwen2.5-0.5B' ORDER BY name",
  );
  expect(family.children.map(({ name }) => name.toLowerCase()).sort()).toEqual(own.map(({ name }) => name));
  expect([family.base, family.rootOutside]).toEqual([null, null]);
  expect(family.runs.length).toBeGreaterThan(0);
  // Its entry names meta-llama/Meta-Llama-3.1-8B, an older name of a model that the table has by another.
  const renamed = models[positions.get('mlabonne/meta-llama-3.1-8b-instruct-abliterated')!]!;
  const found = await loadFamily(engine, renamed);
  expect([found.base?.base, found.rootOutside]).toEqual(['meta-llama/Llama-3.1-8B', null]);
  const parent = models[positions.get('meta-llama/llama-3.1-8b-instruct')!]!;
  expect(renamed.parent).toBe(parent.model);
  expect(found.parentChange).toBeCloseTo(renamed.average - parent.average, 9);
  const outside = models[positions.get('ai-mo/numinamath-7b-cot')!]!;
  const orphan = await loadFamily(engine, outside);
  expect([orphan.base, orphan.rootOutside]).toEqual([null, 'deepseek-ai/deepseek-math-7b-base']);
  // Older names lead to the model.
  expect(positions.get('meta-llama/meta-llama-3.1-8b')).toBe(positions.get('meta-llama/llama-3.1-8b'));
  expect(positions.get('gpt2')).toBe(positions.get('openai-community/gpt2'));
  const mixtral = models[positions.get('mistralai/mixtral-8x7b-v0.1')!]!;
  expect((await loadFamily(engine, mixtral)).moe).toMatchObject({ moe: true, method: 'published' });
});

test('of two rows of one name the first is found', () => {
  const { positions } = modelTableOf(['o/a', 'O/A ', 'o/b'].map((model) => tableModel({ model })));
  expect([positions.get('o/a'), positions.get('o/b'), positions.size]).toEqual([0, 2, 2]);
});
