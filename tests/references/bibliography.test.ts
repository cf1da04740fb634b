import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  bibliography,
  bibliographyFile,
  findWork,
  readBibliography,
} from '../../src/references/bibliography.ts';

const entry = (key: string, author: string, rest = 'title = {A Title}, year = {1999}, doi = {10.1/x}') =>
  `@article{${key}, author = {${author}}, journal = {The Journal}, ${rest}}\n`;

describe('a reference', () => {
  const works = readBibliography(
    entry(
      'c',
      'Gray, Ann and {van Dyke}, Bo and Lee, Cy',
      'title = {On {DNA}}, year = {2001}, url = {https://a.org/}',
    ) +
      entry(
        'a',
        'Ash, Ann B.',
        'title = {First}, year = {1999}, volume = {2}, number = {3}, pages = {4--5}, doi = {10.1/x}',
      ) +
      entry(
        'b',
        '{Bodies \\& Co} and Ash, Ann',
        'title = {Both}, year = {2000}, doi = {10.1/y}, annotation = {Worth it.}, keywords = {score-by-size, /models/}',
      ),
  );
  const [a, b, c] = works;

  test('stands in the order of authors', () => {
    expect(works.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('names one author, two authors, or the first of more', () => {
    expect(works.map(({ authors, year }) => `${authors} ${year}`)).toEqual([
      'Ash 1999',
      'Bodies & Co & Ash 2000',
      'Gray et al. 2001',
    ]);
  });

  test('is written in the APA style, with its address as a link', () => {
    expect(a?.text).toBe('Ash, A. B. (1999). First. The Journal, 2(3), 4–5. https://doi.org/10.1/x');
    expect(a?.html).toBe(
      'Ash, A. B. (1999). First. <i>The Journal</i>, <i>2</i>(3), 4–5. <a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>',
    );
  });

  test('has the address of its DOI, or else its own', () => {
    expect([a?.url, c?.url]).toEqual(['https://doi.org/10.1/x', 'https://a.org/']);
  });

  test('keeps the reason for reading it', () => {
    expect([a?.reason, b?.reason]).toEqual([undefined, 'Worth it.']);
  });

  test('names what rests on its method', () => {
    expect([a?.usedBy, b?.usedBy]).toEqual([[], ['score-by-size', '/models/']]);
  });
});

describe('mistakes', () => {
  test.each([
    ['author', `@article{a, title = {A}, year = {1999}, doi = {10.1/x}}`],
    ['title', entry('a', 'Ash, Ann', 'year = {1999}, doi = {10.1/x}')],
    ['year', entry('a', 'Ash, Ann', 'title = {A}, doi = {10.1/x}')],
    ['doi or url', entry('a', 'Ash, Ann', 'title = {A}, year = {1999}')],
  ])('an entry without %s is named', (what, text) => {
    expect(() => readBibliography(text, 'works.bib')).toThrow(`works.bib: the entry “a” has no ${what}`);
  });

  test('a key that stands twice is named', () => {
    expect(() => readBibliography(entry('a', 'Ash, Ann') + entry('a', 'Birch, Bo'), 'works.bib')).toThrow(
      'works.bib: the key “a” stands twice',
    );
  });

  test('two works that would be cited alike are named', () => {
    expect(() => readBibliography(entry('a', 'Ash, Ann') + entry('b', 'Ash, Bo'), 'works.bib')).toThrow(
      'works.bib: two works would both be cited as “Ash 1999”',
    );
  });

  test('text that is no BibLaTeX is refused with the name of the file', () => {
    expect(() => readBibliography('@article{a, title = ', 'works.bib')).toThrow(
      /^works\.bib cannot be read as BibLaTeX: /,
    );
  });

  test('a file without entries has no works', () => {
    expect(readBibliography('% nothing yet\n')).toEqual([]);
  });
});

describe('the works of the report', () => {
  const source = readFileSync(bibliographyFile, 'utf8');
  const entries = new Map(
    [...source.matchAll(/^@\w+\{(\w+),\n([\s\S]*?)\n\}/gm)].map(([, key = '', body = '']) => [key, body]),
  );
  const field = (key: string, name: string) =>
    new RegExp(`^ {2}${name} = \\{(.*)\\},$`, 'm').exec(entries.get(key) ?? '')?.[1];
  const works = bibliography();

  test('are all read', () => {
    expect(works.length).toBeGreaterThan(50);
    expect(works.map(({ id }) => id).toSorted()).toEqual([...entries.keys()].toSorted());
    for (const work of works) expect(findWork(work.id)).toBe(work);
    expect(findWork('nobody1900nothing')).toBeUndefined();
  });

  test('have keys made of the last name of the first author, the year and the first word of the title', () => {
    const plain = (text: string) =>
      text
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll(/[^a-z0-9 -]/g, '');
    for (const { id, year } of works) {
      const first = (field(id, 'author') ?? '').split(' and ')[0]!.split(',')[0]!;
      const name = plain(first).split(' ').at(-1)!.replaceAll('-', '');
      const word = plain(field(id, 'title') ?? '')
        .split(/[ -]/)
        .find((each) => !['', 'a', 'an', 'the', 'on'].includes(each));
      expect(id).toBe(`${name}${year}${word}`);
    }
  });

  test('have addresses that are encrypted; arXiv papers have the DOI of their number', () => {
    for (const { id, url } of works) {
      expect(url).toMatch(/^https:\/\/\S+$/);
      const number = field(id, 'eprint');
      if (number !== undefined) {
        expect(number).toMatch(/^\d{4}\.\d{4,5}$/);
        expect(field(id, 'doi')).toBe(`10.48550/arXiv.${number}`);
      }
    }
  });

  test('are not older than their arXiv number nor younger', () => {
    for (const { id, year } of works) {
      const number = field(id, 'eprint');
      if (number !== undefined) expect(`20${number.slice(0, 2)}`, id).toBe(year);
    }
  });

  test('say in a sentence why a reader may want them, where they say it', () => {
    for (const { reason } of works) if (reason) expect(reason).toMatch(/^\p{Lu}.*\.$/u);
  });
});
