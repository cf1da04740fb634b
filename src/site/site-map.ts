import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withBase } from './base.ts';
import { xmlText } from './xml.ts';

/** The address that a page calls its own; undefined where it is not to be listed. */
export function ownAddress(html: string, address: string): string | undefined {
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
  return canonical === address && !/<meta name="robots" content="noindex"/.test(html) ? address : undefined;
}

/** Addresses as a site map of sitemaps.org, sorted. */
export const siteMapOf = (addresses: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...[...addresses].sort().map((address) => `<url><loc>${xmlText(address)}</loc></url>`),
    '</urlset>\n',
  ].join('\n');

/** Once the pages are built, lists in `sitemap.xml` those that stand at their own address; without a site, none. */
export function siteMap(): AstroIntegration {
  let [site, base]: [string | undefined, string] = [undefined, '/'];
  return {
    name: 'site-map',
    hooks: {
      'astro:config:done': ({ config }) => {
        [site, base] = [config.site, config.base];
      },
      'astro:build:done': ({ dir, pages, logger }) => {
        if (!site) return;
        const folder = fileURLToPath(dir);
        const listed = pages.flatMap(({ pathname }) => {
          const path = join(folder, pathname, 'index.html');
          const address = new URL(withBase(`/${pathname}`, base), site).href;
          return (existsSync(path) && ownAddress(readFileSync(path, 'utf8'), address)) || [];
        });
        writeFileSync(join(folder, 'sitemap.xml'), siteMapOf(listed));
        logger.info(`${listed.length} pages are listed`);
      },
    },
  };
}
