/** A heading of a page, as the Markdown pipeline reports it. */
interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/**
 * The headings worth listing in a table of contents: levels two and three, in order. The hidden heading of the
 * footnotes is left out.
 */
export function outline<T extends Heading>(headings: readonly T[]): T[] {
  return headings.filter(
    ({ depth, slug }) => (depth === 2 || depth === 3) && !slug.endsWith('footnote-label'),
  );
}
