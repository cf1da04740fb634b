import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { renames } from '../../../src/dataset/identity/renames.ts';
import { facts } from '../../report.ts';

/*
 * 100 names, stratified by method and drawn by the hash of the name, read by hand. The verdict is right, wrong, open
 * where neither the table nor a page that was found tells, and shape where no pretrained model is named.
 */
const sizes = { own: 14, page: 14, named: 14, renamed: 14, chain: 14, name: 15, assumed: 15 };
const seed = 'identity-1';

interface Line {
  model: string;
  method: keyof typeof sizes;
  root: string;
  lineage: string;
  verdict: 'right' | 'wrong' | 'open' | 'shape';
  evidence: string;
}
const path = fileURLToPath(new URL('../identity-sample.csv', import.meta.url));
const sample: Line[] = parse(readFileSync(path), { columns: true });
const lines = facts('identity');

const hash = (model: string) => createHash('sha256').update(`${seed} ${model}`).digest('hex');

test('the sample is the draw of the seed, and says what the file says', () => {
  const drawn = Object.entries(sizes).flatMap(([method, size]) =>
    lines
      .filter((line) => line.method === method)
      .map((line) => ({ line, place: hash(line.model!) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .slice(0, size)
      .map(({ line }) => [line.model, line.method, line.root, line.lineage]),
  );
  expect(sample.map(({ model, method, root, lineage }) => [model, method, root, lineage])).toEqual(drawn);
  expect(sample).toHaveLength(100);
  for (const { evidence } of sample) expect(evidence.length).toBeGreaterThan(20);
});

test('of the roots and lineages that could be told at least 95 % are right, by every method nine in ten', () => {
  const count = (of: readonly Line[], verdict: Line['verdict']) =>
    of.filter((line) => line.verdict === verdict).length;
  const [right, wrong, open] = [count(sample, 'right'), count(sample, 'wrong'), count(sample, 'open')];
  expect([right, wrong, open]).toEqual([80, 0, 6]);
  expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95);
  for (const [method, of] of Map.groupBy(sample, (line) => line.method))
    expect(count(of, 'right') / (count(of, 'right') + count(of, 'wrong')), method).toBeGreaterThanOrEqual(
      0.9,
    );
});

test('coverage by method, and of roots and parents', () => {
  const methods = Object.fromEntries(
    [...Map.groupBy(lines, ({ method }) => method!)].map(([method, of]) => [method, of.length]),
  );
  expect(methods).toEqual({
    own: 183,
    page: 48,
    named: 507,
    renamed: 70,
    chain: 31,
    name: 723,
    assumed: 2935,
  });
  const card = readFileSync(fileURLToPath(new URL('../../../data/README.md', import.meta.url)), 'utf8');
  for (const [method, n] of Object.entries(methods))
    expect(card).toMatch(new RegExp(`\\| ${method} +\\| +${n.toLocaleString('en')} \\|`));
  expect(lines.filter(({ root }) => root !== '')).toHaveLength(702);
  expect(lines.filter(({ parent }) => parent !== '')).toHaveLength(63);
});

test('all renames were read: each stands in a source, and no current name of the table is a former one', () => {
  const current = new Set(lines.map(({ identity }) => identity));
  expect(renames).toHaveLength(6);
  for (const { former, now, source } of renames) {
    expect(current.has(now)).toBe(true);
    expect(current.has(former)).toBe(false);
    expect(source).toMatch(/^https:\/\/(?:github\.com|huggingface\.co)\//);
  }
});
