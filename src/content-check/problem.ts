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

const shownOfFile = 20;

/** Problems in words, of each file the first few and how many more it has: one cause may make thousands. */
export const inShort = (problems: readonly Problem[]): string[] =>
  [...Map.groupBy(problems, ({ file }) => file)].flatMap(([file, all]) => [
    ...all.slice(0, shownOfFile).map(inWords),
    ...(all.length > shownOfFile ? [`${file}: … and ${all.length - shownOfFile} more`] : []),
  ]);
