import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mdxToMdast } from 'satteri';

/** A node of a parsed MDX file, as far as the tests read it. */
export interface Node {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  attributes?: readonly { name?: string; value?: unknown }[];
  children?: readonly Node[];
  position?: { start: { line: number; column: number } };
}

/** A file of content: its front matter by key, and its tree. */
export interface MdxFile {
  path: string;
  frontMatter: ReadonlyMap<string, string>;
  root: Node;
}

/** The MDX files of a folder of content by name; of `content` itself, those that belong to no chapter. */
export function mdxFiles(folder: 'chapters' | 'concepts' | '.'): MdxFile[] {
  const base = join('content', folder);
  return readdirSync(base)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => readMdx(join(base, name), readFileSync(join(base, name), 'utf8')));
}

/** Parses the text of an MDX file. The front matter is read as plain `key: value` lines. */
export function readMdx(path: string, text: string): MdxFile {
  const root = mdxToMdast(text) as Node;
  const yaml = nodesOf(root).find(({ type }) => type === 'yaml')?.value ?? '';
  const frontMatter = new Map(
    [...yaml.matchAll(/^(\w+): *(.*)$/gm)].map(([, key = '', value = '']) => [
      key,
      value.replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  );
  return { path, frontMatter, root };
}

/** A node and everything below it, in reading order. */
export function nodesOf(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

/** The elements of a component in a file. */
export const elements = (file: MdxFile, component: string): Node[] =>
  nodesOf(file.root).filter(({ type, name }) => type.startsWith('mdxJsx') && name === component);

/** The text of an attribute; undefined where the element lacks it or it holds an expression. */
export function attribute(node: Node, name: string): string | undefined {
  const value = node.attributes?.find((each) => each.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Where a node stands, as `content/chapters/01-introduction.mdx:12:3`. */
export function placeOf(file: MdxFile, node: Node): string {
  const { line, column } = node.position?.start ?? { line: 0, column: 0 };
  return `${file.path}:${line}:${column}`;
}
