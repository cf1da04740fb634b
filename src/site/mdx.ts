import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { parseExpressionAt, type Expression } from 'acorn';
import { mdxToJs, mdxToMdast, type Features } from 'satteri';

/** What the report's Markdown knows beyond the plain kind, for the site and for whatever else reads content. */
export const markdownFeatures = {
  gfm: { footnotes: { clobberPrefix: '', label: 'Footnotes' } },
} satisfies Features;

/** Where something stands in a file: both count from 1. */
export interface Point {
  line: number;
  column: number;
}

/** A node of a parsed MDX file, as far as it is read here. */
export interface Node {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  alt?: string | null;
  depth?: number;
  identifier?: string;
  attributes?: readonly Attribute[];
  children?: readonly Node[];
  position?: { start: Point };
}

/** An attribute of an element: a text, nothing, or an expression; without a name where it spreads an object. */
interface Attribute {
  name?: string;
  value?: string | null | { value: string };
}

/** A heading as the page shows it, with the id that the page gives it. */
export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

/** Why a text is no MDX, and where. */
export class MdxSyntaxError extends Error {
  readonly at: Point;
  constructor(message: string, at: Point) {
    super(message);
    this.at = at;
  }
}

/** The tree of an MDX text. Throws an MdxSyntaxError for text that the build could not read either. */
export const parseMdx = (text: string): Node => reading(() => mdxToMdast(text) as Node);

/** The headings of an MDX text in reading order, by the code that gives them their ids on the page. */
export function headingsOf(text: string): Heading[] {
  const astro = {
    frontmatter: {},
    headings: [] as Heading[],
    localImagePaths: new Set(),
    remoteImagePaths: new Set(),
  };
  reading(() => {
    void mdxToJs(text, {
      hastPlugins: [satteriHeadingIdsPlugin()],
      features: { ...markdownFeatures, smartPunctuation: true },
      data: { astro } as never,
    });
  });
  return astro.headings;
}

/** Carries out a reading of MDX; the parser says the place of a mistake only in its message. */
function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, column, reason] = /^(\d+):(\d+): ([^]*?)(?: \([\w-]+:[\w-]+\))?$/.exec(message) ?? [];
    throw new MdxSyntaxError(reason ?? message, { line: Number(line ?? 1), column: Number(column ?? 1) });
  }
}

/** A node and everything below it, in reading order. */
export function nodesOf(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

/** The words of a node and of everything in it. */
export const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

/** Whether a node is an element written as a tag: a component or one of HTML. */
export const isElement = (node: Node): node is Node & { name: string } =>
  node.type.startsWith('mdxJsx') && typeof node.name === 'string';

/** The elements of a component below a node, in reading order. */
export const elements = (root: Node, component: string): Node[] =>
  nodesOf(root).filter((node) => isElement(node) && node.name === component);

/** Where a node starts. */
export const startOf = (node: Node): Point => node.position?.start ?? { line: 1, column: 1 };

/** The value of an attribute that is written out, and whether it is. */
export type Written = { written: true; value: unknown } | { written: false };

/**
 * The attributes of an element by name, in every form that MDX has for a literal: `id="x"`, `id={'x'}`,
 * `` id={`x`} ``, `interval`. A value that has to be computed, or a spread (under the name `...`), is not written.
 */
export function attributesOf(node: Node): Map<string, Written> {
  return new Map(
    (node.attributes ?? []).map(({ name = '...', value }): [string, Written] => {
      if (name === '...') return [name, { written: false }];
      if (value === null || value === undefined) return [name, { written: true, value: true }];
      return [name, typeof value === 'string' ? { written: true, value } : literal(value.value)];
    }),
  );
}

/** The text of an attribute; undefined where the element lacks it or it holds something else. */
export function attribute(node: Node, name: string): string | undefined {
  const found = attributesOf(node).get(name);
  return found?.written && typeof found.value === 'string' ? found.value : undefined;
}

function literal(expression: string): Written {
  try {
    return { written: true, value: valueOf(parseExpressionAt(expression, 0, { ecmaVersion: 'latest' })) };
  } catch {
    return { written: false };
  }
}

/** The value of a literal. Throws for an expression that would have to be computed. */
function valueOf(node: Expression): unknown {
  if (node.type === 'Literal') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]!.value.cooked;
  if (node.type === 'UnaryExpression' && node.operator === '-') return -Number(valueOf(node.argument));
  if (node.type === 'ArrayExpression') return node.elements.map((each) => valueOf(each as Expression));
  if (node.type === 'ObjectExpression')
    return Object.fromEntries(
      node.properties.map((property) => {
        if (property.type !== 'Property' || property.computed) throw new Error('computed');
        const { key, value } = property;
        return [key.type === 'Identifier' ? key.name : String(valueOf(key)), valueOf(value)];
      }),
    );
  throw new Error('computed');
}
