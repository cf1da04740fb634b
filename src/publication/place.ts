import { resolve } from 'node:path';
import { retiredClaims } from '../claims/retired.ts';
import { retiredStatistics } from '../statistics/retired.ts';
import { closest } from 'fastest-levenshtein';

/** Where in the content an element stands: file, line and column. The build adds it to every element. */
export type Place = string | undefined;

/** An error in the content, with its place first; the development server opens the file at that place. */
export function contentError(at: Place, message: string): Error {
  const error = new Error(`${at ?? 'content'}: ${message}`);
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(at ?? '') ?? [];
  if (file === undefined) return error;
  return Object.assign(error, { loc: { file: resolve(file), line: Number(line), column: Number(column) } });
}

const retired = [...retiredStatistics, ...retiredClaims];

/** Says that an id is unknown, and which is the nearest that exists; of a retired one, what became of it. */
export function unknownId(kind: string, id: string, ids: readonly string[]): string {
  const gone = retired.find((each) => each.id === id && ids.includes(each.now));
  return gone
    ? `<${kind}> has the retired id “${id}”; its place is taken by “${gone.now}”. ${gone.because}`
    : `<${kind}> has the unknown id “${id}”; the nearest that exists is “${closest(id, [...ids])}”`;
}

/** The entry of an id; for an unknown id an error with its place and the nearest id that exists. */
export function lookUp<T>(
  kind: string,
  id: string,
  find: (id: string) => T | undefined,
  ids: readonly string[],
  at: Place,
): T {
  const found = find(id);
  if (found === undefined) throw contentError(at, unknownId(kind, id, ids));
  return found;
}
