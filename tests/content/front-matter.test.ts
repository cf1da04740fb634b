import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/site/chapter-order.ts';
import { slugOf } from '../../src/site/slug.ts';
import { mdxFiles } from './mdx.ts';

const chapters = mdxFiles('chapters');
const nameOf = (path: string) => path.split('/').at(-1) ?? '';

describe.each(chapters)('$path', ({ path, frontMatter }) => {
  test('has every field of a chapter and no other', () => {
    expect([...frontMatter.keys()].toSorted()).toEqual(['description', 'order', 'question', 'title']);
    for (const value of frontMatter.values()) expect(value.trim()).not.toBe('');
    expect(frontMatter.get('question')).toMatch(/^\p{Lu}.*\?$/u);
    expect(frontMatter.get('description')).toMatch(/^\p{Lu}.*\.$/u);
    expect(frontMatter.get('title')).not.toMatch(/[.?]$/);
  });

  test('has the number of its place in its file name', () => {
    expect(nameOf(path)).toMatch(new RegExp(`^0*${frontMatter.get('order')}-`));
  });
});

test('chapters are numbered 1, 2, 3 … and no two share an address or a title', () => {
  const entries = chapters.map(({ path, frontMatter }) => ({
    id: slugOf(nameOf(path)),
    data: { order: Number(frontMatter.get('order')), title: frontMatter.get('title') },
  }));
  expect(inOrder(entries).map(({ data }) => data.order)).toEqual(chapters.map((_, index) => index + 1));
  expect(new Set(entries.map(({ id }) => id)).size).toBe(chapters.length);
  expect(new Set(entries.map(({ data }) => data.title)).size).toBe(chapters.length);
});

describe.each(mdxFiles('concepts'))('$path', ({ path, frontMatter }) => {
  test('has a term and its definition in one sentence', () => {
    expect([...frontMatter.keys()].toSorted()).toEqual(['short', 'term']);
    expect(frontMatter.get('term')?.trim()).not.toBe('');
    expect(frontMatter.get('short')).toMatch(/^\p{Lu}.*[^.]\.$/u);
    expect(slugOf(nameOf(path))).toBe(nameOf(path).replace('.mdx', ''));
  });
});
