import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { transform } from 'lightningcss';
import { classesOf } from '../site/classes.ts';
import { rootSite } from './sites.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const pages = globSync('**/*.html', { cwd: rootSite.folder }).sort();
const chapter = 'size-and-score/index.html';
const tools = { explorer: 'explorer', models: 'finder', sql: 'sql' };

/** The style sheets of a built page, in its order. */
const sheetsOf = (page: string): string[] =>
  [...read(join(rootSite.folder, page)).matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
    ([, address = '']) => read(join(rootSite.folder, address)),
  );

/** The kinds of rules at the top of a sheet, and the layers in the order in which it names them. */
function topOf(css: string): { kinds: string[]; layers: string[] } {
  const kinds: string[] = [];
  const layers: string[] = [];
  transform({
    filename: 'sheet.css',
    code: Buffer.from(css),
    visitor: {
      StyleSheet({ rules }) {
        for (const rule of rules) {
          kinds.push(rule.type);
          if (rule.type === 'layer-block') layers.push((rule.value.name ?? []).join('.'));
          if (rule.type === 'layer-statement') layers.push(...rule.value.names.map((name) => name.join('.')));
        }
      },
    },
  });
  return { kinds, layers };
}

const stylesOf = (files: readonly string[]) => new Set(files.flatMap((file) => [...classesOf(read(file))]));
const everywhere = new Set(sheetsOf(chapter).flatMap((css) => [...classesOf(css)]));

test('every page has its rules in layers, and the layers in the declared order', () => {
  const declared = /@layer ([^;{]+);/.exec(read('src/styles/layers.css'))![1]!.split(', ');
  expect(pages.length).toBeGreaterThan(20);
  const seen = new Map<string, string>();
  for (const page of pages) {
    const css = sheetsOf(page).join('\n');
    if (seen.has(css)) continue;
    seen.set(css, page);
    const { kinds, layers } = topOf(css);
    expect(
      [...new Set(kinds)].filter((kind) => !kind.startsWith('layer-')),
      page,
    ).toEqual([]);
    expect([...new Set(layers)], page).toEqual(declared);
  }
});

test('a chapter loads one sheet, a tool its own beside it', () => {
  expect(sheetsOf(chapter)).toHaveLength(1);
  for (const tool of Object.keys(tools)) expect(sheetsOf(`${tool}/index.html`), tool).toHaveLength(2);
});

test('a chapter has no rule of a tool', () => {
  // Of the frame that the tools share, too; the headings' classes are those of every page.
  const frame = [...stylesOf(['src/styles/tool.css'])].filter((name) => name.startsWith('tool'));
  expect(frame).toContain('tool');
  expect(frame.filter((name) => everywhere.has(name))).toEqual([]);
  for (const folder of Object.values(tools)) {
    const own = [...stylesOf(globSync(`src/${folder}/*.css`))].filter((name) => !/^(is-|figure)/.test(name));
    expect(own.length, folder).toBeGreaterThan(10);
    expect(own.filter((name) => everywhere.has(name))).toEqual([]);
  }
});

test('a tool has no rule of another', () => {
  for (const [page, folder] of Object.entries(tools)) {
    const loaded = new Set(sheetsOf(`${page}/index.html`).flatMap((css) => [...classesOf(css)]));
    const others = Object.values(tools).filter((each) => each !== folder);
    // A sheet of a tool may speak of the frame that the tools share.
    const frame = stylesOf(['src/styles/tool.css']);
    const foreign = [...stylesOf(globSync(`src/{${others.join(',')}}/*.css`))].filter(
      (name) =>
        !stylesOf(globSync(`src/${folder}/*.css`)).has(name) && !everywhere.has(name) && !frame.has(name),
    );
    expect(foreign.length, page).toBeGreaterThan(10);
    expect(
      foreign.filter((name) => loaded.has(name)),
      page,
    ).toEqual([]);
  }
});
