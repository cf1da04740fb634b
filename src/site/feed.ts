import type { CitationFile } from '../references/citation-file.ts';
import { xmlText } from './xml.ts';

/** A version of the report in the changelog. */
export interface Release {
  version: string;
  /** Day of the release, as 2025-03-13; undefined where the changelog does not say it. */
  released: string | undefined;
  /** What changed, in Markdown. */
  text: string;
}

/**
 * The releases of a changelog, newest first: its headings of level two that begin with a number. The day of one
 * stands in brackets after it, or is that of `edition` where it is the same version.
 */
export const releasesOf = (changelog: string, edition: CitationFile): Release[] =>
  changelog
    .split(/^## /m)
    .slice(1)
    .flatMap((part) => {
      const [, version, day, text] = /^(\d[\w.-]*)(?: \((\d{4}-\d\d-\d\d)\))?\n([^]*)$/.exec(part) ?? [];
      if (version === undefined || text === undefined) return [];
      return {
        version,
        released: day ?? (version === edition.version ? edition.released : undefined),
        text: text.trim(),
      };
    });

/** An entry of the feed. */
export interface FeedEntry {
  id: string;
  link: string;
  title: string;
  day: string;
  html: string;
}

/** A feed in the Atom format; a day counts from its midnight in UTC. The newest entry dates the feed. */
export function atomFeed(
  feed: { id: string; home: string; title: string; authors: readonly string[] },
  entries: readonly FeedEntry[],
): string {
  const at = (day: string) => `${day}T00:00:00Z`;
  const updated = entries.reduce((last, { day }) => (day > last ? day : last), '1970-01-01');
  const element = (name: string, text: string) => `<${name}>${xmlText(text)}</${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    element('id', feed.id),
    element('title', feed.title),
    element('updated', at(updated)),
    `<link rel="self" href="${xmlText(feed.id)}"/>`,
    `<link rel="alternate" href="${xmlText(feed.home)}"/>`,
    ...feed.authors.map((name) => `<author>${element('name', name)}</author>`),
    ...entries.map(({ id, link, title, day, html }) =>
      [
        '<entry>',
        element('id', id),
        element('title', title),
        element('updated', at(day)),
        `<link rel="alternate" href="${xmlText(link)}"/>`,
        `<content type="html">${xmlText(html)}</content>`,
        '</entry>',
      ].join('\n'),
    ),
    '</feed>\n',
  ].join('\n');
}
