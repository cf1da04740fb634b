import { expect, test } from 'vitest';
import {
  attribute,
  attributesOf,
  elements,
  headingsOf,
  MdxSyntaxError,
  parseMdx,
  startOf,
  textOf,
} from '../../src/site/mdx.ts';

test.each([
  'id="x" preparation="prepared"',
  "id='x' preparation='prepared'",
  `id={'x'} preparation={"prepared"}`,
  'preparation={`prepared`} id={`x`}',
  'preparation="prepared"\n  id="x"\n',
])('an element is the same however it is spelt: %s', (spelling) => {
  const [figure] = elements(parseMdx(`Text.\n\n<Figure ${spelling} />\n`), 'Figure');
  expect([attribute(figure!, 'id'), attribute(figure!, 'preparation')]).toEqual(['x', 'prepared']);
  expect(startOf(figure!)).toMatchObject({ line: 3, column: 1 });
});

test('attributes are read where they are literals; what would have to be computed is said to be so', () => {
  const [node] = elements(
    parseMdx("<X a b={{ A: 'q', 'B c': \"r\" }} c={-2} d={[1, true]} e={1 + 1} f={`a${b}`} {...g} />"),
    'X',
  );
  expect(Object.fromEntries(attributesOf(node!))).toEqual({
    a: { written: true, value: true },
    b: { written: true, value: { A: 'q', 'B c': 'r' } },
    c: { written: true, value: -2 },
    d: { written: true, value: [1, true] },
    e: { written: false },
    f: { written: false },
    '...': { written: false },
  });
});

test('elements in code are text', () => {
  expect(elements(parseMdx('`<Figure id="x" />`\n\n```mdx\n<Figure id="y" />\n```\n'), 'Figure')).toEqual([]);
});

test('headings have the ids of the page: markup, doubles and marks in them as there', () => {
  expect(headingsOf('---\ntitle: x\n---\n\n## What *size* is, and isn’t\n\n### More\n\n## More\n')).toEqual([
    { depth: 2, slug: 'what-size-is-and-isnt', text: 'What size is, and isn’t' },
    { depth: 3, slug: 'more', text: 'More' },
    { depth: 2, slug: 'more-1', text: 'More' },
  ]);
});

test.each([
  ['a\n\n<Stat id="x"\n\nb', 3, 1, 'Unexpected character after `<`'],
  ['a {1 +} b', 1, 7, 'Could not parse expression'],
  ['One.\n\n<Note>\n\nTwo.\n', 3, 1, 'Expected a closing tag for `<Note>`'],
])('%j is no MDX, with its place', (text, line, column, message) => {
  const read = () => parseMdx(text);
  expect(read).toThrow(MdxSyntaxError);
  expect(read).toThrow(message);
  expect(read).toThrow(expect.objectContaining({ at: { line, column } }) as Error);
});

test('the words of a node are those of everything in it', () => {
  expect(textOf(parseMdx('A [b *c*](/d/) `e`.'))).toBe('A b c e.');
});
