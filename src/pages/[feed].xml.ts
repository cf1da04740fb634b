import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { withBase } from '../site/base.ts';
import { edition } from '../site/edition.ts';
import { atomFeed, releasesOf } from '../site/feed.ts';
import { renderMarkdown } from '../site/markdown.ts';
import { report } from '../site/report.ts';

/** A feed needs whole addresses: without that of the site there is none. */
export const getStaticPaths = () => (import.meta.env.SITE ? [{ params: { feed: 'feed' } }] : []);

/** The releases whose day is known, from the changelog. */
export const GET: APIRoute = async ({ site }) => {
  const whole = (path: string) => new URL(withBase(path), site).href;
  const id = whole('/feed.xml');
  const dated = releasesOf(readFileSync('CHANGELOG.md', 'utf8'), edition).filter(
    (release) => release.released !== undefined,
  );
  const entries = await Promise.all(
    dated.map(async ({ version, released, text }) => ({
      id: `${id}#${version}`,
      link: whole('/changelog/'),
      title: `Version ${version}`,
      day: released!,
      html: (await renderMarkdown(`# ${version}\n\n${text}`)).html,
    })),
  );
  const feed = atomFeed(
    { id, home: whole('/'), title: `${report.title}: changes`, authors: edition.authors },
    entries,
  );
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml' } });
};
