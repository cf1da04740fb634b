import type { APIRoute } from 'astro';
import { withBase } from '../site/base.ts';

/** Everything may be read; where the site is known, the map of its pages is named. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n${site ? `Sitemap: ${new URL(withBase('/sitemap.xml'), site).href}\n` : ''}`,
  );
