import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withBase } from './base.ts';
import { onOnePage } from './one-page.ts';

/** How the place of a chapter ends, by its slug. */
const place = (slug: string) => `data-chapter="${slug}"></article>`;

/** Once the pages are built, puts the chapters into the places that the page `/all/` keeps for them. */
export function onePageEdition(): AstroIntegration {
  let base = '/';
  return {
    name: 'one-page-edition',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = withBase('/', config.base);
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const path = join(folder, 'all/index.html');
        let page = readFileSync(path, 'utf8');
        const slugs = [...page.matchAll(/data-chapter="([^"]+)"><\/article>/g)].map(([, slug]) => slug!);
        const chapters = slugs
          .map((slug) => ({ slug, file: join(folder, slug, 'index.html') }))
          .filter(({ file }) => existsSync(file))
          .map(({ slug, file }) => ({ slug, html: readFileSync(file, 'utf8') }));
        if (chapters.length === 0) throw new Error(`${path} keeps no place for a chapter`);
        for (const [slug, html] of onOnePage(chapters, base))
          page = page.replace(place(slug), () => `data-chapter="${slug}">${html}</article>`);
        writeFileSync(path, page);
        logger.info(`${chapters.length} chapters stand on one page`);
      },
    },
  };
}
