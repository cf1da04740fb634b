import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findWork } from '../../src/references/bibliography.ts';
import { allCitations, citationsAt, keysOf, readCitations } from '../../src/references/citations.ts';
import { mdxPlaces } from '../../src/site/mdx-places.ts';
import { compiled } from '../site/compiled.ts';

const chapter = `---
title: "Size: a start"
order: 4
---

Before <Cite id="ash1999first" />.

## What *size* is

Twice <Cite id="ash1999first  birch2000second" />, and \`<Cite id="code1" />\`.

| a |
| - |
| <Cite id="birch2000second" narrative /> |
`;

describe('readCitations', () => {
  const citations = readCitations('content/chapters/04-size.mdx', chapter);

  test('finds every key in reading order, with its place, and leaves code alone', () => {
    expect(citations.map(({ work, at }) => `${work} ${at}`)).toEqual([
      'ash1999first content/chapters/04-size.mdx:6:8',
      'ash1999first content/chapters/04-size.mdx:10:7',
      'birch2000second content/chapters/04-size.mdx:10:7',
      'birch2000second content/chapters/04-size.mdx:14:3',
    ]);
  });

  test('gives each its own anchor', () => {
    expect(citations.map(({ anchor }) => anchor)).toEqual([
      'cite-size-ash1999first',
      'cite-size-ash1999first-2',
      'cite-size-birch2000second',
      'cite-size-birch2000second-2',
    ]);
  });

  test('knows the page, its title and the heading above', () => {
    expect(new Set(citations.map(({ page, title }) => `${page} ${title}`))).toEqual(
      new Set(['/size/ Size: a start']),
    );
    expect(citations.map(({ section }) => section)).toEqual([
      undefined,
      'What size is',
      'What size is',
      'What size is',
    ]);
  });

  test('sends those of a concept to the glossary, under its term', () => {
    const text = '---\nterm: "95 % interval"\nshort: "A range."\n---\n\nMade <Cite id="ash1999first" />.\n';
    expect(readCitations('content/concepts/interval.mdx', text)).toEqual([
      {
        work: 'ash1999first',
        at: 'content/concepts/interval.mdx:6:6',
        anchor: 'cite-interval-ash1999first',
        page: '/glossary/',
        title: 'Glossary',
        section: '95 % interval',
      },
    ]);
  });

  test('finds none outside the folders that become pages', () => {
    expect(readCitations('content/abstract.mdx', '<Cite id="ash1999first" />')).toEqual([]);
  });
});

test('keys are separated by blanks', () => {
  expect(keysOf(' a  b\nc ')).toEqual(['a', 'b', 'c']);
  expect(keysOf('')).toEqual([]);
});

test('places are those that the pipeline of the site gives to the elements', () => {
  const code = compiled(chapter, mdxPlaces());
  const given = [...code.matchAll(/at: "content:(\d+:\d+)"/g)].map(([, place]) => place);
  const read = readCitations('content/chapters/04-size.mdx', chapter).map(({ at }) =>
    at.split(':').slice(1).join(':'),
  );
  expect(given).toHaveLength(3);
  expect([...new Set(read)]).toEqual(given);
});

describe('the citations of the report', () => {
  const citations = allCitations();

  test('are those that the files name', () => {
    const named = ['chapters', 'concepts', 'pages'].flatMap((folder) =>
      readdirSync(join('content', folder)).flatMap((file) =>
        [
          ...readFileSync(join('content', folder, file), 'utf8').matchAll(/<Cite\s[^>]*?id="([^"]*)"/g),
        ].flatMap(([, id = '']) => keysOf(id)),
      ),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(citations.map(({ work }) => work).toSorted()).toEqual(named.toSorted());
  });

  test('name works that exist', () => {
    expect(citations.filter(({ work }) => findWork(work) === undefined)).toEqual([]);
  });

  test('have an anchor that no other has on its page', () => {
    const addresses = citations.map(({ page, anchor }) => `${page}#${anchor}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('are found again by the place of their element', () => {
    for (const citation of citations) expect(citationsAt(citation.at)).toContainEqual(citation);
    expect(citationsAt(undefined)).toEqual([]);
    expect(citationsAt('content/chapters')).toEqual([]);
  });
});
