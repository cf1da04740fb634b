import type { Point } from '../site/mdx.ts';

/** Something wrong in a file of the content. */
export interface Problem extends Point {
  /** The file, relative to the project. */
  file: string;
  /** What is wrong and what would be right. */
  message: string;
}

/** Problems in the order of files and of their places in them. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );

/** A problem as terminals and editors link it: `content/abstract.mdx:3:1: …` */
export const inWords = ({ file, line, column, message }: Problem): string =>
  `${file}:${line}:${column}: ${message}`;
