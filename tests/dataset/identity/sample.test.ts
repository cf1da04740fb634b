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
const readByHand = (file: string): Line[] =>
  parse(readFileSync(fileURLToPath(new URL(`../${file}.csv`, import.meta.url))), { columns: true });
const sample = readByHand('identity-sample');
/** Every name of method page, with the page, a copy of it or the report of the makers that was opened for it again. */
const pages = readByHand('identity-pages');
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
  expect([right, wrong, open]).toEqual([86, 0, 4]);
  expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95);
  for (const [method, of] of Map.groupBy(sample, (line) => line.method))
    expect(count(of, 'right') / (count(of, 'right') + count(of, 'wrong')), method).toBeGreaterThanOrEqual(
      0.9,
    );
});

test('every name of method page was looked up again, and no page says otherwise than the file', () => {
  const cited = lines.filter(({ method }) => method === 'page');
  expect(pages.map(({ model, lineage }) => [model, lineage])).toEqual(
    cited
      .map(({ model, lineage }) => [model!, lineage!] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map((each) => [...each]),
  );
  const count = (verdict: Line['verdict']) => pages.filter((line) => line.verdict === verdict).length;
  expect([count('right'), count('wrong'), count('open')]).toEqual([45, 0, 3]);
  for (const { verdict, evidence } of pages)
    expect(evidence).toMatch(verdict === 'open' ? /^the page was not found; / : /^https:\/\//);
  for (const { model, verdict, evidence } of sample.filter(({ method }) => method === 'page'))
    expect(pages).toContainEqual(expect.objectContaining({ model, verdict, evidence }));
});

test('coverage by method, and of roots and parents', () => {
  const methods = Object.fromEntries(
    [...Map.groupBy(lines, ({ method }) => method!)].map(([method, of]) => [method, of.length]),
  );
  expect(methods).toEqual({
    own: 183,
    page: 48,
    named: 505,
    renamed: 70,
    chain: 31,
    name: 827,
    copy: 7,
    assumed: 2826,
  });
  const card = readFileSync(fileURLToPath(new URL('../../../data/README.md', import.meta.url)), 'utf8');
  for (const [method, n] of Object.entries(methods))
    expect(card).toMatch(new RegExp(`\\| ${method} +\\| +${n.toLocaleString('en')} \\|`));
  expect(lines.filter(({ root }) => root !== '')).toHaveLength(699);
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
