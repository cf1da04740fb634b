import { expect, test } from 'vitest';
import { familySql, sizeClassSql } from '../../src/dataset/preparations.ts';
import { smallReport } from '../report.ts';

/** What SQL over one column answers for each of a list of its values. */
async function answers<T extends string | number | null>(column: string, values: readonly T[], sql: string) {
  const engine = await smallReport(values.map((value, index) => ({ model: `o/${index}`, [column]: value })));
  const rows = await engine.query(`SELECT ${sql} AS answer FROM all_runs ORDER BY row`);
  return rows.map(({ answer }, index) => [values[index], answer]);
}

test('size classes are (0, 9], (9, 40] and (40, ∞) billion parameters; no size is in no class', async () => {
  const sizes = [-1, 0, 0.001, 9, 9.001, 40, 40.001, 140.6];
  expect(await answers('parameters_b', sizes, sizeClassSql)).toEqual([
    [-1, null],
    [0, null],
    [0.001, 'small'],
    [9, 'small'],
    [9.001, 'medium'],
    [40, 'medium'],
    [40.001, 'large'],
    [140.6, 'large'],
  ]);
});

test('families follow from the start of the architecture', async () => {
  const expected = [
    ['Qwen2ForCausalLM', 'qwen'],
    ['Qwen2MoeForCausalLM', 'qwen'],
    ['LlamaForCausalLM', 'llama'],
    ['MllamaForConditionalGeneration', 'llama'],
    ['MistralForCausalLM', 'mistral'],
    ['MixtralForCausalLM', 'mistral'],
    ['Gemma2ForCausalLM', 'gemma'],
    ['RecurrentGemmaForCausalLM', 'gemma'],
    ['Phi3ForCausalLM', 'phi'],
    ['PhiMoEForCausalLM', 'phi'],
    ['GraniteMoeForCausalLM', 'granite'],
    ['InternLM2ForCausalLM', 'other'],
    ['ChatGLMModel', 'other'],
    ['?', 'other'],
    [null, 'other'],
  ] as const;
  const architectures = expected.map(([architecture]) => architecture);
  expect(await answers('architecture', architectures, familySql)).toEqual(expected);
});

test('the organisation is the name up to the first slash, or the whole name', async () => {
  const engine = await smallReport([{ model: 'Qwen/Qwen2-7B' }, { model: 'gpt2' }, { model: 'a/b/c' }]);
  const rows = await engine.query('SELECT organisation FROM reviewed ORDER BY row');
  expect(rows.map(({ organisation }) => organisation)).toEqual(['Qwen', 'gpt2', 'a']);
});
