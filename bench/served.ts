import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { site } from './site.ts';

const textual = new Set(['.html', '.css', '.js', '.json', '.svg', '.csv', '.txt']);

/** Whether a static host compresses the file on the way. */
export const isText = (path: string): boolean => textual.has(extname(path));

/** Bytes of a file of the site. */
export function bytesOf(path: string): Promise<Buffer> {
  return readFile(join(site.folder, decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path)));
}

/** Bytes on the wire as GitHub Pages sends them: text compressed with gzip, everything else as it is. */
export async function transferred(path: string): Promise<number> {
  const bytes = await bytesOf(path);
  return isText(path.endsWith('/') ? 'index.html' : path) ? gzipSync(bytes).length : bytes.length;
}

/** Collects the paths that a page and its workers ask the site for, each once, until `stop` is called. */
export function recordRequests(page: Page, origin: string): { stop(): string[] } {
  const paths = new Set<string>();
  const hear = (request: { url(): string }) => {
    const url = new URL(request.url());
    if (url.origin === origin && url.protocol !== 'blob:') paths.add(url.pathname);
  };
  page.context().on('request', hear);
  return {
    stop() {
      page.context().off('request', hear);
      return [...paths].sort();
    },
  };
}
