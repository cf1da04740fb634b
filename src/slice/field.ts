/** What a field answers for a text that it cannot read: what is wrong and what would be right. */
export class FieldProblem extends Error {
  /** The value of those parts of the text that can be read all the same. */
  readonly kept: unknown;

  constructor(message: string, kept?: unknown) {
    super(message);
    this.kept = kept;
  }
}

const longestQuote = 60;

/** A text of the reader's in quotation marks; a long one is cut, so that a notice stays one. */
export const quote = (text: string): string =>
  `“${text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text}”`;

/**
 * One filter of the slice in its three faces: a typed value, the text of a URL parameter, a SQL predicate
 * over the columns of `models`.
 */
export interface Field<T> {
  /** Name of the URL parameter. */
  key: string;
  label: string;
  /** The value that filters nothing; it is left out of the URL. */
  empty: T;
  /** Reads the text of a URL parameter; throws FieldProblem with a sentence for the reader. */
  parse(text: string): T;
  /** The text of the URL parameter, one text for one value. */
  format(value: T): string;
  /** The predicate, or null where the value filters nothing. */
  predicate(value: T): string | null;
  /** The value in words, or null where the value filters nothing. */
  describe(value: T): string | null;
}
