import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { answerPages } from '../publication/answers/answers.ts';
import { needsOf, type PageNeeds } from '../publication/answers/needs.ts';
import { addressOf } from '../reader/answers/answer-file.ts';
import { answeredSlices } from '../slice/answered.ts';

/** Where a page looks for its files, without the base path of the site. */
const patternOf = (html: string) => /\sdata-answers="[^"]*(\/data\/answers\/[^"]*)"/.exec(html)?.[1];

/**
 * Once the pages are built, writes for each of them the answers to the slices that are answered at the build: what a
 * page asks is read from the page itself, which also says where the files are.
 */
export function answerFiles(): AstroIntegration {
  return {
    name: 'answer-files',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const folder = fileURLToPath(dir);
        const patterns = new Map<string, string>();
        const needs: Record<string, PageNeeds> = {};
        for (const { pathname } of pages) {
          const path = join(folder, pathname, 'index.html');
          const html = existsSync(path) ? readFileSync(path, 'utf8') : '';
          const pattern = patternOf(html);
          if (pattern === undefined) continue;
          const page = basename(pathname);
          patterns.set(page, pattern);
          needs[page] = needsOf(html);
        }
        const files = await answerPages(needs);
        for (const [text, slice] of answeredSlices)
          for (const [page, pattern] of patterns) {
            const path = join(folder, addressOf(pattern, slice));
            mkdirSync(dirname(path), { recursive: true });
            writeFileSync(path, Buffer.from(files[text]![page]!, 'base64'));
          }
        logger.info(`${patterns.size} pages answer ${answeredSlices.size} slices from files`);
      },
    },
  };
}
