import { isElement, startOf, type Node, type Point } from '../site/mdx.ts';
import { constants, type Constant } from './constants.ts';
import type { ContentFile } from './content-file.ts';
import type { Problem } from './problem.ts';

// A word that starts with a letter is a name, whatever digits follow: H100, bfloat16, Mixtral-8x22B-v0.1.
const name = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*(?:[-.][\p{L}\p{N}]+)*/gu;
const number = /\p{N}+(?:[.,]\p{N}+)*/gu;

/** A number in a text, with its distance from the start. */
interface Found {
  number: string;
  index: number;
}

/** What a reading of the constants out of a text found: which of them, and the numbers left over. */
export interface Reading {
  used: Constant[];
  left: Found[];
}

/** Takes the constants out of a text, the longest first, and returns the numbers that none of them explains. */
export function readNumbers(text: string, known: readonly Constant[]): Reading {
  // What is taken out leaves as many signs behind, so that every number keeps its distance.
  const blank = (sign: string) => (found: string) => sign.repeat(found.length);
  let rest = text;
  const used = known
    .toSorted((a, b) => b.text.length - a.text.length)
    .filter((constant) => {
      const without = rest.replaceAll(whole(constant.text), blank('¤'));
      const found = without !== rest;
      rest = without;
      return found;
    });
  const left = [...rest.replaceAll(name, blank(' ')).matchAll(number)];
  return { used, left: left.map((found) => ({ number: found[0], index: found.index })) };
}

/** The words as they stand, across line breaks too, but not as a part of a longer number. */
export function whole(text: string): RegExp {
  const words = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
  return new RegExp(`(?<!\\p{N}|\\p{N}[.,])${words}(?!\\p{N}|[.,]\\p{N})`, 'gu');
}

/** A piece of text with the place of its start, and the component that tests or shows what it says. */
interface Piece {
  text: string;
  at: Point;
  within?: 'Says' | 'Stat';
}

/** A run of text that a reader reads as one, in the pieces that it is written in. */
export type Passage = readonly Piece[];

const wordsOf = (passage: Passage): string => passage.map(({ text }) => text).join('');

/**
 * Everything of a file that a reader reads as typed: paragraphs, headings and cells of tables, with the text
 * inside links, notes and terms. Code, expressions and components without text of their own are left out; a
 * blank stands in for each, so that the words around them do not run together.
 */
export function prose(file: Pick<ContentFile, 'root' | 'frontMatter'>): Passage[] {
  const passages: Passage[] = [];
  const visit = (node: Node): void => {
    if (node.children?.some(({ type }) => type === 'text')) passages.push(piecesOf(node));
    else node.children?.forEach(visit);
  };
  visit(file.root);
  for (const [key, { value, at }] of file.frontMatter)
    if (key !== 'order') passages.push([{ text: String(value).replace(/\{[^}]*\}/g, blank), at }]);
  return passages;
}

/** As many blanks as the name of a statistic has signs. */
const blank = (found: string) => ' '.repeat(found.length);

function piecesOf(node: Node, within?: Piece['within']): Piece[] {
  const name = isElement(node) ? node.name : undefined;
  const here = name === 'Says' || name === 'Stat' ? name : within;
  if (node.type === 'text')
    return [{ text: node.value ?? '', at: startOf(node), ...(here && { within: here }) }];
  if (node.children && node.children.length > 0)
    return node.children.flatMap((child) => piecesOf(child, here));
  return [{ text: ' ', at: startOf(node), ...(here && { within: here }) }];
}

/** Where in the file the sign of a passage stands that is so far from its start. */
export function pointIn(passage: Passage, index: number): Point {
  let before = 0;
  for (const { text, at } of passage) {
    if (index < before + text.length) {
      const lines = text.slice(0, index - before).split('\n');
      const last = lines.at(-1)!.length;
      return lines.length === 1
        ? { line: at.line, column: at.column + last }
        : { line: at.line + lines.length - 1, column: last + 1 };
    }
    before += text.length;
  }
  return { line: 1, column: 1 };
}

/** Numbers that the text types instead of naming a statistic. */
export function typedNumbers(file: ContentFile): Problem[] {
  return prose(file).flatMap((passage) =>
    readNumbers(wordsOf(passage), constants).left.map(({ number, index }) => ({
      file: file.path,
      ...pointIn(passage, index),
      message: `the number “${number}” is typed; write it as <Stat>, or give its meaning and source in src/content-check/constants.ts`,
    })),
  );
}

/** Constants that no text uses, so that they have to go. */
export function unusedConstants(files: readonly ContentFile[]): Constant[] {
  const used = new Set(
    files.flatMap(prose).flatMap((passage) => readNumbers(wordsOf(passage), constants).used),
  );
  return constants.filter((constant) => !used.has(constant));
}
