import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'served-'));
afterAll(() => rmSync(folder, { recursive: true }));

const start = (environment = {}) =>
  spawn(process.execPath, [resolve('src/serve/main.ts'), '--only'], {
    cwd: folder,
    env: { ...process.env, PORT: '0', BASE_PATH: '', ...environment },
  });

test('without a build there is nothing to serve, and what would be right is said', async () => {
  const child = start();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(said).toBe(
    'dist/ holds no report yet: run “npm run build” first, or “npm start”, which does both.\n',
  );
});

test.each([
  ['', '/'],
  ['/a-report', '/a-report/'],
])('all that is said is the address, under the base path “%s”', async (base, path) => {
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'dist/index.html'), 'the report');
  const child = start({ BASE_PATH: base });
  try {
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const [, address] = /^The report is at (http:\/\/localhost:\d+\S*) \(Ctrl\+C ends it\)\n$/.exec(
      said.toString(),
    )!;
    expect(new URL(address!).pathname).toBe(path);
    expect(await (await fetch(address!)).text()).toBe('the report');
  } finally {
    child.kill();
  }
});
