import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { PreparationId } from '../dataset/grouping.ts';
import { answerPages } from '../publication/answers/answers.ts';
import { needsOf, needsUnder, type PageNeeds } from '../publication/answers/needs.ts';
import { addressOf, publishedAddressOf, type AnswerFile } from '../reader/answers/answer-file.ts';
import { answeredSlices } from '../slice/answered.ts';
import type { Estimates } from '../statistics/answer.ts';

/** Where a page looks for its files, without the base path of the site. */
const patternOf = (html: string) => /\sdata-answers="[^"]*(\/data\/answers\/[^"]*)"/.exec(html)?.[1];

type Published = Readonly<Record<PreparationId, Estimates>>;

/** What is published of the numbers that a page asks, in the form of an answer: values, intervals, and how many. */
function publishedOf(needs: PageNeeds, published: Published): AnswerFile {
  const parts = Object.entries(needsUnder(needs, 'reviewed')).map(([id, { statistics }]) => {
    const all = published[id as PreparationId];
    const estimates = [...statistics].map((name) => {
      const { value, n, low, high } = all[name]!;
      return [name, { value, n, low, high }] as const;
    });
    return [id, { estimates: Object.fromEntries(estimates), figures: {} }] as const;
  });
  return { models: published.reviewed['models.count']!.n, parts: Object.fromEntries(parts) };
}

/**
 * Once the pages are built, writes for each of them the answers to the slices that are answered at the build: what a
 * page asks is read from the page itself, which also says where the files are. Beside them stands what is published.
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
        const write = (address: string, content: Buffer) => {
          const path = join(folder, address);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, content);
        };
        const statistics = JSON.parse(
          readFileSync(join(folder, 'data/statistics.json'), 'utf8'),
        ) as Published;
        for (const [page, pattern] of patterns)
          write(
            publishedAddressOf(pattern),
            gzipSync(JSON.stringify(publishedOf(needs[page]!, statistics)), { level: 9 }),
          );
        const files = await answerPages(needs);
        for (const [text, slice] of answeredSlices)
          for (const [page, pattern] of patterns)
            write(addressOf(pattern, slice), Buffer.from(files[text]![page]!, 'base64'));
        logger.info(`${patterns.size} pages answer ${answeredSlices.size} slices from files`);
      },
    },
  };
}
