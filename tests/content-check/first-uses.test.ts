import { expect, test } from 'vitest';
import { concept, problemsOf } from './made-content.ts';

const listed = {
  path: 'content/concepts/root.mdx',
  text: '---\nterm: Root\nshort: The end of a chain.\nwords: root, roots\n---\n\nMore.\n',
};
const told = (text: string) => problemsOf(text, [concept, listed]);

test('a listed term is to be marked where a text first uses it', async () => {
  expect(await told('Its\nroots are many, and a root is one.')).toEqual([
    '9:1: “roots” stands here for the first time; mark it: <Term id="root">roots</Term>',
  ]);
  expect(await told('Its <Term id="root">roots</Term> are many, and a root is one.')).toEqual([]);
});

test('a mark that comes later is too late', async () => {
  expect(await told('A root.\n\nA <Term id="root" />.')).toHaveLength(1);
});

test('headings, links, leading words and tested ones are no first use, nor a part of a word', async () => {
  expect(await told('## The root\n\n**A root.** See [the root](/glossary/). Rooted, grass-root.')).toEqual(
    [],
  );
  expect(await told('So <Says that="models.count > 1">the root grows</Says> here.')).toEqual([]);
});

test('an entry of the glossary that names a number or a unit which does not exist is told', async () => {
  const other = {
    path: 'content/concepts/point.mdx',
    text: '---\nterm: Point\nshort: One of {model.count}.\nunits: points, pints\n---\n\nMore.\n',
  };
  expect(await problemsOf('Text.', [concept, other])).toEqual([
    'content/concepts/point.mdx:3:8: there is no statistic “model.count”; the nearest that exists is “models.count”',
    'content/concepts/point.mdx:4:8: there is no unit “pints”; the nearest that exists is “points”',
  ]);
});
