import { readFileSync } from 'node:fs';
import { Cite, type CSL, type CSLName } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';

/** Where the works are listed, relative to the project. */
export const bibliographyFile = 'content/references.bib';

/** A cited work. */
export interface Work {
  /** Key of the entry: first author, year and first word of the title, as in `wilson1927probable`. */
  id: string;
  /** The authors as the text names them: `Wilson`, `MacKinnon & White`, `Zhou et al.` */
  authors: string;
  year: string;
  /** The whole reference in the APA style, as HTML with its link. */
  html: string;
  /** The same without markup. */
  text: string;
  /** Address of the work: its DOI, or where it stands on the web. */
  url: string;
  /** What the report has of the work, or why the table cannot carry it (`annotation` of the entry). */
  reason: string | undefined;
  /** Figures, by id, and pages, by address, that rest on a method of the work (`keywords` of the entry). */
  usedBy: readonly string[];
}

/**
 * The works of a BibLaTeX text, in the order of their references.
 *
 * Throws an error that names the file and the entry for text that cannot be read, for an entry without
 * author, title, year or address, for a key that stands twice, and for two works that the text could not tell
 * apart by authors and year.
 */
export function readBibliography(text: string, file = bibliographyFile): Work[] {
  const cite = parse(text, file);
  const formatted = (format: 'html' | 'text') =>
    new Map(
      cite.format('bibliography', {
        format,
        style: 'apa',
        lang: 'en-US',
        asEntryArray: true,
        hyperlinks: format === 'html',
      } as const) as [string, string][],
    );
  const html = formatted('html');
  const plain = formatted('text');
  const entries = new Map(cite.data.map((entry) => [String(entry.id), entry]));
  // The formatter sorts the references as the style demands; entries that share a key come out once.
  const works = [...html.keys()].map((id): Work => {
    const { names, year, url, reason, usedBy } = facts(entries.get(id)!, file);
    return {
      id,
      authors: shortAuthors(names),
      year,
      html: inner(html.get(id)!),
      text: plain.get(id)!.trim(),
      url,
      reason,
      usedBy,
    };
  });
  refuseDoubles(
    cite.data.map(({ id }) => String(id)),
    (id) => `${file}: the key “${id}” stands twice`,
  );
  refuseDoubles(
    works.map(({ authors, year }) => `${authors} ${year}`),
    (label) => `${file}: two works would both be cited as “${label}”, so a reader could not tell them apart`,
  );
  return works;
}

/** Parses the entries; errors of the parser are given the name of the file. */
function parse(text: string, file: string): Cite {
  // The parser takes an empty file for a mistake.
  if (!/^\s*@/m.test(text)) return new Cite([]);
  try {
    return new Cite(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read as BibLaTeX: ${reason}`, { cause: error });
  }
}

/** What every entry must have, checked. */
function facts(entry: CSL, file: string) {
  const year = entry.issued?.['date-parts']?.[0]?.[0];
  const url = entry.DOI ? `https://doi.org/${entry.DOI}` : entry.URL;
  const names = entry.author ?? [];
  const missing = [
    names.length > 0 ? [] : ['author'],
    entry.title ? [] : ['title'],
    year === undefined ? ['year'] : [],
    url === undefined ? ['doi or url'] : [],
  ].flat();
  if (missing.length > 0)
    throw new Error(`${file}: the entry “${entry.id}” has no ${missing.join(', no ')}; every work needs one`);
  const usedBy = (entry.keyword ?? '').split(',').filter((each) => each !== '');
  return { names, year: String(year), url: url!, reason: entry.annote, usedBy };
}

/** One or two names in full, more as the first and “et al.” */
function shortAuthors(names: readonly CSLName[]): string {
  const family = ({ family, literal, ...particle }: CSLName) =>
    [particle['non-dropping-particle'], family ?? literal].filter(Boolean).join(' ');
  const [first, second] = names.map(family);
  if (names.length > 2) return `${first} et al.`;
  return second === undefined ? first! : `${first} & ${second}`;
}

/** The content of the one element that the formatter wraps a reference in. */
const inner = (html: string) => html.trim().replace(/^<div[^>]*>([\s\S]*)<\/div>$/, '$1');

function refuseDoubles(values: readonly string[], message: (value: string) => string): void {
  const double = values.find((value, index) => values.indexOf(value) !== index);
  if (double !== undefined) throw new Error(message(double));
}

let read: { text: string; works: Work[] } | undefined;

/** The works of the report, read again only when their file has changed. */
export function bibliography(): readonly Work[] {
  const text = readFileSync(bibliographyFile, 'utf8');
  if (read?.text !== text) read = { text, works: readBibliography(text) };
  return read.works;
}

/** The work of a key. */
export const findWork = (id: string): Work | undefined => bibliography().find((work) => work.id === id);
