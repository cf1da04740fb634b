import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

type Line = Record<string, string>;

const read = (name: string): Line[] =>
  parse(readFileSync(new URL(`../../data/${name}`, import.meta.url)), { columns: true });

const runs = read('runs.csv');
const corrections = read('corrections.csv');
const review = read('moe.csv');

/** Classes whose layers hold routed experts. */
const architectures = [
  'AriaForConditionalGeneration',
  'DbrxForCausalLM',
  'DeepseekForCausalLM',
  'GraniteMoeForCausalLM',
  'JambaForCausalLM',
  'MixtralForCausalLM',
  'OlmoeForCausalLM',
  'Qwen2MoeForCausalLM',
  'SwitchTransformersForConditionalGeneration',
];

const key = (model: string) => model.toLowerCase();
const lineOf = new Map(review.map((line) => [key(line['model']!), line]));
const runsOf = (model: string) => runs.filter((run) => key(run['model']!) === key(model));
const total = (model: string) => {
  const line = corrections.find(
    (line) => key(line['model']!) === key(model) && line['column'] === 'parameters_b',
  );
  return Number(line ? line['value'] : runsOf(model)[0]!['parameters_b']);
};
const active = (line: Line) => Number(line['active_parameters_b']);
const flagged = (run: Line) => run['moe'] === 'true';
const byArchitecture = (run: Line) => architectures.includes(run['architecture']!);
const experts = review.filter((line) => line['moe'] === 'true');
const dense = review.filter((line) => line['moe'] === 'false');

describe('form of moe.csv', () => {
  test('the header, and one line a model, case aside, sorted, spelt as in its first run', () => {
    expect(Object.keys(review[0]!)).toEqual([
      'model',
      'moe',
      'experts',
      'experts_per_token',
      'active_parameters_b',
      'method',
      'reason',
    ]);
    const keys = review.map(({ model }) => key(model!));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(keys.toSorted());
    expect(review.filter(({ model }) => runsOf(model!)[0]?.['model'] !== model)).toEqual([]);
  });

  test('every line says true or false, and why', () => {
    expect(experts.length + dense.length).toBe(review.length);
    expect(review.filter(({ reason }) => !reason?.trim())).toEqual([]);
  });

  test('dense lines carry no numbers and no method', () => {
    const blank = ['experts', 'experts_per_token', 'active_parameters_b', 'method'];
    expect(dense.filter((line) => blank.some((name) => line[name] !== ''))).toEqual([]);
  });

  test('a method is one of four, and only what is unknown has no active parameters', () => {
    const methods = ['published', 'derived', 'assumed', 'unknown'];
    expect(experts.filter(({ method }) => !methods.includes(method!))).toEqual([]);
    const blank = experts.filter((line) => line['active_parameters_b'] === '');
    expect(blank).toEqual(experts.filter(({ method }) => method === 'unknown'));
  });

  test('experts are whole numbers, at least two and at least as many as work on a token', () => {
    const known = experts.filter((line) => line['method'] !== 'unknown');
    const odd = known.filter((line) => {
      const [count, used] = [Number(line['experts']), Number(line['experts_per_token'])];
      return !(Number.isInteger(count) && Number.isInteger(used) && count >= 2 && used >= 1 && used <= count);
    });
    expect(odd).toEqual([]);
  });
});

describe('reach of the review', () => {
  test('76 runs are flagged, 109 have an MoE architecture, 69 both', () => {
    expect(runs.filter(flagged)).toHaveLength(76);
    expect(runs.filter(byArchitecture)).toHaveLength(109);
    expect(runs.filter((run) => flagged(run) && byArchitecture(run))).toHaveLength(69);
  });

  test('every flagged model and every model of an MoE architecture has a line', () => {
    const missing = runs.filter(
      (run) => (flagged(run) || byArchitecture(run)) && !lineOf.has(key(run['model']!)),
    );
    expect(missing).toEqual([]);
  });

  test('every model of an MoE architecture is judged MoE', () => {
    const judged = runs.filter(byArchitecture).map((run) => lineOf.get(key(run['model']!))?.['moe']);
    expect(new Set(judged)).toEqual(new Set(['true']));
  });

  test('every model whose name says moe, mixtral, NxM or an active size has a line', () => {
    const says = /moe|mixtral|\d+x\d|\dbx\d|-a\d+(\.\d+)?[bm]/i;
    const silent = runs.filter(
      (run) => says.test(run['model']!.split('/').at(-1)!) && !lineOf.has(key(run['model']!)),
    );
    expect(silent).toEqual([]);
  });

  test.each([
    'LeroyDyer/Mixtral_AI_SwahiliTron_7b',
    'tinycompany/ShawtyIsBad-nomic-moe',
    'tinycompany/SigmaBoi-nomic-moe',
  ])('%s is dense, though flagged', (model) => {
    expect(runsOf(model).some(flagged)).toBe(true);
    expect(lineOf.get(key(model))?.['moe']).toBe('false');
  });
});

describe('active parameters', () => {
  test('never exceed the corrected total', () => {
    expect(experts.filter((line) => active(line) > total(line['model']!))).toEqual([]);
  });

  // Published by the makers: total and active in billions, experts per token and experts.
  test.each([
    ['mistralai/Mixtral-8x7B-v0.1', 46.7, 12.9, 2, 8],
    ['mistralai/Mixtral-8x22B-v0.1', 140.6, 39.1, 2, 8],
    ['databricks/dbrx-instruct', 131.6, 36, 4, 16],
    ['databricks/dbrx-base', 131.6, 36, 4, 16],
    ['Qwen/Qwen1.5-MoE-A2.7B', 14.3, 2.7, 4, 60],
    ['Qwen/Qwen2-57B-A14B', 57.4, 14, 8, 64],
    ['allenai/OLMoE-1B-7B-0924', 6.9, 1.3, 8, 64],
    ['deepseek-ai/deepseek-moe-16b-base', 16.4, 2.8, 6, 64],
    ['microsoft/Phi-3.5-MoE-instruct', 41.9, 6.6, 2, 16],
    ['ai21labs/Jamba-v0.1', 51.6, 12, 2, 16],
    ['rhymes-ai/Aria', 25.3, 3.9, 6, 64],
    ['ibm-granite/granite-3.1-1b-a400m-base', 1.3, 0.4, 8, 32],
    ['ibm-granite/granite-3.1-3b-a800m-base', 3.3, 0.8, 8, 40],
  ])('%s: %d B in total, %d B active, %i of %i experts', (model, all, working, used, count) => {
    const line = lineOf.get(key(model))!;
    expect(total(model)).toBeCloseTo(all, 1);
    expect(active(line)).toBe(working);
    expect([line['experts_per_token'], line['experts']]).toEqual([`${used}`, `${count}`]);
    expect(line['method']).toBe('published');
  });

  test('all weights of phixtral-2x2_8 work: two of two experts', () => {
    const line = lineOf.get('mlabonne/phixtral-2x2_8')!;
    expect(active(line)).toBeCloseTo(4.46, 2);
    expect([line['experts_per_token'], line['experts']]).toEqual(['2', '2']);
  });

  test('shared + 2 × expert reproduces the merges of Mistral 7B and Llama 3 8B in the Mixtral architecture', () => {
    // A layer's feed-forward has three matrices of 4096 × 14336; the rest of the donor is shared.
    const expert = (32 * 3 * 4096 * 14336) / 1e9;
    expect(expert).toBeCloseTo(5.637, 3);
    const donors = { mistral: 7.242 - expert, llama: 8.03 - expert };
    expect(donors.mistral).toBeCloseTo(1.605, 3);
    expect(donors.llama).toBeCloseTo(2.393, 3);
    const merges = experts.flatMap((line) => {
      const whole = total(line['model']!);
      const shared = Object.values(donors).find(
        (shared) => Math.abs(whole - shared - Number(line['experts']) * expert) < 0.01,
      );
      return shared !== undefined && line['method'] === 'derived' ? [{ line, shared }] : [];
    });
    expect(merges.filter(({ shared }) => shared === donors.mistral)).not.toHaveLength(0);
    expect(merges.filter(({ shared }) => shared === donors.llama)).not.toHaveLength(0);
    const off = merges.filter(
      ({ line, shared }) =>
        line['experts_per_token'] !== '2' || Math.abs(active(line) - shared - 2 * expert) > 0.01,
    );
    expect(off).toEqual([]);
    const seven = (name: string) => merges.some(({ line }) => line['model'] === name);
    expect(seven('mlabonne/Beyonder-4x7B-v3') && seven('ibivibiv/multimaster-7b-v6')).toBe(true);
    expect(seven('HiroseKoichi/Llama-Salad-4x8B-V3') && seven('qingy2019/Oracle-14B')).toBe(true);
  });

  test('where every expert works, all weights are active', () => {
    const full = experts.filter(
      (line) => line['experts'] !== '' && line['experts'] === line['experts_per_token'],
    );
    expect(full.length).toBeGreaterThan(30);
    expect(full.filter((line) => active(line) !== total(line['model']!))).toEqual([]);
  });

  test('the number of experts is the N of an NxM name', () => {
    const named = experts.flatMap((line) => {
      const name = line['model']!;
      const count = /(\d+)x\d+(\.\d+)?b/i.exec(name)?.[1] ?? /\dbx(\d+)/i.exec(name)?.[1];
      return count ? [{ name, count, experts: line['experts'] }] : [];
    });
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ count, experts }) => count !== experts)).toEqual([]);
  });

  test('models of one architecture and one size have the same experts and active parameters', () => {
    const seen = new Map<string, Set<string>>();
    for (const { model, experts, experts_per_token, active_parameters_b } of review) {
      const run = runsOf(model!)[0]!;
      if (!byArchitecture(run)) continue;
      const shape = `${run['architecture']} ${run['parameters_b']}`;
      seen.set(
        shape,
        (seen.get(shape) ?? new Set()).add(`${experts} ${experts_per_token} ${active_parameters_b}`),
      );
    }
    expect([...seen].filter(([, numbers]) => numbers.size > 1)).toEqual([]);
  });
});
