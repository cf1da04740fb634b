import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'meaning-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes what is read of a built report. */
function write(name: string, value: number, verdict: string, words: string): void {
  const put = (path: string, content: unknown) => {
    mkdirSync(join(folder, name, path, '..'), { recursive: true });
    writeFileSync(join(folder, name, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  const number = { value, n: 9, low: 0, high: 2, unit: 'points', label: 'a number', sql: 'SELECT 1' };
  put('data/statistics.json', { reviewed: { 'my.own': number }, prepared: {}, retired: {} });
  const judged = { verdict, evidence: 'It is.' };
  put('data/claims.json', { 'it-is': { sentence: 'It is.', reviewed: judged, prepared: judged } });
  const shown = { takeaway: 'Yes.', rows: [{ x: value }] };
  put('data/figures/a-chart.json', { question: 'Is it?', reviewed: shown, prepared: shown });
  for (const size of ['desktop', 'phone']) put(`data/figures/a-chart.${size}.vega.json`, { marks: [] });
  put('index.html', `<main><p>${words}</p></main>`);
  put('figures/a-chart/index.html', `<main><p>${value} of it.</p></main>`);
}

beforeAll(() => {
  write('before', 1, 'holds', 'It is so.');
  write('after', 3, 'fails', 'It is not so.');
});

const run = (...words: string[]) =>
  spawnSync(process.execPath, [resolve('src/meaning/main.ts'), ...words], { encoding: 'utf8' });

test('two folders are compared', () => {
  const { status, stdout } = run(join(folder, 'before'), join(folder, 'after'));
  expect(stdout).toBe(`Verdicts (2)
  it-is: holds → fails
      It is.
      It is.
  it-is (the notebook’s preparation): holds → fails
      It is.
      It is.

Numbers that left their interval (1)
  my.own: 1 (0 to 2), n = 9 → 3 (0 to 2), n = 9
      a number

Sentences (1)
  /
      - It is so.
      + It is not so.

Charts (1)
  a-chart: rows, rows on the notebook’s preparation
      Is it?

`);
  expect(status).toBe(0);
});

test('what cannot be compared is said without a stack', () => {
  const { status, stderr } = run('no-such-branch', join(folder, 'after'));
  expect(status).toBe(1);
  expect(stderr).toBe(
    '“no-such-branch” is neither a folder with a built report nor a commit of this repository.\n',
  );
  expect(run().status).toBe(2);
  expect(run('--no-such-option', 'main').stderr).toContain('Usage: npm run diff:meaning');
});
