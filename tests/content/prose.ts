import type { MdxFile, Node } from './mdx.ts';
import { placeOf } from './mdx.ts';

/** A run of text that a reader reads as one, with its place. */
export interface Passage {
  text: string;
  at: string;
}

/**
 * Everything of a file that a reader reads as typed: paragraphs, headings and cells of tables, with the text
 * inside links, notes and terms. Code, expressions and components without text of their own are left out; a
 * blank stands in for each, so that the words around them do not run together.
 */
export function prose(file: MdxFile): Passage[] {
  const passages: Passage[] = [];
  const visit = (node: Node): void => {
    if (node.children?.some(({ type }) => type === 'text'))
      passages.push({ text: textOf(node), at: placeOf(file, node) });
    else node.children?.forEach(visit);
  };
  visit(file.root);
  for (const [key, value] of file.frontMatter)
    if (key !== 'order') passages.push({ text: value, at: `${file.path}, ${key}` });
  return passages;
}

function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.children && node.children.length > 0) return node.children.map(textOf).join('');
  return ' ';
}
