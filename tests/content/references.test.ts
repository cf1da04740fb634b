import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claims } from '../../src/claims/claims.ts';
import { figures } from '../../src/figures/figures.ts';
import { getStaticPaths as factFiles } from '../../src/pages/data/[facts].ts';
import { getStaticPaths as figureFiles } from '../../src/pages/data/figures/[file].ts';
import { slugOf } from '../../src/site/slug.ts';
import { formatSlice, parseSlice } from '../../src/slice/slice.ts';
import { statisticIds } from '../../src/statistics/statistics.ts';
import { attribute, elements, mdxFiles, nodesOf, placeOf } from './mdx.ts';

const chapters = mdxFiles('chapters');
const concepts = mdxFiles('concepts');
const files = [...mdxFiles('.'), ...chapters, ...concepts];
const slug = (path: string) => slugOf(path.split('/').at(-1) ?? '');
const conceptIds = concepts.map(({ path }) => slug(path));

const kinds = {
  Figure: figures.map(({ id }) => id),
  Claim: claims.map(({ id }) => id),
  Stat: statisticIds,
  Term: conceptIds,
};

describe.each(Object.entries(kinds))('<%s>', (component, ids) => {
  const used = files.flatMap((file) =>
    elements(file, component).map((node) => ({ id: attribute(node, 'id'), at: placeOf(file, node) })),
  );

  test('is used, and every id exists', () => {
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(({ id }) => id === undefined || !ids.includes(id))).toEqual([]);
  });
});

test.each(['Figure', 'Claim'] as const)('every %s stands in a chapter, once a preparation', (component) => {
  const used = chapters.flatMap((file) => elements(file, component));
  const ids = new Set(used.map((node) => attribute(node, 'id')));
  expect(kinds[component].filter((id) => !ids.has(id))).toEqual([]);
  const names = used.map((node) => [attribute(node, 'id'), attribute(node, 'preparation')].join());
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every concept explains itself beyond its one sentence', () => {
  for (const { path, root } of concepts) {
    const text = nodesOf(root).filter(({ type }) => type === 'paragraph');
    expect(text.length, path).toBeGreaterThan(0);
  }
});

describe('links', () => {
  const links = files.flatMap((file) =>
    nodesOf(file.root).flatMap((node) => {
      const url = node.type === 'link' ? node.url : node.name === 'a' ? attribute(node, 'href') : undefined;
      return url === undefined ? [] : [{ url, at: placeOf(file, node) }];
    }),
  );
  const pages = [
    '/',
    ...chapters.map(({ path }) => `/${slug(path)}/`),
    ...readdirSync('src/pages')
      .filter((name) => /^[a-z-]+\.astro$/.test(name) && name !== 'index.astro')
      .map((name) => `/${name.replace('.astro', '')}/`),
  ];

  test('inside the site lead to a page or a published file', async () => {
    const published = [
      ...factFiles().map(({ params }) => `/data/${params.facts}`),
      ...readdirSync('src/pages/data')
        .filter((name) => /^[a-z.]+\.(?:json|csv)\.ts$/.test(name))
        .map((name) => `/data/${name.replace(/\.ts$/, '')}`),
      ...(await figureFiles()).map(({ params }) => `/data/figures/${params.file}`),
    ];
    const inside = links.filter(({ url }) => !/^[a-z]+:/.test(url));
    expect(inside.length).toBeGreaterThan(0);
    const target = (url: string) => url.replace(/[?#].*$/, '');
    expect(inside.filter(({ url }) => ![...pages, ...published].includes(target(url)))).toEqual([]);
  });

  test('to the glossary name a concept', () => {
    const ids = links.flatMap(({ url }) => /^\/glossary\/#(.*)$/.exec(url)?.[1] ?? []);
    expect(ids.filter((id) => !conceptIds.includes(id))).toEqual([]);
  });

  test('with a query set a slice that can be read', () => {
    const queries = links.flatMap(({ url, at }) => {
      const query = /^\/[^?]*\?([^#]*)/.exec(url)?.[1];
      return query === undefined ? [] : [{ query, at }];
    });
    for (const { query, at } of queries) {
      const { slice, problems } = parseSlice(new URLSearchParams(query));
      expect(problems, at).toEqual([]);
      expect(formatSlice(slice), at).toBe(query);
    }
  });

  test('to other sites are encrypted', () => {
    const outside = links.filter(({ url }) => /^[a-z]+:/.test(url));
    expect(outside.filter(({ url }) => !url.startsWith('https://'))).toEqual([]);
  });

  test('say where they lead', () => {
    const vague = files.flatMap((file) =>
      nodesOf(file.root)
        .filter(({ type }) => type === 'link')
        .map((node) =>
          nodesOf(node)
            .map(({ value }) => value ?? '')
            .join('')
            .trim()
            .toLowerCase(),
        )
        .filter((text) => ['', 'here', 'this', 'link', 'click here'].includes(text)),
    );
    expect(vague).toEqual([]);
  });
});
