import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readBibliography } from '../../src/references/bibliography.ts';
import { citationEntry, readCitationFile } from '../../src/references/citation-file.ts';

const cff = `cff-version: 1.2.0
title: 'A report: of sorts'
version: 1.2.3
date-released: 2025-03-13
license: MIT
authors:
  - name: The makers
  - family-names: Lovelace
    given-names: Ada
abstract: >-
  Words.
references:
  - title: Not this one
    authors:
      - name: Somebody else
`;

describe('readCitationFile', () => {
  test('reads what the site repeats', () => {
    expect(readCitationFile(cff)).toEqual({
      title: 'A report: of sorts',
      version: '1.2.3',
      released: '2025-03-13',
      license: 'MIT',
      authors: ['The makers', 'Ada Lovelace'],
    });
  });

  test.each(['title', 'version', 'date-released', 'license'])('says that %s is missing', (name) => {
    const without = cff.replace(new RegExp(`^${name}: .*\\n`, 'm'), '');
    expect(() => readCitationFile(without, 'X.cff')).toThrow(`X.cff has no “${name}:”`);
  });

  test('says that authors are missing', () => {
    expect(() => readCitationFile(cff.replace(/^ {2}- name: The[\s\S]*Ada\n/m, ''))).toThrow('“authors:”');
    expect(() => readCitationFile(cff.replace('name: The makers', 'alias: tm'))).toThrow('“authors:”');
  });

  test('reads the file of the report, which agrees with the package', () => {
    const citation = readCitationFile(readFileSync('CITATION.cff', 'utf8'));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(citation.version).toBe(version);
    expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(
      new RegExp(`^## ${RegExp.escape(version)}(?: |$)`, 'm'),
    );
    expect(readFileSync('LICENSE', 'utf8')).toContain(`${citation.license} License`);
  });

  test('in it the licence is that of the report, and none is claimed for the dataset', () => {
    const file = parse(readFileSync('CITATION.cff', 'utf8')) as {
      type: string;
      references: { type: string; license?: string }[];
    };
    expect(file.type).toBe('software');
    expect(file.references.filter(({ type }) => type === 'dataset')).toHaveLength(1);
    expect(file.references[0]).not.toHaveProperty('license');
  });
});

describe('citationEntry', () => {
  const citation = readCitationFile(cff);

  test('is an entry that a bibliography program reads back', () => {
    const [work] = readBibliography(citationEntry(citation, 'https://example.org/report/'));
    expect(work?.authors).toBe('The makers & Ada Lovelace');
    expect(work?.year).toBe('2025');
    expect(work?.text).toContain('A report: of sorts');
    expect(work?.url).toBe('https://example.org/report/');
  });

  test('leaves the address out where there is none', () => {
    expect(citationEntry(citation)).toBe(`@misc{report,
  author = {{The makers} and {Ada Lovelace}},
  title = {{A report: of sorts}},
  year = {2025},
  note = {Version 1.2.3},
}`);
  });
});
