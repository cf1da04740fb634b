import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tokenBlocks } from './tokens.ts';

const files = readdirSync('src/styles').sort();
const sheets = files.map((file) => [file, readFileSync(`src/styles/${file}`, 'utf8')] as const);
const all = sheets.map(([, css]) => css).join('\n');

it('every other style sheet is imported once by site.css, or by the pages that need it', () => {
  const site = readFileSync('src/styles/site.css', 'utf8');
  const everywhere = [...site.matchAll(/@import '\.\/(.+)';/g)].map(([, file = '']) => file);
  const pages = readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro'))
    .flatMap((file) => [...readFileSync(`src/pages/${file}`, 'utf8').matchAll(/styles\/([\w-]+\.css)'/g)])
    .map(([, file = '']) => file);
  const own = [...new Set(pages)].filter((file) => file !== 'site.css');
  expect([...everywhere, ...own].sort()).toEqual(files.filter((file) => file !== 'site.css'));
});

it('every variable that is used is defined', () => {
  const defined = new Set([...all.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  expect([...used].filter((name) => !defined.has(name))).toEqual([]);
});

describe.each(sheets.filter(([file]) => file !== 'tokens.css'))('%s', (_, css) => {
  it('takes its colours from the tokens, so that no theme is forgotten', () => {
    expect(css.match(/#[0-9a-f]{3,8}\b(?![^{}]*\{)/gi) ?? []).toEqual([]);
  });
});

it('no local font face has a name that begins with a generic family: unquoted, it would be a keyword', () => {
  const names = [...all.matchAll(/font-family: '([^']+)';/g)].map(([, name = '']) => name);
  expect(names).toContain('Fitted Times');
  for (const name of names) expect(name).not.toMatch(/^(serif|sans|mono)\b/i);
});

it('tokens are the only place that tells light from dark', () => {
  expect(tokenBlocks()).toHaveLength(3);
  for (const [file, css] of sheets) {
    if (file !== 'tokens.css') expect(css, file).not.toContain('prefers-color-scheme');
  }
});
