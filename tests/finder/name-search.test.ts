import { beforeAll, describe, expect, test } from 'vitest';
import {
  knownNamesIn,
  knownNamesOf,
  nameColumnsOf,
  type KnownName,
  type NameColumns,
} from '../../src/finder/known-names.ts';
import { loadModelTable } from '../../src/finder/model-table.ts';
import { nameIn, nearestName, searchNames } from '../../src/finder/name-search.ts';
import { report } from '../report.ts';
import { tableModel } from './table-model.ts';

test.each([
  ['https://huggingface.co/Qwen/Qwen2.5-7B', 'Qwen/Qwen2.5-7B'],
  ['https://huggingface.co/Qwen/Qwen2.5-7B/tree/main?x=1#top', 'Qwen/Qwen2.5-7B'],
  ['https://huggingface.co/Qwen/Qwen2.5-7B/blob/main/config.json', 'Qwen/Qwen2.5-7B'],
  ['https://huggingface.co/api/models/Qwen/Qwen2.5-7B', 'Qwen/Qwen2.5-7B'],
  ['https://huggingface.co/Qwen/Qwen2.5-7B@main', 'Qwen/Qwen2.5-7B'],
  ['hf.co/Qwen/Qwen2.5-7B:Q4_K_M', 'Qwen/Qwen2.5-7B'],
  ['https://huggingface.co/datasets/open-llm-leaderboard/Qwen__Qwen2.5-7B-details', 'Qwen/Qwen2.5-7B'],
  ['huggingface.co/Qwen/Qwen2.5-7B/', 'Qwen/Qwen2.5-7B'],
  ['HTTP://HF.co/a/b%2Bc', 'a/b+c'],
  ['https://huggingface.co/gpt2', 'gpt2'],
  ['https://hf.co/a/%zz', 'a/%zz'],
  ['https://huggingface.co/models?sort=likes&search=qwen+7b', 'qwen 7b'],
  ['https://huggingface.co/models', 'https://huggingface.co/models'],
  ['https://huggingface.co/datasets/a/b', 'https://huggingface.co/datasets/a/b'],
  [' Qwen/Qwen2.5-7B ', 'Qwen/Qwen2.5-7B'],
  ['https://example.org/Qwen/x', 'https://example.org/Qwen/x'],
])('“%s” names %s', (text, name) => {
  expect(nameIn(text)).toBe(name);
});

const known = (...models: Parameters<typeof tableModel>[0][]) =>
  knownNamesOf(models.map((facts) => tableModel({ identity: facts.model, ...facts })));
const named = (models: readonly KnownName[], text: string) =>
  searchNames(models, text).map(({ model }) => model.name);

describe('the order of offers', () => {
  test('of alike ones those that are gone from the Hub come last, liked or not', () => {
    const models = known(
      { model: 'o/phi-4-gone', likes: 900, on_hub: false },
      { model: 'o/phi-4-there', likes: 1 },
      { model: 'm/phi-4-base', official_provider: true, on_hub: false },
    );
    expect(named(models, 'phi4')).toEqual(['m/phi-4-base', 'o/phi-4-there', 'o/phi-4-gone']);
  });

  test('the very name, then official models, then copies last, then those without more to the name of no official one, then likes', () => {
    const models = known(
      { model: 'o/phi-4-fun', likes: 900 },
      { model: 'o/phi-4', likes: 1, copy_of: 'm/phi-4' },
      { model: 'p/phi-4', likes: 0 },
      { model: 'p/phi4all', likes: 5 },
      { model: 'm/phi-4-large', likes: 5, official_provider: true },
      { model: 'm/phi-4', likes: 3, official_provider: true },
      { model: 'o/dolphi-4', likes: 9000 },
    );
    expect(named(models, 'phi4')).toEqual([
      'm/phi-4',
      'm/phi-4-large',
      'o/phi-4-fun',
      'p/phi-4',
      'p/phi4all',
      'o/phi-4',
      'o/dolphi-4',
    ]);
    expect(named(models, 'O/Phi-4')[0]).toBe('o/phi-4');
    expect(named(models, 'https://huggingface.co/p/phi-4')).toEqual(['p/phi-4']);
  });

  test('words in any order, with or without what parts them, none counted twice', () => {
    const models = known({ model: 'g/gemma-2b' }, { model: 'g/gemma-2-2b-it' }, { model: 'g/gemma-2-27b' });
    expect(named(models, 'it 2b gemma2')).toEqual(['g/gemma-2-2b-it']);
    expect(named(models, 'gemma 2 2b')).toEqual(['g/gemma-2-2b-it']);
    expect(named(models, 'gemma_2b')).toEqual(['g/gemma-2b', 'g/gemma-2-2b-it']);
  });

  test('a number is not cut: 7b is not 27b, 1.5 is not 15; a part of a version is its beginning', () => {
    const models = known(
      { model: 'o/x-27b' },
      { model: 'o/x-15b' },
      { model: 'o/x-1.5b' },
      { model: 'o/x-1_5c' },
    );
    expect(named(models, '7b')).toEqual([]);
    expect(named(models, '1.5')).toEqual(['o/x-1.5b', 'o/x-1_5c']);
    expect(named(models, '15')).toEqual(['o/x-15b', 'o/x-1.5b', 'o/x-1_5c']);
    expect(named(models, 'x1')).toEqual(['o/x-1.5b', 'o/x-1_5c', 'o/x-15b']);
  });

  test('makers call a tune chat, instruct or it; the word that was typed comes first', () => {
    const models = known({ model: 'o/a-it', likes: 9 }, { model: 'o/a-instruct' }, { model: 'o/a-italian' });
    expect(named(models, 'a instruct')).toEqual(['o/a-instruct', 'o/a-it']);
  });

  test('a number is a version of the word before it', () => {
    const models = known({ model: 'o/hermes-2-llama-3', likes: 9 }, { model: 'o/hermes-3-llama' });
    expect(named(models, 'hermes 3')).toEqual(['o/hermes-3-llama', 'o/hermes-2-llama-3']);
  });

  test('nothing is found for nothing, nor for what no name has', () => {
    const models = known({ model: 'o/a' });
    for (const text of ['', '  ', '.*', '-/_', 'a b', 'x'.repeat(300)])
      expect(named(models, text)).toEqual([]);
  });
});

test('a former name finds the model, which is offered once, by its present name', () => {
  const models = known({ model: 'openai-community/gpt2' }, { model: 'meta-llama/Llama-3.1-8B' });
  expect(searchNames(models, 'Meta-Llama-3.1-8B').map((offer) => [offer.model.name, offer.formerly])).toEqual(
    [['meta-llama/Llama-3.1-8B', 'meta-llama/Meta-Llama-3.1-8B']],
  );
  // In the notebook's preparation the former one is a model as well.
  const both = known(
    { model: 'gpt2', identity: 'openai-community/gpt2', likes: 99 },
    { model: 'openai-community/gpt2' },
  );
  expect(named(both, 'gpt2')).toEqual(['openai-community/gpt2', 'gpt2']);
});

describe('of the models of the table', () => {
  let models: readonly KnownName[];
  beforeAll(async () => {
    models = knownNamesOf((await loadModelTable(await report(), 'reviewed')).models);
  });

  test('the published file holds them all as they are', () => {
    const file = JSON.parse(JSON.stringify(nameColumnsOf(models))) as NameColumns;
    expect(knownNamesIn(file)).toEqual(models);
  });

  test.each([
    ['phi4', 'microsoft/phi-4'],
    ['phi-4', 'microsoft/phi-4'],
    ['phi 3.5 mini', 'microsoft/Phi-3.5-mini-instruct'],
    ['phi3 medium 4k', 'microsoft/Phi-3-medium-4k-instruct'],
    ['phi 2', 'microsoft/phi-2'],
    ['gemma2 9b it', 'google/gemma-2-9b-it'],
    ['gemma 2 9b instruct', 'google/gemma-2-9b-it'],
    ['it gemma-2 27b', 'google/gemma-2-27b-it'],
    ['gemma-2-2b', 'google/gemma-2-2b'],
    ['recurrent gemma 9b', 'google/recurrentgemma-9b'],
    ['llama3.1-8b instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['llama 3.1 8b', 'meta-llama/Llama-3.1-8B'],
    ['llama31 8b', 'meta-llama/Llama-3.1-8B'],
    ['llama 3 8b', 'meta-llama/Meta-Llama-3-8B'],
    ['llama3 70b instruct', 'meta-llama/Meta-Llama-3-70B-Instruct'],
    ['meta llama 3.1 70b', 'meta-llama/Llama-3.1-70B'],
    ['Meta-Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['meta-llama/meta-llama-3.1-8b', 'meta-llama/Llama-3.1-8B'],
    ['llama 2 7b chat', 'meta-llama/Llama-2-7b-chat-hf'],
    ['llama 3.2 1b', 'meta-llama/Llama-3.2-1B'],
    ['llama 3.3', 'meta-llama/Llama-3.3-70B-Instruct'],
    ['qwen2.5 7b', 'Qwen/Qwen2.5-7B'],
    ['qwen 2.5 7b instruct', 'Qwen/Qwen2.5-7B-Instruct'],
    ['qwen2.5-7b-instr', 'Qwen/Qwen2.5-7B-Instruct'],
    ['qwen 72b instruct', 'Qwen/Qwen2.5-72B-Instruct'],
    ['32b qwen coder instruct', 'Qwen/Qwen2.5-Coder-32B-Instruct'],
    ['qwen2 7b', 'Qwen/Qwen2-7B'],
    ['qwq', 'Qwen/QwQ-32B'],
    ['mistral 7b', 'mistralai/Mistral-7B-v0.1'],
    ['mistral 7b instruct v0.3', 'mistralai/Mistral-7B-Instruct-v0.3'],
    ['mistral nemo', 'mistralai/Mistral-Nemo-Instruct-2407'],
    ['mixtral 8x7b instruct', 'mistralai/Mixtral-8x7B-Instruct-v0.1'],
    ['mixtral 8x22b v0.1', 'mistralai/Mixtral-8x22B-v0.1'],
    ['command r plus', 'CohereForAI/c4ai-command-r-plus'],
    ['yi 1.5 34b chat', '01-ai/Yi-1.5-34B-Chat'],
    ['deepseek r1 distill qwen 7b', 'deepseek-ai/DeepSeek-R1-Distill-Qwen-7B'],
    ['smollm2 1.7b', 'HuggingFaceTB/SmolLM2-1.7B'],
    ['gpt2', 'openai-community/gpt2'],
    ['gpt-2 xl', 'openai-community/gpt2-xl'],
    ['gptj', 'EleutherAI/gpt-j-6b'],
    ['granite-7b-base', 'ibm-granite/granite-7b-base'],
    ['ibm/granite-7b-base', 'ibm-granite/granite-7b-base'],
    ['openhermes 2.5', 'teknium/OpenHermes-2.5-Mistral-7B'],
    ['hermes 3', 'NousResearch/Hermes-3-Llama-3.1-8B'],
    ['internlm2.5 20b', 'internlm/internlm2_5-20b-chat'],
    ['falcon 3 10b', 'tiiuae/Falcon3-10B-Instruct'],
    ['solar 10.7b', 'upstage/SOLAR-10.7B-Instruct-v1.0'],
    ['calme 3.2', 'MaziyarPanahi/calme-3.2-instruct-78b'],
    ['https://huggingface.co/microsoft/phi-4/tree/main', 'microsoft/phi-4'],
    ['https://hf.co/meta-llama/Meta-Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['huggingface.co/gpt2', 'openai-community/gpt2'],
    ['unsloth/phi-4', 'unsloth/phi-4'],
  ])('“%s” means %s', (text, name) => {
    expect(named(models, text)[0]).toBe(name);
  });

  test('no copy is offered before its original, however much of its name is typed without its maker', () => {
    const names = new Set(models.map(({ name }) => name));
    const wrong: string[] = [];
    for (const { name, official } of models) {
      const own = name.slice(name.indexOf('/') + 1);
      if (!official) continue;
      const [first] = named(models, own);
      const offered = models.find((model) => model.name === first)!;
      if (!offered.official || first!.slice(first!.indexOf('/') + 1).toLowerCase() !== own.toLowerCase())
        wrong.push(`${own}: ${first}`);
    }
    expect(names.size).toBe(models.length);
    expect(wrong).toEqual([]);
  });

  test(
    'every model is found by its name, by its address, and by its words in reverse',
    { timeout: 240_000 },
    () => {
      const lost: string[] = [];
      for (const { name } of models.filter((_, at) => at % 7 === 0)) {
        const words = name.split(/[/\s_-]+/).reverse();
        if (named(models, name)[0] !== name) lost.push(name);
        if (named(models, `https://huggingface.co/${name}/tree/main`).join() !== name)
          lost.push(`address of ${name}`);
        if (!named(models, words.join(' ')).includes(name)) lost.push(words.join(' '));
      }
      expect(lost).toEqual([]);
    },
  );
});

const names = [
  'b/Tiny-Qwen',
  'Qwen/Qwen2.5-7B',
  'a/qwen-merge',
  'Qwen/Qwen2.5-7B-Instruct',
  'c/Llama',
  'gpt2',
];

test('the nearest name to one that is not there', () => {
  expect(nearestName(names, 'qwen/qwen2.5-7b-instrukt')).toBe('Qwen/Qwen2.5-7B-Instruct');
  expect(nearestName(names, 'gpt-2')).toBe('gpt2');
  expect(nearestName([], 'x')).toBeNull();
});

test('a name that differs in more than a third of the letters is not near', () => {
  // Of six letters two may differ.
  expect(nearestName(['o/abcdef'], 'abcdxy')).toBe('o/abcdef');
  expect(nearestName(['o/abcdef'], 'abcxyz')).toBeNull();
  expect(nearestName(['o/abcdef'], 'abcde')).toBe('o/abcdef');
  expect(nearestName(names, 'no such model at all')).toBeNull();
  expect(nearestName(['a', 'o/b'], 'x')).toBeNull();
  expect(nearestName(['a'], '')).toBeNull();
  expect(nearestName(['gpt2'], 'GPT2')).toBe('gpt2');
});

test('a text without an organisation is held against what follows the organisation', () => {
  // By whole names “gpt2” would be nearer: 5 letters to change, against 10.
  expect(nearestName(['gpt2', 'microsoft/phi-4', 'unsloth/phi-4'], 'Phi-4')).toBe('microsoft/phi-4');
  expect(nearestName(['a/phi-4', 'microsoft/phi-4'], 'https://hf.co/microsoft/phi-4x')).toBe(
    'microsoft/phi-4',
  );
});
