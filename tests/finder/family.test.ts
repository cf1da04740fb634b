import { expect, test } from 'vitest';
import { benchmarks, byBenchmark, type Benchmark } from '../../src/dataset/benchmarks.ts';
import { childrenOf, loadFamily, moveFrom, relationsOf } from '../../src/finder/family.ts';
import { modelTableOf, modelTableQuery } from '../../src/finder/model-table.ts';
import { report } from '../report.ts';
import { tableModel } from './table-model.ts';

/** The columns of the six raw results, of one value. */
const raw = (value: number) =>
  Object.fromEntries(benchmarks.map((name) => [`${name}_raw`, value])) as Record<`${Benchmark}_raw`, number>;

test('a move is within noise where its binomial error allows it, by hand', () => {
  // Between shares of 0.50 and 0.53 of 541 prompts z = 0.99, of 12,032 questions z = 4.66.
  const from = tableModel({ model: 'o/base', average: 10, ...byBenchmark(() => 4), ...raw(0.5) });
  const to = tableModel({ average: 12, chat_template: true, ...byBenchmark(() => 7), ...raw(0.53) });
  const { base, change, sameFormat, moves } = moveFrom(from, to);
  expect([base, change, sameFormat]).toEqual(['o/base', 2, false]);
  const noise = Object.fromEntries(moves.map(({ benchmark, withinNoise }) => [benchmark, withinNoise]));
  expect([noise.ifeval, noise.mmlu_pro, noise.bbh]).toEqual([true, false, false]);
  expect(moves.map((move) => move.change)).toEqual([3, 3, 3, 3, 3, 3]);
});

test('children stand by gain, each once at its best', () => {
  const child = (model: string, average: number) => tableModel({ model, average });
  const children = childrenOf(tableModel({ average: 10 }), [
    child('o/a', 11),
    child('O/A', 12),
    child('o/c', 15),
    child('o/b', 12),
  ]);
  expect(children).toEqual([
    { name: 'o/c', change: 5 },
    { name: 'O/A', change: 2 },
    { name: 'o/b', change: 2 },
  ]);
});

test('a model has a root, a parent, descendants and children among the others, by identity', () => {
  const root = tableModel({ model: 'old/root', identity: 'o/root', average: 10 });
  const again = tableModel({ model: 'o/root', identity: 'o/root', average: 20 });
  const middle = tableModel({ model: 'o/middle', identity: 'o/middle', root: 'o/root', average: 13 });
  const last = tableModel({
    model: 'o/last',
    identity: 'o/last',
    root: 'o/root',
    parent: 'o/middle',
    average: 12,
  });
  const models = [root, again, middle, last];
  expect(relationsOf(models, last)).toMatchObject({
    root: { base: 'old/root', change: 2 },
    parent: { base: 'o/middle', change: -1 },
    descendants: [],
    children: [],
  });
  expect(relationsOf(models, middle)).toMatchObject({
    parent: null,
    descendants: [],
    children: [{ name: 'o/last', change: -1 }],
  });
  expect(relationsOf(models, again)).toMatchObject({
    root: null,
    descendants: [
      { name: 'o/middle', change: 3 },
      { name: 'o/last', change: 2 },
    ],
    children: [],
  });
  expect(relationsOf([last], last)).toMatchObject({ root: null, parent: null });
});

test('the family of a model of the table is what the tables say', async () => {
  const engine = await report();
  const { models, positions } = modelTableOf(
    await modelTableQuery('reviewed').askOf((sql) => engine.query(sql)),
  );
  expect(models).toHaveLength(4494);
  const model = models[positions.get('qwen/qwen2.5-0.5b')!]!;
  const family = relationsOf(models, model);
  const own = await engine.query(
    "SELECT lower(model) AS name, average_change AS change FROM all_pairs WHERE preparation = 'reviewed' AND base_model = 'Qwen/Qwen2.5-0.5B' ORDER BY name",
  );
  expect(family.descendants.map(({ name }) => name.toLowerCase()).sort()).toEqual(
    own.map(({ name }) => name),
  );
  const changes = new Map(own.map(({ name, change }) => [name, change]));
  for (const { name, change } of family.descendants)
    expect(change).toBeCloseTo(Number(changes.get(name.toLowerCase())), 9);
  expect(family.root).toBeNull();
  expect((await loadFamily(engine, model)).runs.length).toBeGreaterThan(0);
  // Its entry names meta-llama/Meta-Llama-3.1-8B, an older name of a model that the table has by another.
  const renamed = models[positions.get('mlabonne/meta-llama-3.1-8b-instruct-abliterated')!]!;
  const found = relationsOf(models, renamed);
  expect(found.root?.base).toBe('meta-llama/Llama-3.1-8B');
  const parent = models[positions.get('meta-llama/llama-3.1-8b-instruct')!]!;
  expect(renamed.parent).toBe(parent.model);
  expect(found.parent?.base).toBe(parent.model);
  expect(found.parent?.change).toBeCloseTo(renamed.average - parent.average, 9);
  expect(relationsOf(models, parent).children.map(({ name }) => name)).toContain(renamed.model);
  const outside = models[positions.get('ai-mo/numinamath-7b-cot')!]!;
  expect([relationsOf(models, outside).root, outside.root]).toEqual([
    null,
    'deepseek-ai/deepseek-math-7b-base',
  ]);
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
