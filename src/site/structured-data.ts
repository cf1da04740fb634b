import type { CitationFile } from '../references/citation-file.ts';
import { report } from './report.ts';

/** What a page is to programs that read it: one article of the report, its data, or anything else of it. */
export type PageKind = 'website' | 'article' | 'dataset';

/** A file in which the data can be had. */
export interface Distribution {
  /** Address, whole where the site is known. */
  url: string;
  /** Media type. */
  type: string;
  what: string;
}

/** What is told of a page. */
export interface PageFacts {
  kind: PageKind;
  title: string;
  description: string;
  edition: CitationFile;
  /** Whole addresses of the page, of the front page and of the picture; undefined where the site is not known. */
  address?: string | undefined;
  home?: string | undefined;
  picture?: string | undefined;
  /** For a dataset: its files, and the names and meanings of its columns. */
  files?: readonly Distribution[] | undefined;
  columns?: readonly { name: string; description: string }[] | undefined;
}

const types: Record<PageKind, string> = { website: 'WebPage', article: 'Article', dataset: 'Dataset' };

/** The page in the vocabulary of schema.org, as JSON-LD that can stand in a script element. */
export function structuredData(facts: PageFacts): string {
  const { kind, title, description, edition, address, home, picture, files, columns } = facts;
  const organisations = edition.authors.map((name) => ({ '@type': 'Organization', name }));
  const data = {
    '@context': 'https://schema.org',
    '@type': types[kind],
    ...(kind === 'article' ? { headline: title } : { name: title }),
    description,
    inLanguage: 'en-GB',
    url: address,
    image: picture,
    version: edition.version,
    datePublished: edition.released,
    ...(kind === 'dataset' ? { creator: organisations } : { author: organisations }),
    isPartOf: { '@type': 'WebSite', name: report.title, url: home },
    ...(kind === 'dataset' && {
      isBasedOn: 'https://huggingface.co/datasets/open-llm-leaderboard/contents',
      distribution: files?.map(({ url, type, what }) => ({
        '@type': 'DataDownload',
        name: what,
        contentUrl: url,
        encodingFormat: type,
      })),
      variableMeasured: columns?.map((column) => ({ '@type': 'PropertyValue', ...column })),
    }),
  };
  // What would end the element, or begin a comment in it, is written as an escape.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
