/** What `CITATION.cff` says of the report, as far as the site repeats it. */
export interface CitationFile {
  title: string;
  version: string;
  /** Day of the release, as 2025-03-13. */
  released: string;
  license: string;
  authors: readonly string[];
}

/** The text of a scalar of YAML, without the quotes that it may stand in. */
const scalar = (text: string): string => text.trim().replace(/^(['"])(.*)\1$/, '$2');

/**
 * Reads a Citation File Format file whose values stand on one line each and whose authors are named by `name`,
 * or by `family-names` and `given-names`. Throws an error that names the file and the field that is missing.
 */
export function readCitationFile(text: string, file = 'CITATION.cff'): CitationFile {
  const field = (name: string): string => {
    const value = new RegExp(`^${name}: *(\\S.*)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`${file} has no “${name}:” with its value on the same line`);
    return scalar(value);
  };
  const block = /^authors:\n((?:[ -].*\n?)*)/m.exec(text)?.[1] ?? '';
  const authors = block
    .split(/^ *- /m)
    .slice(1)
    .map((entry) => {
      const part = (name: string) => scalar(new RegExp(`^ *${name}: *(.*)$`, 'm').exec(entry)?.[1] ?? '');
      return part('name') || [part('given-names'), part('family-names')].filter(Boolean).join(' ');
    });
  if (authors.length === 0 || authors.includes(''))
    throw new Error(`${file} needs under “authors:” a list of authors, each with its “name:”`);
  return {
    title: field('title'),
    version: field('version'),
    released: field('date-released'),
    license: field('license'),
    authors,
  };
}

/** The report as a text cites it, without an address. */
export const citedAs = ({ authors, released, title, version }: CitationFile): string =>
  `${authors.join(', ')} (${released.slice(0, 4)}). ${title} (Version ${version})`;

/** Words of a title that its key goes without. */
const small = new Set(['a', 'an', 'and', 'of', 'on', 'or', 'the']);

/** A key for a work from the words of its title before a colon. */
const keyOf = (title: string): string =>
  title
    .replace(/:.*/, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !small.has(word))
    .join('_') || 'report';

/** The report as a BibTeX entry. Names and title stand in double braces, so that they are kept as they are. */
export function citationEntry(citation: CitationFile, url?: string): string {
  const fields: [string, string | undefined][] = [
    ['author', citation.authors.map((name) => `{${name}}`).join(' and ')],
    ['title', `{${citation.title}}`],
    ['year', citation.released.slice(0, 4)],
    ['note', `Version ${citation.version}`],
    ['url', url],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
  return [`@misc{${keyOf(citation.title)},`, ...lines, '}'].join('\n');
}
