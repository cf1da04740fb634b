import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/site/chapter-order.ts';
import { presentContent } from './present.ts';

const chapters = presentContent('chapter').map(({ path, slug, frontMatter }) => ({
  path,
  slug,
  data: Object.fromEntries([...frontMatter].map(([key, { value }]) => [key, value])),
}));

describe.each(chapters)('$path', ({ path, data }) => {
  test('asks a question, and has a title and a description in their form', () => {
    expect(data.question).toMatch(/^\p{Lu}.*\?$/u);
    expect(data.description).toMatch(/^\p{Lu}.*\.$/u);
    expect(data.title).not.toMatch(/[.?]$/);
  });

  test('has the number of its place in its file name', () => {
    expect(path).toMatch(new RegExp(`/0*${String(data.order)}-[^/]+$`));
  });
});

test('chapters are numbered 1, 2, 3 … and no two share an address or a title', () => {
  const entries = chapters.map(({ slug, data }) => ({ id: slug, data: { order: Number(data.order) } }));
  expect(inOrder(entries).map(({ data }) => data.order)).toEqual(chapters.map((_, index) => index + 1));
  expect(new Set(chapters.map(({ slug }) => slug)).size).toBe(chapters.length);
  expect(new Set(chapters.map(({ data }) => data.title)).size).toBe(chapters.length);
});

test.each(presentContent('concept'))(
  '$path defines its term in one sentence',
  ({ path, slug, frontMatter }) => {
    expect(frontMatter.get('short')?.value).toMatch(/^\p{Lu}.*[^.]\.$/u);
    expect(path.endsWith(`/${slug}.mdx`)).toBe(true);
  },
);
