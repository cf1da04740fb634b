import type { APIRoute } from 'astro';
import { plainGuide } from '../publication/files.ts';
import { publication } from '../publication/publication.ts';
import { withBase } from '../site/base.ts';
import { report } from '../site/report.ts';

export const GET: APIRoute = async ({ site }) => {
  const address = (path: string) => (site ? new URL(withBase(path), site).href : withBase(path));
  return new Response(plainGuide(await publication(), report.title, address));
};
