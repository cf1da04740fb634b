// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';

const page = 'https://example.org/report/size/';

beforeEach(() => {
  vi.resetModules();
  window.location.href = page;
  document.body.replaceChildren();
});

/** Where links lead after the page's slice was given to them, once or several times. */
async function carried(links: readonly string[], ...queries: string[]) {
  const { carryQuery } = await import('../../src/reader/address.ts');
  document.body.append(
    ...links.map((href) => {
      const link = document.createElement('a');
      link.setAttribute('href', href);
      return link;
    }),
  );
  for (const query of queries) carryQuery(document, query);
  return [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
}

test('a link to a page of this site carries the slice, before the name of a part', async () => {
  expect(
    await carried(['/report/carbon/', '../moe/#active', 'https://example.org/report/'], 'size=9-40'),
  ).toEqual(['/report/carbon/?size=9-40', '/report/moe/?size=9-40#active', '/report/?size=9-40']);
});

test('a link with a query of its own keeps it', async () => {
  const own = ['/report/explorer/?x=parameters_b', '/report/carbon/?moe=yes#figure', '?size=-9'];
  expect(await carried(own, 'size=9-40')).toEqual(own);
});

test('parts of the page, files and other sites are left alone', async () => {
  const others = [
    '#figure',
    '/report/data/models.csv',
    'https://example.com/report/',
    'mailto:a@example.org',
  ];
  expect(await carried(others, 'size=9-40')).toEqual(others);
});

test('a link carries the slice of now, and its own address again without one', async () => {
  expect(await carried(['../moe/#active'], 'size=9-40', 'moe=yes')).toEqual(['/report/moe/?moe=yes#active']);
  document.body.replaceChildren();
  expect(await carried(['../moe/#active'], 'size=9-40', '')).toEqual(['../moe/#active']);
});
