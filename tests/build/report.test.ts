import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { claims } from '../../src/claims/claims.ts';
import { figures } from '../../src/figures/figures.ts';
import { isBuilt } from '../../src/site/build-record.ts';
import { makeProject } from './project.ts';

/** The files of a folder, by their address in the site. */
function filesOf(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, Buffer] => [path.slice(folder.length), readFileSync(path)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

let first = new Map<string, Buffer>();
let second = new Map<string, Buffer>();

async function build(): Promise<typeof first> {
  const project = makeProject();
  const { succeeded, output } = await project.build();
  expect(succeeded, output.slice(-2000)).toBe(true);
  return filesOf(join(project.folder, 'dist'));
}

beforeAll(async () => {
  // The build that the browser tests read, where it is that of the project as it is now.
  first = isBuilt('dist', { base: '/' }) ? filesOf('dist') : await build();
  // Always anew. After the first, because builds share the cache of the compressed engine.
  second = await build();
}, 900_000);

test('two builds in different folders give the same bytes', () => {
  const hashes = (files: Map<string, Buffer>) =>
    [...files].map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')} ${path}`);
  expect(first.size).toBeGreaterThan(20);
  expect(hashes(second)).toEqual(hashes(first));
});

test('the machine-readable files are there', () => {
  const data = ['runs.csv', 'corrections.csv', 'moe.csv', 'cautions.csv', 'models.csv', 'datapackage.json'];
  const described = data.filter((file) => file.endsWith('.csv')).map((file) => `${file}-metadata.json`);
  for (const file of [...data, ...described, 'statistics.json', 'claims.json'].map((name) => `/data/${name}`))
    expect([...first.keys()]).toContain(file);
  for (const { id } of figures)
    for (const ending of ['json', 'csv', 'csv-metadata.json', 'desktop.vega.json', 'phone.vega.json'])
      expect([...first.keys()]).toContain(`/data/figures/${id}.${ending}`);
  for (const file of ['runs.csv', 'corrections.csv', 'moe.csv', 'cautions.csv'])
    expect(first.get(`/data/${file}`)?.equals(readFileSync(join('data', file)))).toBe(true);
});

test('the licences of what is sent to readers go with it', () => {
  const text = first.get('/licences.txt')!.toString();
  for (const name of [
    '@codemirror/view',
    '@duckdb/duckdb-wasm',
    'apache-arrow',
    'preact',
    'vega',
    'vega-embed',
  ])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\S+ \\(`, 'm'));
  expect(text).toContain('SIL OPEN FONT LICENSE');
});

test('no file names a folder of the machine that built it', () => {
  const texts = [...first].filter(([path]) => /\.(?:html|css|js|json|txt|csv|svg)$/.test(path));
  expect(texts.filter(([, bytes]) => bytes.includes(process.cwd())).map(([path]) => path)).toEqual([]);
});

describe('pages', () => {
  const pages = () =>
    [...first]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, bytes]) => ({ path, html: bytes.toString() }));
  const attributes = (html: string, name: string) =>
    [...html.matchAll(new RegExp(`<[a-z][\\w-]*\\b[^>]*?\\s${name}="([^"]*)"`, 'g'))].map(
      ([, value = '']) => value,
    );

  test('give no two elements the same id', () => {
    for (const { path, html } of pages()) {
      const ids = attributes(html, 'id');
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        path,
      ).toEqual([]);
    }
  });

  test('have links that lead somewhere, to the part of the page that they name', () => {
    const ids = new Map(pages().map(({ path, html }) => [path, new Set(attributes(html, 'id'))]));
    const broken = pages().flatMap(({ path, html }) =>
      [...attributes(html, 'href'), ...attributes(html, 'src')].flatMap((address) => {
        if (/^[a-z]+:/.test(address)) return [];
        const [, to = '', part] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(address) ?? [];
        const full =
          to === '' ? path : posix.resolve(posix.dirname(path), to) + (to.endsWith('/') ? '/' : '');
        const file = full.endsWith('/') ? posix.join(full, 'index.html') : full;
        if (!first.has(file)) return [`${path} → ${address}: no such file`];
        // A view of a drawing names the area that it shows.
        const isView = file.endsWith('.svg') && /^svgView\(viewBox\(/.test(part ?? '');
        if (part && !isView && !ids.get(file)?.has(part)) return [`${path} → ${address}: no such part`];
        return [];
      }),
    );
    expect([...new Set(broken)]).toEqual([]);
  });

  test('show every figure and every claim without script', () => {
    const all = pages().map(({ html }) => html);
    const shown = (name: string) => new Set(all.flatMap((html) => attributes(html, name)));
    const [shownFigures, shownClaims] = [shown('data-figure'), shown('data-claim')];
    expect(figures.filter(({ id }) => !shownFigures.has(id)).map(({ id }) => id)).toEqual([]);
    expect(claims.filter(({ id }) => !shownClaims.has(id)).map(({ id }) => id)).toEqual([]);
    const charts = all.flatMap((html) => html.match(/<div class="figure-svg is-\w+"><svg /g) ?? []);
    expect(charts.length).toBeGreaterThanOrEqual(2 * figures.length);
  });

  test('hold no inline style or script, which the policy would block', () => {
    for (const { path, html } of pages()) {
      expect(attributes(html, 'style'), path).toEqual([]);
      expect(html.match(/<style[\s>]|<[^>]*\son\w+="/g), path).toBeNull();
      for (const [, script = ''] of html.matchAll(/<script\b([^>]*)>/g))
        // Data are not run.
        expect(script, path).toMatch(/\s(?:src="|type="application\/(?:ld\+)?json")/);
    }
  });

  test('show no value that is none', () => {
    for (const { path, html } of pages()) {
      const text = html.replaceAll(/<(?:pre|code)\b.*?<\/(?:pre|code)>/gs, '');
      expect(text.match(/\bNaN\b|\bundefined\b|\[object |\bInfinity\b/g), path).toBeNull();
    }
  });
});
