import { expect, test } from 'vitest';
import { namedFile, nameProblems, pageSources } from '../../src/content-check/names.ts';
import { inWords } from '../../src/content-check/problem.ts';

const pages = new Map([
  ['/models/', 'src/pages/models.astro'],
  ['/cite/', 'src/pages/cite.astro'],
]);
const problems = (paths: string[], others: string[] = []) =>
  nameProblems(paths.map(namedFile), pages, others).map(inWords);

test('chapters at addresses of their own, and what lies hidden beside them, are no problem', () => {
  const paths = ['content/abstract.mdx', 'content/chapters/05-carbon.mdx', 'content/concepts/run.mdx'];
  expect(problems([...paths, 'content/pages/cite.mdx'], ['content/chapters/.05-carbon.mdx.swp'])).toEqual([]);
  // A chapter and an entry of the glossary stand on different pages.
  expect(problems(['content/chapters/01-run.mdx', 'content/concepts/run.mdx'])).toEqual([]);
});

test('a chapter at the address of another, of a page or of a text is named with what has the address', () => {
  expect(
    problems([
      'content/chapters/05-carbon.mdx',
      'content/chapters/11-carbon.mdx',
      'content/chapters/12-models.mdx',
      'content/chapters/13-cite.mdx',
      'content/pages/cite.mdx',
    ]),
  ).toEqual([
    'content/chapters/11-carbon.mdx:1:1: the address /carbon/ is taken by content/chapters/05-carbon.mdx; give the chapter another name',
    'content/chapters/12-models.mdx:1:1: the address /models/ is taken by src/pages/models.astro; give the chapter another name',
    'content/chapters/13-cite.mdx:1:1: the address /cite/ is taken by content/pages/cite.mdx; give the chapter another name',
  ]);
});

test('a file that nothing would publish is named', () => {
  const published =
    'this file is published nowhere; a chapter is a file ….mdx in content/chapters, an entry of the glossary one in content/concepts';
  expect(
    problems(
      ['content/pages/about.mdx'],
      ['content/chapters/11-more.md', 'content/chapters/drafts/12-new.mdx', 'content/references.bib'],
    ),
  ).toEqual([
    'content/pages/about.mdx:1:1: no page shows this file; src/pages/about.astro would be its page',
    `content/chapters/11-more.md:1:1: ${published}`,
    `content/chapters/drafts/12-new.mdx:1:1: ${published}`,
  ]);
});

test('pages have the address that their source file gives', () => {
  const sources = pageSources();
  expect(sources.get('/')).toBe('src/pages/index.astro');
  expect(sources.get('/models/')).toBe('src/pages/models.astro');
  expect(sources.get('/404/')).toBe('src/pages/404.astro');
  expect([...sources.values()].filter((path) => path.includes('['))).toEqual([]);
});
