import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { entriesOfPage, searchFile } from './search-entries.ts';

/** Pages that say again what stands on others, or that nobody looks for. */
const leftOut = /^(?:all|search|404|changelog|figures\/.*|choose\/.+)\/?$/;

/** Once the pages are built, writes what can be found on them, and the names of the models, as one file. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': ({ dir, pages, logger }) => {
        const folder = fileURLToPath(dir);
        const paths = pages.map(({ pathname }) => pathname).sort();
        const entries = paths
          .filter((path) => !leftOut.test(path) && existsSync(join(folder, path, 'index.html')))
          .flatMap((path) => entriesOfPage(readFileSync(join(folder, path, 'index.html'), 'utf8'), path));
        const { names } = JSON.parse(readFileSync(join(folder, 'data/model-search.json'), 'utf8')) as {
          names: string[];
        };
        writeFileSync(join(folder, 'data/search.json'), JSON.stringify(searchFile(entries, names)));
        logger.info(`${entries.length} places and ${names.length} models can be found`);
      },
    },
  };
}
