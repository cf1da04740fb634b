import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { licenceOf, licencesText, packageOf } from '../../src/site/licences.ts';

test('a module is of the innermost package that it lies in', () => {
  expect(packageOf('/a/node_modules/vega/build/vega.js')).toBe('/a/node_modules/vega');
  expect(packageOf('/a/node_modules/@codemirror/view/dist/index.js')).toBe(
    '/a/node_modules/@codemirror/view',
  );
  expect(packageOf('/a/node_modules/x/node_modules/y/index.js')).toBe('/a/node_modules/x/node_modules/y');
  expect(packageOf('/a/src/reader/address.ts')).toBeUndefined();
  expect(packageOf('\0vite/preload-helper.js')).toBeUndefined();
});

test('a package says its licence with all its texts, or that it holds none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write('package.json', JSON.stringify({ name: 'x', version: '1.2.3', license: 'MIT' }));
    expect(licenceOf(folder).text).toBe('The package holds no text of its licence, which it names MIT.');
    write('NOTICE', 'By Ash.\r\n');
    write('LICENSE.md', 'You may.\n');
    write('license.js', 'no text');
    expect(licenceOf(folder)).toEqual({ name: 'x 1.2.3', licence: 'MIT', text: 'You may.\n\nBy Ash.' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a text stands once, under all packages that have it', () => {
  const text = licencesText([
    { name: 'c 1.0.0', licence: 'MIT', text: 'You may.' },
    { name: 'b 1.0.0', licence: 'ISC', text: 'Go on.' },
    { name: 'a 1.0.0', licence: 'MIT', text: 'You may.' },
  ]);
  expect(text).toContain('\na 1.0.0 (MIT)\nc 1.0.0 (MIT)\n\nYou may.\n');
  expect(text.indexOf('c 1.0.0')).toBeLessThan(text.indexOf('b 1.0.0 (ISC)\n\nGo on.\n'));
  expect(text.split('You may.')).toHaveLength(2);
});
