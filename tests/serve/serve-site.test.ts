import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite, type ServedSite } from '../../src/serve/serve-site.ts';

const outer = mkdtempSync(join(tmpdir(), 'served-'));
const folder = join(outer, 'site');
let site: ServedSite;

beforeAll(async () => {
  mkdirSync(join(folder, 'models'), { recursive: true });
  mkdirSync(join(folder, 'data'));
  for (const [name, text] of [
    ['index.html', 'front'],
    ['404.html', 'none'],
    ['models/index.html', 'models'],
    ['data/runs.csv', 'row\n1\n'],
    ['../secret.txt', 'secret'],
  ])
    writeFileSync(join(folder, name!), text!);
  site = await serveSite({ folder, base: '/a-report/' });
});

afterAll(async () => {
  await site.close();
  rmSync(outer, { recursive: true });
});

/** What an address is answered with, sent as it is written. */
const ask = (path: string, headers = {}) =>
  new Promise<{ status: number; text: string; location: string | undefined; type: string | undefined }>(
    (done, failed) =>
      request(site.origin, { path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        response.on('end', () => {
          const { location, 'content-type': type } = response.headers;
          done({ status: response.statusCode!, text, location, type });
        });
      })
        .on('error', failed)
        .end(),
  );

test('a page is served under the base path, and a file with its type', async () => {
  expect(await ask('/a-report/')).toMatchObject({ status: 200, text: 'front' });
  expect(await ask('/a-report/models/?family=qwen')).toMatchObject({ status: 200, text: 'models' });
  expect(await ask('/a-report/data/runs.csv')).toMatchObject({
    status: 200,
    text: 'row\n1\n',
    type: 'text/csv; charset=utf-8',
  });
});

test('a missing slash is redirected to, with the query', async () => {
  expect(await ask('/a-report/models?family=qwen')).toMatchObject({
    status: 301,
    location: '/a-report/models/?family=qwen',
  });
  expect(await ask('/a-report')).toMatchObject({ status: 301, location: '/a-report/' });
});

test.each([
  ['no such page', '/a-report/nothing/'],
  ['a folder without a page', '/a-report/data/'],
  ['what lies outside the base path', '/models/'],
  ['another site whose name begins alike', '/a-report-of-others/'],
  ['a file outside the folder', '/a-report/%2e%2e%2fsecret.txt'],
  ['a file outside the folder, in dots', '/a-report/..%2f..%2fsecret.txt'],
  ['an address that cannot be read', '/a-report/%E0%A4%A'],
  ['a name that no file has', '/a-report/index.html%00.txt'],
])('%s is answered with the page that says so', async (_, path) => {
  expect(await ask(path)).toMatchObject({ status: 404, text: 'none', type: 'text/html; charset=utf-8' });
});

test('a port that is taken is told by its code', async () => {
  const port = Number(new URL(site.origin).port);
  await expect(serveSite({ folder, base: '/' }, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
