import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

// A folder with a build on record, looked at by a process of its own, because paths are those of where it stands.
let project = '';
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'build-record-'));
  mkdirSync(join(project, 'dist'));
  for (const file of ['dist/index.html', 'page.mdx']) writeFileSync(join(project, file), 'a page');
});
afterEach(() => rmSync(project, { recursive: true }));

const run = (script: string) =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { isBuilt, recordBuild } from ${JSON.stringify(pathToFileURL('src/site/build-record.ts').href)}; ${script}`,
    ],
    { cwd: project, encoding: 'utf8' },
  ).trim();

const build = (ends: boolean) =>
  run(`
    const { hooks } = recordBuild();
    hooks['astro:config:done']({ config: { base: '/', outDir: new URL('dist/', ${JSON.stringify(pathToFileURL(`${project}/`).href)}) } });
    hooks['astro:build:start']();
    ${ends ? "hooks['astro:build:done']();" : ''}`);
const isBuilt = () => run("console.log(isBuilt('dist', { base: '/' }))") === 'true';

test('what is no part of a build may come and go', () => {
  expect(isBuilt()).toBe(false);
  build(true);
  expect(isBuilt()).toBe(true);
  mkdirSync(join(project, 'test-results'));
  for (const file of ['report.pdf', 'test-results/unit.json', 'dist/asked.js'])
    writeFileSync(join(project, file), 'a file');
  expect(isBuilt()).toBe(true);
});

test('a build of another text, or one that did not end, is none of the project as it is', () => {
  build(true);
  writeFileSync(join(project, 'page.mdx'), 'another page');
  expect(isBuilt()).toBe(false);
  build(false);
  expect(isBuilt()).toBe(false);
  build(true);
  expect(isBuilt()).toBe(true);
});
