import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Run } from '../../../src/dataset/column.ts';
import { recordedColumns } from '../../../src/dataset/recorded.ts';
import { parseRuns } from '../../../src/dataset/runs-file.ts';
import { fingerprint } from '../../../src/dataset/fingerprint.ts';
import { soundCsv } from './fixture.ts';

// Written by hand from the definition.
const canonical = `[1,"org_alpha_bfloat16","org/alpha","0123456789abcdef0123456789abcdef01234567","bfloat16","original","pretrained","LlamaForCausalLM","org/alpha","apache-2.0",3,7242000,false,false,true,true,false,true,0,"2024-02-29","2024-08-05",1219174,30000000,500000,50000000,400000,20000000,250000,25000000,437500,25000000,400000,10000000,550000,50000000]
[2,"org_beta_float16","org/beta",null,"float16","adapter","fine-tuned",null,"a \\"quoted\\", base",null,3,-1000000,false,false,true,true,false,true,1,null,null,1219174,5000000,0,0,400000,20000000,100000,10000000,200000,0,300000,0,100000,0]
`;
const [first, second] = parseRuns(soundCsv) as [Run, Run];

const release = parseRuns(
  readFileSync(fileURLToPath(new URL('../../../data/runs.csv', import.meta.url)), 'utf8'),
);

it('is the SHA-256 of one JSON array per run', () => {
  const expected = createHash('sha256').update(canonical, 'utf8').digest('hex');
  expect(fingerprint([first, second])).toBe(expected);
});

it('depends on the order and on every value', () => {
  const all = [
    [first, second],
    [second, first],
    [first],
    ...recordedColumns.map(({ name }) => [{ ...first, [name]: null }, second]),
    [{ ...first, co2_kg: 1.219176 }, second],
    [{ ...first, likes: 4 }, second],
  ];
  expect(new Set(all.map(fingerprint)).size).toBe(all.length);
});

// Row 1 of the dataset as the Hub's own interface gives it, with all the digits of its doubles.
const hub = {
  average: 8.90636130175029,
  co2_kg: 1.219174164123715,
  ifeval_raw: 0.3302792147058693,
  ifeval: 33.02792147058693,
  bbh_raw: 0.3596254301656297,
  bbh: 10.055525080241035,
  math_raw: 0.014350453172205438,
  math: 1.4350453172205437,
  gpqa_raw: 0.25922818791946306,
  gpqa: 1.230425055928408,
  musr_raw: 0.381375,
  musr: 5.871874999999999,
  mmlu_pro_raw: 0.1163563829787234,
  mmlu_pro: 1.8173758865248217,
};

it("is the same for the Hub's digits and for those of a copy that kept fifteen", () => {
  const [run] = release;
  expect(run).toMatchObject({ evaluation: '0-hero_Matter-0.2-7B-DPO_bfloat16', musr: 5.871875 });
  expect(fingerprint([{ ...run!, ...hub }])).toBe(fingerprint([run!]));
});

it('stays clear, for every value of the release, of the point where a last digit would change it', () => {
  // In millionths: a copy with 15 digits is off by less than 1e-13 × 10⁶ below 100, and twice that below 200.
  const margins = release.flatMap((run) =>
    recordedColumns.flatMap(({ name, type }) => {
      const value = run[name];
      if (type !== 'number' || typeof value !== 'number') return [];
      const position = value * 1e6 + 0.3;
      return [Math.abs(position - Math.round(position))];
    }),
  );
  expect(margins.length).toBe(
    release.length * recordedColumns.filter(({ type }) => type === 'number').length,
  );
  expect(Math.min(...margins)).toBeGreaterThan(1e-6);
});
