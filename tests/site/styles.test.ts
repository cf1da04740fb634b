import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classesGiven, classesOf, classesSought, sheets } from './classes.ts';
import { tokenBlocks } from './tokens.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const all = sheets.map((file) => [file, read(file)] as const);
const together = all.map(([, css]) => css).join('\n');
const site = 'src/styles/site.css';
const tools = ['choose', 'explorer', 'finder', 'search', 'sql'].map((tool) => `src/${tool}/index.css`);
// The front page has one part of a tool.
const front = 'src/finder/front-index.css';
const entries = [site, ...tools, front];
const preludes = ['./layers.css', './breakpoints.css'];

/** The sheets that an entry imports, with their layers, in order. */
const importsOf = (entry: string) =>
  [...read(entry).matchAll(/@import '([^']+)'(?: layer\((\w+)\))?;/g)].map(([, path = '', layer]) => ({
    file: join(dirname(entry), path),
    layer,
  }));
const layers = /@layer ([^;{]+);/.exec(read('src/styles/layers.css'))![1]!.split(', ');

describe('layers', () => {
  it.each(entries)(
    '%s opens with their order and puts every sheet into one of them, in that order',
    (entry) => {
      const imports = importsOf(entry);
      expect(imports.slice(0, 2).map(({ file }) => file)).toEqual(
        preludes.map((prelude) => join('src/styles', prelude)),
      );
      const used = imports.slice(2).map(({ layer }) => layers.indexOf(layer ?? 'none'));
      expect(used).not.toContain(-1);
      expect(used).toEqual([...used].sort((a, b) => a - b));
      expect(
        read(entry)
          .replaceAll(/@import [^;]+;|\/\*[\s\S]*?\*\//g, '')
          .trim(),
      ).toBe('');
    },
  );

  it('are declared once', () => {
    expect(all.filter(([, css]) => css.includes('@layer')).map(([file]) => file)).toEqual([
      'src/styles/layers.css',
    ]);
  });

  it('leave nothing to !important but what no layer may undo', () => {
    expect(all.filter(([, css]) => css.includes('!important')).map(([file]) => file)).toEqual([
      'src/styles/base.css',
    ]);
  });
});

describe('the place of a sheet', () => {
  it('is imported: by site.css, or by one tool, or as the frame that the tools share', () => {
    const preluded = preludes.map((prelude) => join('src/styles', prelude));
    const imported = [site, ...tools].flatMap(importsOf).filter(({ file }) => !preluded.includes(file));
    const frame = 'src/styles/tool.css';
    expect(imported.filter(({ file }) => file === frame)).toHaveLength(tools.length);
    expect([...imported.map(({ file }) => file).filter((file) => file !== frame), frame].sort()).toEqual(
      sheets.filter((file) => !entries.includes(file) && !preluded.includes(file)),
    );
  });

  it.each(sheets.filter((file) => !file.startsWith('src/styles/') && !entries.includes(file)))(
    '%s stands beside what it styles',
    (file) => {
      const name = basename(file, '.css').replace(/^_/, '');
      const beside = ['.astro', '.tsx', '.ts'].map((end) => join(dirname(file), name + end));
      expect(beside.filter((each) => existsSync(each))).not.toEqual([]);
    },
  );

  it('src/styles holds what is of every page', () => {
    expect(
      sheets.filter((file) => file.startsWith('src/styles/')).map((file) => basename(file, '.css')),
    ).toEqual([
      'base',
      'breakpoints',
      'fonts',
      'layers',
      'layout',
      'print',
      'prose',
      'shell',
      'site',
      'table',
      'tokens',
      'tool',
    ]);
  });
});

describe('breakpoints', () => {
  const names = /@custom-media (--[\w-]+) \((width >= [^)]+)\);/g;
  const declared = new Map(
    [...read('src/styles/breakpoints.css').matchAll(names)].map(([, name, range]) => [name, range]),
  );

  it('have names, and no sheet writes a width of its own', () => {
    const conditions = all.flatMap(([, css]) =>
      [...css.matchAll(/@media ([^{]+) \{/g)].map((match) => match[1]),
    );
    expect(conditions.filter((condition) => /width|height/.test(condition ?? ''))).toEqual([]);
  });

  it('are all used', () => {
    const used = new Set([...together.matchAll(/@media[^{]*\((--[\w-]+)\)/g)].map(([, name]) => name));
    expect([...declared.keys()].sort()).toEqual([...used].sort());
  });

  it('the drawing that a script makes is the one that the page shows at that width', () => {
    const [, asked] = /matchMedia\('\(min-width: (\w+)\)'\)/.exec(read('src/reader/chart/chart.ts'))!;
    expect(declared.get('--desktop')).toBe(`width >= ${asked}`);
  });

  // Custom media do not reach container queries, and the tools ask for the room in their own frame.
  it('containers change at four widths', () => {
    const widths = [...together.matchAll(/@container \(width (?:<|>=) (\w+)\)/g)].map(([, width]) => width);
    expect([...new Set(widths)].sort()).toEqual(['34rem', '40rem', '56rem', '92rem']);
    expect(widths).toHaveLength(together.match(/@container/g)!.length);
  });
});

describe('classes', () => {
  const sources = globSync('src/**/*.{astro,ts,tsx}').sort();
  const given = new Set(sources.flatMap((file) => [...classesGiven(read(file))]));
  const styled = new Set(sheets.flatMap((file) => [...classesOf(read(file))]));
  // What a template completes, by its beginning: the drawings of a figure.
  const completed: Record<string, string[]> = {
    'is-': ['desktop', 'phone', 'wide'],
  };
  // Markdown's own footnotes.
  const ofMarkdown = ['footnotes', 'data-footnote-backref'];

  it('collects those of selectors within selectors', () => {
    const css = '.a:is(.b, :not(.c)) > .d::before { color: red } @media print { p:has(.e) { color: red } }';
    expect([...classesOf(css)].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('finds where they are given and where they are sought', () => {
    const source =
      '<p class="a b" /><p class={few ? "x" : \'c\'} /><i class={`d is-${kind}`}/>' +
      "e.className = 'f g'; e.classList.toggle('h', on); find('.k > p .l', 1.5)";
    expect([...classesGiven(source)]).toEqual(['a', 'b', 'c', 'd', 'is-', 'h', 'f', 'g']);
    expect([...classesSought(source)]).toEqual(['k', 'l']);
  });

  it('every prefix that a template completes is listed', () => {
    expect([...given].filter((name) => name.endsWith('-'))).toEqual(Object.keys(completed));
  });

  it('none is styled that nothing has', () => {
    const known = new Set([
      ...given,
      ...ofMarkdown,
      ...Object.entries(completed).flatMap(([prefix, ends]) => ends.map((end) => prefix + end)),
    ]);
    expect([...styled].filter((name) => !known.has(name))).toEqual([]);
  });

  it('none is given that has neither a style nor someone who looks for it', () => {
    const seekers = [...sources, ...globSync('tests/browser/*.ts')];
    const sought = new Set(seekers.flatMap((file) => [...classesSought(read(file))]));
    expect(
      [...given].filter((name) => !name.endsWith('-') && !styled.has(name) && !sought.has(name)),
    ).toEqual([]);
  });
});

it('every variable that is used is defined', () => {
  const defined = new Set([...together.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const used = new Set([...together.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  expect([...used].filter((name) => !defined.has(name))).toEqual([]);
});

describe.each(all.filter(([file]) => file !== 'src/styles/tokens.css'))('%s', (_, css) => {
  it('takes its colours from the tokens, so that no theme is forgotten', () => {
    expect(css.match(/#[0-9a-f]{3,8}\b(?![^{}]*\{)/gi) ?? []).toEqual([]);
  });
});

it('no local font face has a name that begins with a generic family: unquoted, it would be a keyword', () => {
  const names = [...together.matchAll(/font-family: '([^']+)';/g)].map(([, name = '']) => name);
  expect(names).toContain('Fitted Times');
  for (const name of names) expect(name).not.toMatch(/^(serif|sans|mono)\b/i);
});

it('tokens are the only place that tells light from dark', () => {
  expect(tokenBlocks()).toHaveLength(3);
  for (const [file, css] of all)
    if (file !== 'src/styles/tokens.css') expect(css, file).not.toContain('prefers-color-scheme');
});
