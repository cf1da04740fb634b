import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { csvFile } from '../../../src/dataset/csv.ts';
import { correctedShapes } from '../../../src/dataset/identity/files.ts';
import { identify } from '../../../src/dataset/identity/identify.ts';
import { layers, readInTable } from '../../../src/dataset/identity/pretrained.ts';
import { renames } from '../../../src/dataset/identity/renames.ts';
import { convertedCopies, farFromRoot, outside } from '../../../src/dataset/identity/reviewed.ts';
import { parseRuns } from '../../../src/dataset/runs-file.ts';
import { identityTable } from '../../../src/dataset/identity/table.ts';
import { facts } from '../../report.ts';

const data = fileURLToPath(new URL('../../../data', import.meta.url));
const read = (name: string) => readFileSync(join(data, name), 'utf8');
const lines = new Map(facts('identity').map((line) => [line.model!, line]));

test('the rules make the file, byte for byte (npm run data:identity)', () => {
  const made = identify(parseRuns(read('runs.csv')), correctedShapes(read('corrections.csv')));
  expect(csvFile(Object.keys(identityTable.columns), made) === read('identity.csv')).toBe(true);
});

test('every name of the table has one line', () => {
  const names = [...new Set(facts('runs').map(({ model }) => model!))].sort();
  expect([...lines.keys()].sort()).toEqual(names);
  expect(names).toHaveLength(4497);
});

test('names of one repository have one identity', () => {
  const identities = Map.groupBy(lines.values(), ({ identity }) => identity!);
  const several = [...identities].filter(([, same]) => same.length > 1);
  expect(
    Object.fromEntries(several.map(([identity, same]) => [identity, same.map(({ model }) => model)])),
  ).toEqual({
    'DeepMount00/Llama-3.1-8b-ITA': ['DeepMount00/Llama-3.1-8b-ITA', 'DeepMount00/Llama-3.1-8b-Ita'],
    'Quazim0t0/ODB-14b-sce': ['Quazim0t0/ODB-14B-sce', 'Quazim0t0/ODB-14b-sce'],
    'openai-community/gpt2': ['gpt2', 'openai-community/gpt2'],
  });
});

test('the 73 runs that name Meta-Llama-3.1 have the root that the table knows', () => {
  const named = facts('runs').filter(({ base_model }) =>
    base_model!.startsWith('meta-llama/Meta-Llama-3.1-'),
  );
  expect(named).toHaveLength(73);
  for (const { model, base_model } of named)
    expect(lines.get(model!)!.root).toBe(base_model!.replace('Meta-Llama', 'Llama').replace(' (Merge)', ''));
});

test('a root is blank where a model names itself, nothing or another by mistake, and given for every other', () => {
  for (const { model, base_model } of facts('runs')) {
    const base = base_model!.replace(/ \(Merge\)$/, '').toLowerCase();
    const itself = base === '' || base === 'removed' || base === model!.toLowerCase();
    const none = itself || farFromRoot.get(model!) === 'misnamed';
    expect(lines.get(model!)!.root === '', model).toBe(none);
  }
});

const uncorrected = { architectures: new Map<string, string>(), sizes: new Map<string, number>() };

/** A run as far as identity asks of it. */
const run = (model: string, parameters_b: number, base_model: string) => ({
  model,
  parameters_b,
  base_model,
  architecture: 'LlamaForCausalLM',
  submission_date: '2024-07-01',
  // Scores of its own, as only copies share them.
  ifeval_raw: Number.parseInt(createHash('sha256').update(model).digest('hex').slice(0, 8), 16),
});

test('a root of quite another size is none until somebody looked: beyond half as large again', () => {
  const rootOf = (child: string, size: number) =>
    identify([run('a/root', 2, 'a/root'), run(child, size, 'a/root')], uncorrected).find(
      ({ model }) => model === child,
    )!.root;
  for (const size of [2, 3, 4 / 3]) expect(rootOf('b/child', size)).toBe('a/root');
  for (const size of [3.1, 1.3]) expect(() => rootOf('b/child', size)).toThrow('b/child has');
  expect(rootOf('cpayne1303/llama-43m-beta', 1.3)).toBeNull();
});

const pretrained = (model: string, parameters_b: number) => ({
  ...run(model, parameters_b, model),
  type: 'pretrained',
});
const tune = (model: string, parameters_b: number) => ({
  ...run(model, parameters_b, model),
  submission_date: '2024-08-01',
});
/** Lineage and method of the last of the runs. */
function lineageOf(runs: Parameters<typeof identify>[0], corrected = uncorrected) {
  const { lineage, method } = identify(runs, corrected).find(({ model }) => model === runs.at(-1)!.model)!;
  return [lineage, method];
}

test('the corrected architecture and size decide what a model descends from, of either model', () => {
  const base = { ...pretrained('a/base', 3), architecture: 'InternLM2ForCausalLM' };
  const runs = [base, tune('b/other', 2.614)];
  const corrected = {
    architectures: new Map([['a/base', 'LlamaForCausalLM']]),
    sizes: new Map([['a/base', 2.614]]),
  };
  expect(lineageOf(runs)).toEqual(['LlamaForCausalLM 2.6B', 'assumed']);
  expect(lineageOf(runs, { ...corrected, sizes: new Map() })).toEqual(['LlamaForCausalLM 2.6B', 'assumed']);
  expect(lineageOf(runs, corrected)).toEqual(['a/base', 'assumed']);
  const astray = { ...tune('b/other', 2.614), architecture: 'PhiForCausalLM' };
  const ofTune = { ...corrected, architectures: new Map([['b/other', 'InternLM2ForCausalLM']]) };
  expect(lineageOf([base, astray], corrected)).toEqual(['PhiForCausalLM 2.6B', 'assumed']);
  expect(lineageOf([base, astray], ofTune)).toEqual(['a/base', 'assumed']);
});

test('every corrected architecture reaches identity', () => {
  const { architectures } = correctedShapes(read('corrections.csv'));
  const corrected = facts('corrections').filter(({ column }) => column === 'architecture');
  expect(corrected.length).toBeGreaterThan(0);
  expect([...architectures]).toEqual(corrected.map(({ model, value }) => [model!.toLowerCase(), value]));
});

test('the family that a name says comes before architecture and size', () => {
  const falcon = pretrained('a/Falcon9-7B', 7.5);
  const llama = pretrained('b/Llama-9-7B', 7.5);
  const shape = ['LlamaForCausalLM 7.5B', 'assumed'];
  // One of another family is none, where it alone has the shape …
  expect(lineageOf([falcon, tune('c/mine', 7.5)])).toEqual(['a/Falcon9-7B', 'assumed']);
  expect(lineageOf([falcon, tune('c/Phi-4-Trim', 7.5)])).toEqual(shape);
  expect(lineageOf([falcon, tune('c/my_llama3', 7.5)])).toEqual(shape);
  // … and of several the one of the family is it.
  expect(lineageOf([falcon, llama, tune('c/mine', 7.5)])).toEqual(shape);
  expect(lineageOf([falcon, llama, tune('c/Falcon-Mine', 7.5)])).toEqual(['a/Falcon9-7B', 'assumed']);
  expect(lineageOf([falcon, llama, tune('c/Llama-Mine', 7.5)])).toEqual(['b/Llama-9-7B', 'assumed']);
  // A name that says both contradicts neither, and one that only begins like a family says none.
  expect(lineageOf([falcon, tune('c/Llama-Falcon', 7.5)])).toEqual(['a/Falcon9-7B', 'assumed']);
  expect(lineageOf([falcon, tune('c/llamaRAGdrama', 7.5)])).toEqual(['a/Falcon9-7B', 'assumed']);
});

test('no lineage that is assumed is of another family than the name says', () => {
  const families = ['falcon', 'gemma', 'llama', 'mistral', 'phi', 'qwen', 'smollm'];
  const said = (name: string) =>
    families.filter((family) =>
      new RegExp(`(?<![a-z])${family}(?![a-z])`).test(name.replace(/^.*\//, '').toLowerCase()),
    );
  const named = [...lines.values()].filter(
    ({ model, method, lineage }) =>
      method === 'assumed' && said(model!).length > 0 && said(lineage!).length > 0,
  );
  expect(named.length).toBeGreaterThan(100);
  for (const { model, lineage } of named)
    expect(
      said(model!).some((family) => said(lineage!).includes(family)),
      `${model}: ${lineage}`,
    ).toBe(true);
});

test.each([
  ['bunnycore/Phi-4-Trim-Exp1', 'LlamaForCausalLM 7.5B', 'assumed'],
  [
    'SeppeV/SmolLM_pretrained_with_sft_trained_with_1pc_data_on_a_preference_dpo',
    'HuggingFaceTB/SmolLM-135M',
    'name',
  ],
  ['MultivexAI/Phi-3.5-Mini-Instruct-MultiVex-v0.25-GGUF', 'microsoft/Phi-3.5-mini-instruct', 'name'],
  ['glaiveai/Reflection-Llama-3.1-70B', 'meta-llama/Llama-3.1-70B', 'name'],
  ['ibm-granite/granite-3.1-1b-a400m-instruct', 'ibm-granite/granite-3.1-1b-a400m-base', 'name'],
  ['ibm-granite/granite-3.0-1b-a400m-instruct', 'ibm-granite/granite-3.0-1b-a400m-base', 'assumed'],
  ['tiiuae/Falcon3-3B-Instruct', 'tiiuae/Falcon3-3B-Base', 'assumed'],
  ['TheDrummer/Gemmasutra-Mini-2B-v1', 'google/gemma-2-2b', 'assumed'],
  ['VAGOsolutions/SauerkrautLM-gemma-2-2b-it', 'google/gemma-2-2b', 'name'],
])('%s descends from %s', (model, lineage, method) => {
  expect(lines.get(model)).toMatchObject({ lineage, method });
});

test('a stack is of the lineage that its name says, by whole layers more', () => {
  const base = { ...run('meta-llama/Llama-3.1-8B', 8.03, 'meta-llama/Llama-3.1-8B'), type: 'pretrained' };
  const stack = (layers: number, more: object = {}) => ({
    ...tune('a/Tall-Llama-3.1', Number((8.03 + layers * 0.218112).toFixed(3))),
    ...more,
  });
  const said = ['meta-llama/Llama-3.1-8B', 'name'];
  for (const layers of [1, 13, 39]) expect(lineageOf([base, stack(layers)]), String(layers)).toEqual(said);
  expect(lineageOf([base, stack(12.5)])).toEqual(['LlamaForCausalLM 11B', 'assumed']);
  expect(lineageOf([base, stack(-8)])).toEqual(['LlamaForCausalLM 6.3B', 'assumed']);
  expect(lineageOf([base, stack(13, { architecture: 'PhiForCausalLM' })])).toEqual([
    'PhiForCausalLM 11B',
    'assumed',
  ]);
  expect(lineageOf([base, stack(13, { model: 'a/Tall', base_model: 'a/Tall' })])[1]).toBe('assumed');
});

test('of several within a hundredth the one of the very size is assumed, and none where two have it', () => {
  const [near, exact] = [pretrained('b/Yi-9', 10.3), pretrained('b/Solar-9', 10.211)];
  expect(lineageOf([near, exact, tune('a/Mine', 10.211)])).toEqual([exact.model, 'assumed']);
  expect(lineageOf([near, exact, tune('a/Mine', 10.25)])).toEqual(['LlamaForCausalLM 10B', 'assumed']);
  expect(lineageOf([near, exact, pretrained('c/Olmo-9', 10.211), tune('a/Mine', 10.211)])).toEqual([
    'LlamaForCausalLM 10B',
    'assumed',
  ]);
});

test('a merge by type goes by its shape, and one by the tag of its page alone by its name', () => {
  const base = { ...run('meta-llama/Llama-3.1-8B', 8.03, 'meta-llama/Llama-3.1-8B'), type: 'pretrained' };
  const other = pretrained('b/Llama-9', 8.03);
  const tuned = { ...tune('a/Llama-3.1-Mine', 8.03), merged: true };
  expect(lineageOf([base, other, { ...tuned, type: 'fine-tuned' }])).toEqual([base.model, 'name']);
  expect(lineageOf([base, other, { ...tuned, type: 'merge' }])).toEqual(['LlamaForCausalLM 8B', 'assumed']);
});

test('a copy is of the lineage of its original, where nothing else says one', () => {
  const [base, other] = [pretrained('b/Llama-9', 8.03), pretrained('c/Llama-8', 8.03)];
  const original = { ...tune('b/Mine', 8.03), base_model: base.model, submission_date: '2024-07-15' };
  const copy = { ...tune('d/Copied', 8.03), ifeval_raw: original.ifeval_raw };
  expect(lineageOf([base, other, original, tune('d/Copied', 8.03)])).toEqual([
    'LlamaForCausalLM 8B',
    'assumed',
  ]);
  expect(lineageOf([base, other, original, copy])).toEqual([base.model, 'copy']);
  expect(lineageOf([base, other, original, { ...copy, base_model: other.model }])).toEqual([
    other.model,
    'named',
  ]);
  // Nothing is known of a copy of what nothing is known of.
  const unknown = { ...original, base_model: original.model };
  expect(lineageOf([base, other, unknown, copy])).toEqual(['LlamaForCausalLM 8B', 'assumed']);
});

test('no copy whose lineage is assumed is of another than its original', () => {
  const copies = [...lines.values()].filter(({ copy_of, method }) => copy_of !== '' && method === 'assumed');
  expect(copies.length).toBeGreaterThan(20);
  for (const { model, lineage, copy_of } of copies) expect(lineage, model).toBe(lines.get(copy_of!)!.lineage);
});

test('what DeepSeek distilled R1 into is no Llama 3, whatever the name says', () => {
  expect(lines.get('mobiuslabsgmbh/DeepSeek-R1-ReDistill-Llama3-8B-v1.1')!.lineage).toBe(
    lines.get('deepseek-ai/DeepSeek-R1-Distill-Llama-8B')!.lineage,
  );
  expect(lines.get('mobiuslabsgmbh/DeepSeek-R1-ReDistill-Qwen-7B-v1.1')!.lineage).toBe(
    lines.get('deepseek-ai/DeepSeek-R1-Distill-Qwen-7B')!.lineage,
  );
});

test('a lineage read by hand is that of the file, where the rules would say another, with its source', () => {
  for (const [model, { lineage, source }] of Object.entries(readInTable)) {
    const line = lines.get(model)!;
    expect(line.source, model).toBe(source);
    if (lineage === null) expect(line, model).toMatchObject({ method: 'assumed', root: '' });
    else expect(line, model).toMatchObject({ lineage, root: '' });
    if (lineage === null) expect(line.lineage).toMatch(/^\S+ \d+(?:\.\d+)?B$/);
  }
});

test('the sums of layers that sources give are those of the table', () => {
  const sizeOf = (model: string) => Number(facts('runs').find((each) => each.model === model)!.parameters_b);
  const sums = [
    ['Ro-xe/FMixIA-FrankenMerge-9.5B-PT-9', 'Qwen/Qwen2.5-7B', 28, 0.233058],
    ['Ro-xe/FMixIA-FrankenMerge-9.5B-PT-9', 'Qwen/Qwen2-7B', 28, 0.233058],
    ['dnhkng/RYS-XLarge-base', 'Qwen/Qwen2-72B', 6, layers['Qwen/Qwen2-72B']!],
    ['frameai/Loxa-4B', 'meta-llama/Llama-3.2-3B', 8, 0.100669],
    ['DavidAU/DeepHermes-3-Llama-3-8B-Preview-16.5B-Brainstorm', 'meta-llama/Llama-3.1-8B', 39, 0.218112],
  ] as const;
  for (const [stack, base, more, layer] of sums)
    expect(Math.abs(sizeOf(base) + more * layer - sizeOf(stack)), stack).toBeLessThan(0.0015);
});

test('an adapter has no commit of its own, and whole weights have that of a run', () => {
  const runs = Map.groupBy(facts('runs'), ({ model }) => lines.get(model!)!.identity!);
  for (const { model, identity, commit } of lines.values()) {
    const whole = runs
      .get(identity!)!
      .filter(({ weight_type, model_sha }) => weight_type === 'original' && model_sha);
    if (whole.length === 0) expect(commit, model).toBe('');
    else expect(whole.map(({ model_sha }) => model_sha)).toContain(commit);
  }
});

test('copies share all six raw scores or the commit of whole weights with their original, or a page says so', () => {
  const raws = ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'].map((name) => `${name}_raw`);
  const marks = (identity: string) =>
    facts('runs')
      .filter(({ model }) => lines.get(model!)!.identity === identity)
      .flatMap((run) => [
        raws.map((raw) => run[raw]).join(),
        run.weight_type === 'original' ? run.model_sha : '',
      ]);
  const copies = [...lines.values()].filter(({ copy_of }) => copy_of !== '');
  expect(copies.length).toBeGreaterThan(20);
  for (const { identity, copy_of } of copies) {
    if (convertedCopies.get(identity!) === copy_of) continue;
    const own = new Set(marks(identity!).filter(Boolean));
    expect(
      marks(copy_of!).some((mark) => own.has(mark)),
      identity,
    ).toBe(true);
  }
});

test('whoever names a converted copy as its base descends from the original', () => {
  for (const [copy, original] of convertedCopies) {
    expect(lines.get(copy)!.copy_of).toBe(original);
    expect([...lines.values()].filter(({ root, parent }) => root === copy || parent === copy)).toEqual([]);
  }
  expect(lines.get('HuggingFaceH4/zephyr-orpo-141b-A35b-v0.1')!.root).toBe('mistralai/Mixtral-8x22B-v0.1');
});

test('what was looked up is used, and told once', () => {
  const named = new Set(
    facts('runs').map(({ base_model }) => base_model!.replace(/ \(Merge\)$/, '').toLowerCase()),
  );
  expect(outside.filter(({ model }) => !named.has(model.toLowerCase()))).toEqual([]);
  expect(new Set(outside.map(({ model }) => model)).size).toBe(outside.length);
  for (const { now, source } of renames) {
    expect([...lines.values()].some(({ identity }) => identity === now)).toBe(true);
    expect(source).toMatch(/^https:\/\//);
  }
});
