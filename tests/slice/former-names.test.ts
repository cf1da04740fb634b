import { beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { countQuery } from '../../src/slice/count.ts';
import { currentName } from '../../src/slice/former-names.ts';
import { parseSlice } from '../../src/slice/slice.ts';
import { report } from '../report.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await report();
});

/** Models of the slice of a query, counted past the views and by them. */
async function models(query: string): Promise<number[]> {
  const { slice } = parseSlice(new URLSearchParams(query));
  const [counted] = await countQuery(slice).askOf((sql) => engine.query(sql));
  const [seen] = await (await askSlice(engine, slice))('SELECT CAST(count(*) AS INTEGER) AS n FROM models');
  return [counted!.models, Number(seen!.n)];
}

test.each([
  ['meta-llama/meta-llama-3.1-8b', 'meta-llama/llama-3.1-8b'],
  ['gpt2', 'openai-community/gpt2'],
  ['https://huggingface.co/google/gemma-2-9b', 'google/gemma-2-9b'],
  ['huggingface.co/gpt2/', 'openai-community/gpt2'],
  ['https://huggingface.co/google/gemma-2-9b/tree/main', 'google/gemma-2-9b'],
  ['https://hf.co/google/gemma-2-9b', 'google/gemma-2-9b'],
  ['hf.co/gpt2', 'openai-community/gpt2'],
  ['google/gemma-2-9b', 'google/gemma-2-9b'],
  ['llamaforcausallm 8b', 'llamaforcausallm 8b'],
])('%s is %s now', (name, now) => {
  expect(currentName(name)).toBe(now);
});

test.each([
  ['base=meta-llama/Meta-Llama-3.1-8B', 'base=meta-llama/Llama-3.1-8B'],
  ['base=gpt2', 'base=openai-community/gpt2'],
  ['lineage=https://huggingface.co/google/gemma-2-9b', 'lineage=google/gemma-2-9b'],
])('a slice by %s is that by %s', async (former, now) => {
  const [counted, seen] = await models(now);
  expect(counted).toBeGreaterThan(0);
  expect(seen).toBe(counted);
  expect(await models(former)).toEqual([counted, counted]);
});
