import type { Parameter } from './parameters.ts';

const longestQuote = 60;

/**
 * A text of the reader's in quotation marks; a long one is cut, so that a notice stays one, and what cannot be seen is
 * marked, so that the words behind it stay as they are written.
 */
export const quote = (text: string): string =>
  `“${(text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text).replace(/\p{C}/gu, '\uFFFD')}”`;

/**
 * One filter of the slice in its three faces: a typed value, the text of a URL parameter, a SQL predicate
 * over the columns of `models`.
 */
export interface Field<T> extends Parameter<T> {
  parse(text: string): T;
  format(value: T): string;
  /** The predicate, or null where the value filters nothing. */
  predicate(value: T): string | null;
  /** The value in words, or null where the value filters nothing. */
  describe(value: T): string | null;
}
