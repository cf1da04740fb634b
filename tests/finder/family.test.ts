import { expect, test } from 'vitest';
import { benchmarks, byBenchmark, type Benchmark } from '../../src/dataset/benchmarks.ts';
import { isNoise } from '../../src/finder/difference.ts';
import { childrenOf, effectOf, loadFamily, moveFrom, relationsOf } from '../../src/finder/family.ts';
import { modelTableOf, modelTableQuery } from '../../src/finder/model-table.ts';
import { report } from '../report.ts';
import { tableModel } from './table-model.ts';

/** The columns of the six raw results, of one value. */
const raw = (value: number) =>
  Object.fromEntries(benchmarks.map((name) => [`${name}_raw`, value])) as Record<`${Benchmark}_raw`, number>;

test('a move has the 95 % interval of two independent shares, by hand', () => {
  const from = tableModel({
    model: 'o/base',
    type: 'pretrained',
    average: 10,
    ...byBenchmark(() => 4),
    ...raw(0.5),
  });
  const to = tableModel({ average: 12, chat_template: true, ...byBenchmark(() => 7), ...raw(0.53) });
  const { base, type, average, sameFormat, moves } = moveFrom(from, to);
  expect([base, type, average.change, sameFormat]).toEqual(['o/base', 'pretrained', 2, false]);
  expect(moves.map((move) => move.change)).toEqual([3, 3, 3, 3, 3, 3]);
  const of = Object.fromEntries(moves.map((move) => [move.benchmark, move]));
  // IFEval: 1.95996 · 100 · √((0.25 + 0.2491) ÷ 541) = 5.953. MMLU-Pro: the same over 12,032 questions, times 10 ÷ 9.
  expect(of.ifeval!.reach).toBeCloseTo(5.953, 3);
  expect(of.mmlu_pro!.reach).toBeCloseTo(1.403, 3);
  expect([of.ifeval!, of.mmlu_pro!].map(isNoise)).toEqual([true, false]);
  // The errors of the six are independent: that of their mean is the root of the sum of their squares, by six.
  expect(average.reach).toBeCloseTo(Math.hypot(...moves.map(({ reach }) => reach)) / 6, 3);
});

test('what has the same results is within noise, and results without error are not', () => {
  const sure = tableModel({ average: 0, ...raw(0) });
  expect(isNoise(moveFrom(sure, sure).average)).toBe(true);
  expect(isNoise(moveFrom(sure, tableModel({ average: 1, ...raw(0) })).average)).toBe(false);
});

test('a tune is set against the chat version by the makers of its root, the most liked of several', () => {
  const of = (model: string, facts: Parameters<typeof tableModel>[0]) =>
    tableModel({ model, identity: model, organisation: model.slice(0, 1), ...facts });
  const root = of('m/root', { type: 'pretrained', average: 10, official_provider: true });
  const chat = { root: 'm/root', type: 'chat', official_provider: true };
  const models = [
    root,
    of('m/old-chat', { ...chat, likes: 1, average: 14 }),
    of('m/chat', { ...chat, likes: 5, average: 12 }),
    of('m/copy', { ...chat, likes: 9, copy_of: 'm/chat', average: 12 }),
    of('m/tune', { ...chat, type: 'fine-tuned', likes: 9 }),
    of('x/chat', { ...chat, likes: 99 }),
    of('m/fan', { ...chat, official_provider: false, likes: 99 }),
    of('x/tune', { root: 'm/root', average: 11 }),
  ];
  expect(relationsOf(models, models.at(-1)!)).toMatchObject({
    root: { base: 'm/root', type: 'pretrained', average: { change: 1 } },
    makers: { base: 'm/chat', average: { change: -1 }, ofRoot: { change: 2 } },
    isMakers: false,
  });
  expect(relationsOf(models, models[2]!)).toMatchObject({ makers: null, isMakers: true });
  expect(relationsOf(models, root)).toMatchObject({ root: null, makers: null, isMakers: false });
  // One that bears the name of the root is its chat version rather than a model for another task, however liked.
  const named = [...models, of('m/root-chat', { ...chat, likes: 2, average: 13 })];
  expect(relationsOf(named, models.at(-1)!)).toMatchObject({ makers: { base: 'm/root-chat' } });
});

test('the effect on descendants is their mean change, with an interval over organisations', () => {
  const root = tableModel({ identity: 'm/root', average: 10, ifeval: 5 });
  const child = (organisation: string, average: number) =>
    tableModel({ organisation, lineage: 'm/root', root: 'm/root', average, ifeval: 8 });
  expect(effectOf(root, [])).toBeNull();
  const four = ['a', 'b', 'c', 'd'].map((organisation, at) => child(organisation, 10 + at));
  const effect = effectOf(root, four)!;
  expect(effect).toMatchObject({ models: 4, organisations: 4 });
  const [average, ifeval] = effect.means;
  // Changes 0, 1, 2, 3: mean 1.5, standard error 1.29099 ÷ √4, t of 3 degrees of freedom 3.18245.
  expect(average).toMatchObject({ measure: 'average', mean: 1.5 });
  expect(average!.low).toBeCloseTo(1.5 - 3.18245 * 0.645497, 4);
  expect(average!.high).toBeCloseTo(1.5 + 3.18245 * 0.645497, 4);
  expect(ifeval).toEqual({ measure: 'ifeval', mean: 3, low: 3, high: 3 });
  // Two organisations are too few.
  expect(effectOf(root, four.slice(0, 2))!.means[0]).toMatchObject({ mean: 0.5, low: null, high: null });
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
    root: { base: 'old/root', average: { change: 2 } },
    parent: { base: 'o/middle', average: { change: -1 } },
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
  expect(found.parent?.average.change).toBeCloseTo(renamed.average - parent.average, 9);
  expect(relationsOf(models, parent).children.map(({ name }) => name)).toContain(renamed.model);
  const outside = models[positions.get('ai-mo/numinamath-7b-cot')!]!;
  expect([relationsOf(models, outside).root, outside.root]).toEqual([
    null,
    'deepseek-ai/deepseek-math-7b-base',
  ]);
  // The effect is the mean of the pairs that the statistics take.
  const [base] = await engine.query(
    "SELECT CAST(count(*) AS INTEGER) AS n, avg(average_change) AS mean FROM all_pairs WHERE preparation = 'reviewed' AND base_model = 'google/gemma-2-9b'",
  );
  const { effect } = relationsOf(models, models[positions.get('google/gemma-2-9b')!]!);
  expect(effect!.models).toBe(base!.n);
  expect(effect!.means[0]!.mean).toBeCloseTo(base!.mean as number, 9);
  const simpo = relationsOf(models, models[positions.get('princeton-nlp/gemma-2-9b-it-simpo')!]!);
  expect(simpo.makers?.base).toBe('google/gemma-2-9b-it');
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
