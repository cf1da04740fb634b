import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { recordedColumns } from '../../src/dataset/recorded.ts';
import { rowsOf } from '../report.ts';

type Line = Record<string, string>;

const read = (name: string): Line[] =>
  parse(readFileSync(new URL(`../../data/${name}`, import.meta.url)), { columns: true });

const runs = read('runs.csv');
const corrections = read('corrections.csv');

const key = (model: string) => model.toLowerCase();
const size = (run: Line) => Number(run['parameters_b']);
const value = (line: Line) => Number(line['value']);
const runsOf = (model: string) => runs.filter((run) => run['model'] === model);
const ofSize = corrections.filter(({ column }) => column === 'parameters_b');
const ofType = corrections.filter(({ column }) => column === 'type');
const sizes = new Map(ofSize.map((line) => [key(line['model']!), value(line)]));
const corrected = (run: Line) => sizes.get(key(run['model']!)) ?? size(run);
const because = (reason: RegExp) => corrections.filter((line) => reason.test(line['reason']!));

describe('form of corrections.csv', () => {
  test('the header is model, column, value, reason, source', () => {
    expect(Object.keys(corrections[0]!)).toEqual(['model', 'column', 'value', 'reason', 'source']);
  });

  test('every line names a model and a column of runs.csv, spelt as there', () => {
    const models = new Set(runs.map(({ model }) => model));
    const names = new Set<string | undefined>(recordedColumns.map(({ name }) => name));
    const astray = corrections.filter(({ model, column }) => !models.has(model!) || !names.has(column));
    expect(astray).toEqual([]);
  });

  test('no value is the one recorded, and reason and source are given', () => {
    const idle = corrections.filter(({ model, column, value }) =>
      runsOf(model!).every((run) => run[column!] === value),
    );
    expect(idle).toEqual([]);
    expect(corrections.filter(({ reason, source }) => !reason?.trim() || !source?.trim())).toEqual([]);
  });

  test('lines are unique, case aside, and sorted by lower-case model, then column', () => {
    const keys = corrections.map(({ model, column }) => `${key(model!)}\n${column}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(keys.toSorted());
  });

  test('every corrected size is above zero and given to at most three decimals', () => {
    const odd = corrections.filter(
      (line) =>
        line['column'] === 'parameters_b' && !(value(line) > 0 && /^\d+(\.\d{1,3})?$/.test(line['value']!)),
    );
    expect(odd).toEqual([]);
  });
});

describe('reach of the corrections', () => {
  test('all ten runs with a size of zero or less get one', () => {
    const missing = runs.filter((run) => size(run) <= 0);
    expect(missing).toHaveLength(10);
    expect(missing.filter((run) => corrected(run) <= 0)).toEqual([]);
  });

  test('a run that shares the name, case aside, but has another size keeps what it had', () => {
    const spoilt = ofSize.flatMap((line) => {
      const sharing = runs.filter((run) => key(run['model']!) === key(line['model']!));
      const exact = sharing.filter((run) => run['model'] === line['model']);
      const others = sharing.filter((run) => run['model'] !== line['model']);
      return [
        ...exact.filter((run) => size(run) !== size(exact[0]!) && size(run) !== value(line)),
        ...others.filter((run) => size(run) !== value(line)),
      ];
    });
    expect(spoilt).toEqual([]);
  });

  test('192 models have a whole size, 187 of them in their name; left are those without a counted relative', () => {
    const whole = new Map(
      runs.filter((run) => size(run) > 0 && size(run) % 1 === 0).map((run) => [key(run['model']!), run]),
    );
    expect(whole.size).toBe(192);
    const named = [...whole.values()].filter(({ model, parameters_b }) =>
      new RegExp(`(^|[^\\d.])${parameters_b}b`, 'i').test(model!),
    );
    expect(named).toHaveLength(187);
    const left = [...whole].filter(([model]) => !sizes.has(model)).map(([, run]) => run['model']);
    expect(left.toSorted()).toEqual([
      'CausalLM/14B',
      'EleutherAI/gpt-j-6b',
      'IDEA-CCNL/Ziya-LLaMA-13B-v1',
      'PygmalionAI/pygmalion-6b',
      'RWKV/rwkv-raven-14b',
      'apple/DCLM-7B',
      'databricks/dolly-v1-6b',
      'deepseek-ai/deepseek-llm-67b-chat',
      'deepseek-ai/deepseek-llm-7b-base',
      'deepseek-ai/deepseek-llm-7b-chat',
      'facebook/opt-30b',
      'mosaicml/mpt-7b',
      'sci-m-wang/deepseek-llm-7b-chat-sa-v0.1',
      'tiiuae/falcon-7b',
      'tiiuae/falcon-7b-instruct',
      'togethercomputer/GPT-JT-6B-v1',
      'togethercomputer/RedPajama-INCITE-7B-Base',
      'togethercomputer/RedPajama-INCITE-7B-Chat',
      'togethercomputer/RedPajama-INCITE-7B-Instruct',
      'uukuguy/speechless-codellama-34b-v2.0',
    ]);
  });

  test('no adapter is left more than 12 % away from its base, where the base is in the table', () => {
    const adapters = runs.flatMap((run) => {
      const base = run['base_model']!.replace(' (Merge)', '');
      const bases =
        key(base) === key(run['model']!) ? [] : runs.filter((row) => key(row['model']!) === key(base));
      return run['weight_type'] === 'adapter' && bases[0]
        ? [{ model: run['model'], ratio: corrected(run) / corrected(bases[0]) }]
        : [];
    });
    expect(adapters.length).toBeGreaterThan(15);
    expect(adapters.filter(({ ratio }) => ratio < 0.88 || ratio > 1.12)).toEqual([]);
  });
});

describe('corrected types', () => {
  const types = new Map(ofType.map((line) => [key(line['model']!), line['value']]));

  test('a row that a source cites is in the table with that type, and it is the corrected one', () => {
    const cited = ofType.flatMap(({ value, source }) =>
      [...source!.matchAll(/row of (\S+) in this table: ([a-z-]+)/g)].map(([, model, type]) => ({
        value,
        model,
        type,
      })),
    );
    expect(cited.length).toBeGreaterThan(30);
    const wrong = cited.filter(
      ({ value, model, type }) => type !== value || !runsOf(model!).some((run) => run['type'] === type),
    );
    expect(wrong).toEqual([]);
  });

  test('of the 29 models called pretrained whose names say instruct, chat or sft one stays so', () => {
    const tuned = new Set(
      runs
        .filter(({ model, type }) => type === 'pretrained' && /instruct|chat|sft/i.test(model!))
        .map(({ model }) => model!),
    );
    expect(tuned.size).toBe(29);
    // It was pretrained from nothing, on texts with instructions among them.
    expect([...tuned].filter((model) => !types.has(key(model)))).toEqual([
      'instruction-pretrain/InstructLM-500M',
    ]);
  });

  test('the official models that three runs or more name as their base are of the type that their makers say', () => {
    // By their model cards; Codestral has one model for all uses and stays as submitted.
    const chat = /instruct|phi-4|distill/i;
    const counts = new Map<string, number>();
    for (const run of runs) {
      const base = key(run['base_model']!.replace(/ \(Merge\)$/, ''));
      if (base !== key(run['model']!)) counts.set(base, (counts.get(base) ?? 0) + 1);
    }
    const used = runs.filter(
      (run) => run['official_provider'] === 'true' && (counts.get(key(run['model']!)) ?? 0) >= 3,
    );
    const bases = new Map(used.map((run) => [run['model']!, types.get(key(run['model']!)) ?? run['type']!]));
    expect(bases.size).toBeGreaterThan(30);
    const expected = (model: string) =>
      model === 'speakleash/Bielik-11B-v2' ? 'continued' : chat.test(model) ? 'chat' : 'pretrained';
    expect([...bases].filter(([model, type]) => type !== expected(model))).toEqual([]);
  });

  test.each([
    ['meta-llama/Llama-3.1-8B', 'pretrained'],
    ['meta-llama/Llama-3.1-8B-Instruct', 'chat'],
    ['meta-llama/Llama-2-7b-chat-hf', 'chat'],
    ['google/gemma-2-2b-it', 'chat'],
    ['google/flan-t5-xl', 'fine-tuned'],
  ])('%s is %s', (model, type) => {
    expect(types.get(key(model))).toBe(type);
  });
});

describe('corrected architectures', () => {
  const ofArchitecture = corrections.filter(({ column }) => column === 'architecture');

  test('are those of the models that the recorded class contradicts', () => {
    expect(
      ofArchitecture.map(({ model, value }) => [model, runsOf(model!)[0]!['architecture'], value]),
    ).toEqual([
      ['google/gemma-2-2b', 'InternLM2ForCausalLM', 'Gemma2ForCausalLM'],
      ['google/gemma-2-2b-it', 'InternLM2ForCausalLM', 'Gemma2ForCausalLM'],
      ['ibm-granite/granite-3.0-1b-a400m-base', 'GraniteForCausalLM', 'GraniteMoeForCausalLM'],
      ['ibm-granite/granite-3.0-1b-a400m-instruct', 'GraniteForCausalLM', 'GraniteMoeForCausalLM'],
      ['ibm-granite/granite-3.0-3b-a800m-base', 'GraniteForCausalLM', 'GraniteMoeForCausalLM'],
      ['ibm-granite/granite-3.0-3b-a800m-instruct', 'GraniteForCausalLM', 'GraniteMoeForCausalLM'],
      ['microsoft/Phi-3.5-MoE-instruct', 'Phi3ForCausalLM', 'PhiMoEForCausalLM'],
    ]);
  });

  test('a row that a source cites is in the table with that architecture, and it is the corrected one', () => {
    const cited = ofArchitecture.flatMap(({ value, source }) =>
      [...source!.matchAll(/row of (\S+) in this table: (\w+)/g)].map(([, model, architecture]) => ({
        value,
        model,
        architecture,
      })),
    );
    expect(cited).toHaveLength(6);
    const wrong = cited.filter(
      ({ value, model, architecture }) =>
        architecture !== value || !runsOf(model!).some((run) => run['architecture'] === architecture),
    );
    expect(wrong).toEqual([]);
  });

  test('they stand in the reviewed models, their family with them, and not in the runs or in the other preparation', async () => {
    const of = (table: string) =>
      `SELECT architecture, family FROM ${table} WHERE model = 'google/gemma-2-2b'`;
    expect(await rowsOf('', of('models'))).toEqual([{ architecture: 'Gemma2ForCausalLM', family: 'gemma' }]);
    expect(await rowsOf('preparation=prepared', of('models'))).toEqual([
      { architecture: 'InternLM2ForCausalLM', family: 'other' },
    ]);
    expect(
      await rowsOf(
        'family=gemma',
        `SELECT model FROM models WHERE model LIKE 'google/gemma-2-2b%' ORDER BY model`,
      ),
    ).toEqual(['', '-it', '-jpn-it'].map((end) => ({ model: `google/gemma-2-2b${end}` })));
    expect(
      await rowsOf('', `SELECT DISTINCT architecture FROM runs WHERE model = 'google/gemma-2-2b'`),
    ).toEqual([{ architecture: 'InternLM2ForCausalLM' }]);
  });
});

describe('values of the corrections', () => {
  test('a row that a source cites is in the table with the size it cites', () => {
    const cited = corrections.flatMap(({ source }) =>
      [...source!.matchAll(/row of (\S+) in this table: ([\d.]+\d)/g)].map(([, model, size]) => ({
        model,
        size,
      })),
    );
    expect(cited.length).toBeGreaterThan(250);
    const wrong = cited.filter(
      ({ model, size }) => !runsOf(model!).some((run) => run['parameters_b'] === size),
    );
    expect(wrong).toEqual([]);
  });

  test('a half count is half of the value, a double count twice the value, within 0.5 %', () => {
    const half = because(/^The recorded size is half/);
    const double = because(/^Adapter whose base was counted twice/);
    expect(half.length).toBeGreaterThan(0);
    expect(double.length).toBeGreaterThan(0);
    for (const line of half) expect((2 * size(runsOf(line['model']!)[0]!)) / value(line)).toBeCloseTo(1, 2);
    for (const line of double) expect(size(runsOf(line['model']!)[0]!) / 2 / value(line)).toBeCloseTo(1, 2);
  });

  test('4-bit uploads hold between half of the weights and two thirds of them', () => {
    // One half for the packed weights, 1/64 for their scales, and embeddings that stay whole.
    const packed = because(/^Uploaded at 4 bits/);
    expect(packed.length).toBeGreaterThan(0);
    const shares = packed.map((line) => size(runsOf(line['model']!)[0]!) / value(line));
    expect(Math.min(...shares)).toBeGreaterThan(0.515);
    expect(Math.max(...shares)).toBeLessThan(0.67);
  });

  test('Llama 3 8B packed at 4 bits holds 4.65 billion numbers, worked by hand', () => {
    // Embeddings 2 × 128256 × 4096; a layer: attention 2 × 4096² + 2 × 4096 × 1024, feed-forward 3 × 4096 × 14336.
    const embeddings = 2 * 128256 * 4096;
    const linear = 32 * (2 * 4096 ** 2 + 2 * 4096 * 1024 + 3 * 4096 * 14336);
    const norms = 65 * 4096;
    expect((embeddings + linear + norms) / 1e9).toBeCloseTo(8.03, 3);
    const packed = (embeddings + norms + linear * (1 / 2 + 1 / 64 + 1 / 16384)) / 1e9;
    expect(packed).toBeCloseTo(4.65, 3);
    for (const model of ['necva/replica-IEPile', 'vhab10/llama-3-8b-merged-linear']) {
      expect(size(runsOf(model)[0]!)).toBe(4.65);
      expect(sizes.get(key(model))).toBe(8.03);
    }
  });

  test('of eleven counts one of two embedding matrices was left out; where a source gives it, it is the difference', () => {
    const without = because(/^One of the two embedding matrices/);
    expect(without).toHaveLength(11);
    const given = without.flatMap((line) =>
      [
        ...line['source']!.matchAll(
          /less one (?:matrix of (\d+) x (\d+)|of them) it is the recorded ([\d.]+)/g,
        ),
      ].map(([, words = '128256', width = '4096', recorded]) => ({
        line,
        matrix: (+words * +width) / 1e9,
        recorded,
      })),
    );
    expect(given).toHaveLength(6);
    for (const { line, matrix, recorded } of given) {
      const model = line['model']!;
      expect(
        runsOf(model).map((run) => run['parameters_b']),
        model,
      ).toContain(recorded);
      const decimals = recorded!.split('.')[1]!.length;
      expect(Math.abs(value(line) - matrix - Number(recorded)), model).toBeLessThanOrEqual(
        0.55 / 10 ** decimals,
      );
    }
  });

  test('Llama 3.1 Minitron 4B, half of the layers of Llama 3.1 8B, worked by hand', () => {
    const [embeddings, layer, norm] = [
      128256 * 4096,
      2 * 4096 ** 2 + 2 * 4096 * 1024 + 3 * 4096 * 14336 + 2 * 4096,
      4096,
    ];
    expect((2 * embeddings + 32 * layer + norm) / 1e9).toBeCloseTo(8.03, 3);
    expect((2 * embeddings + 16 * layer + norm) / 1e9).toBeCloseTo(
      sizes.get('nvidia/llama-3.1-minitron-4b-depth-base')!,
      3,
    );
  });

  test('Falcon 40B and RecurrentGemma 9B, worked by hand, with the sums that give their smaller kin', () => {
    /** Falcon: attention with 8 heads of keys and values, feed-forward of four widths, two matrices of words. */
    const falcon = (width: number, head: number, layers: number, norms: number) =>
      layers * (width * (width + 2 * 8 * head) + width ** 2 + 8 * width ** 2 + norms * 2 * width) +
      2 * width +
      2 * 65024 * width;
    expect(falcon(4096, 128, 60, 1) / 1e9).toBeCloseTo(size(runsOf('tiiuae/falcon-11B')[0]!), 3);
    expect(falcon(8192, 64, 60, 2) / 1e9).toBeCloseTo(sizes.get('tiiuae/falcon-40b')!, 3);

    /** RecurrentGemma: every third layer attends, the others recur; biases and gates included. */
    const recurrent = (width: number, heads: number, layers: number, inner: number, matrices: number) => {
      const block = width / heads;
      const attending = Math.floor(layers / 3);
      const attention = 2 * width ** 2 + 2 * width * 256 + width;
      const recurrence = 3 * (width ** 2 + width) + 5 * width + width + 2 * (heads * block ** 2 + width);
      const everywhere = 3 * width * inner + 2 * inner + width + 2 * width;
      return (
        layers * everywhere +
        attending * attention +
        (layers - attending) * recurrence +
        width +
        matrices * 256000 * width
      );
    };
    expect(recurrent(2560, 10, 26, 7680, 1) / 1e9).toBeCloseTo(
      size(runsOf('google/recurrentgemma-2b')[0]!),
      3,
    );
    expect(recurrent(4096, 16, 38, 12288, 2) / 1e9).toBeCloseTo(sizes.get('google/recurrentgemma-9b')!, 3);
  });

  test.each([
    ['google/mt5-small', 0.3],
    ['google/mt5-base', 0.58],
    ['google/mt5-xl', 3.7],
    ['google/mt5-xxl', 13],
    ['gpt2', 0.124],
    ['openai-community/gpt2-xl', 1.558],
    ['EleutherAI/pythia-160m', 0.162322944],
    ['EleutherAI/pythia-2.8b', 2.77520896],
    ['EleutherAI/gpt-neox-20b', 20.554568],
    ['google/gemma-2-2b', 2.614341888],
    ['EpistemeAI/Athena-gemma-2-2b-it', 2.614341888],
    ['databricks/dbrx-base', 132],
    ['mistral-community/Mixtral-8x22B-v0.1', 141],
    ['shivam9980/mistral-7b-news-cnn-merged', 7.24],
    ['DeepMount00/Llama-3.1-8b-Ita', 8.03],
    ['google/gemma-2-9b', 9.24],
    ['google/gemma-2-9b-it', 9.24],
    ['google/recurrentgemma-9b', 9.63],
    ['THUDM/glm-4-9b', 9.4],
    ['THUDM/glm-4-9b-chat', 9.4],
    ['tiiuae/falcon-40b', 41.8],
    ['tiiuae/falcon-40b-instruct', 41.8],
    ['tiiuae/falcon-mamba-7b', 7.27],
    ['EleutherAI/pythia-12b', 11.84607232],
    ['EpistemeAI/FineLlama3.1-8B-Instruct', 8.03],
    ['microsoft/Phi-3.5-MoE-instruct', 41.9],
  ])('%s has the size that its makers publish, %d B, to 2 %%', (model, published) => {
    expect(Math.abs(corrected(runsOf(model)[0]!) / published - 1)).toBeLessThan(0.02);
  });
});
