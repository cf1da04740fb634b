import { expect, test } from 'vitest';
import { structuredData } from '../../src/site/structured-data.ts';

const edition = {
  title: 'T',
  version: '1.2.3',
  released: '2025-03-13',
  license: 'MIT',
  authors: ['The makers'],
};
const page = { title: 'Carbon', description: 'What </script><!-- costs', edition };
const read = (text: string) => JSON.parse(text) as Record<string, unknown>;

test('a chapter is an article with its headline, version and day, and no person', () => {
  const article = read(structuredData({ ...page, kind: 'article', address: 'https://a.example/carbon/' }));
  expect(article).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: 'Carbon',
    url: 'https://a.example/carbon/',
    version: '1.2.3',
    datePublished: '2025-03-13',
    author: [{ '@type': 'Organization', name: 'The makers' }],
  });
});

test('data have files and columns, and no licence that nobody knows', () => {
  const files = [{ url: 'https://a.example/runs.csv', type: 'text/csv', what: 'Runs' }];
  const dataset = read(
    structuredData({ ...page, kind: 'dataset', files, columns: [{ name: 'average', description: 'Mean' }] }),
  );
  expect(dataset).toMatchObject({
    '@type': 'Dataset',
    name: 'Carbon',
    distribution: [{ contentUrl: 'https://a.example/runs.csv', encodingFormat: 'text/csv', name: 'Runs' }],
    variableMeasured: [{ '@type': 'PropertyValue', name: 'average', description: 'Mean' }],
  });
  expect(dataset).not.toHaveProperty('license');
});

test('nothing in it ends the element that it stands in, and unknown addresses are left out', () => {
  const text = structuredData({ ...page, kind: 'website' });
  expect(text).not.toContain('<');
  expect(read(text).description).toBe(page.description);
  expect(read(text)).not.toHaveProperty('url');
});
