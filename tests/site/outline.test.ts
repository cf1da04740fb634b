import { expect, it } from 'vitest';
import { outline } from '../../src/site/outline.ts';

it('lists headings of levels two and three, in order, without the footnotes', () => {
  const heading = (depth: number, slug: string) => ({ depth, slug, text: slug });
  const headings = [
    heading(1, 'title'),
    heading(2, 'a'),
    heading(3, 'a-1'),
    heading(4, 'a-1-1'),
    heading(2, 'b'),
    heading(2, 'footnote-label'),
  ];
  expect(outline(headings).map(({ slug }) => slug)).toEqual(['a', 'a-1', 'b']);
});
