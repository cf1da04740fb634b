import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';
import type { Site } from './sites.ts';

/** A site that is being served. */
export interface ServedSite {
  /** Address of the front page, with the base path and a trailing slash. */
  url: string;
  origin: string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.gz': 'application/gzip',
  '.zst': 'application/zstd',
};
const compressed = new Set(['.html', '.css', '.js', '.json', '.svg', '.csv', '.txt']);

/**
 * Serves a built site on a free loopback port the way GitHub Pages does: under its base path and nothing
 * outside it, text compressed and archives not, folders by their index page with a redirect to the slash, and
 * its 404 page for the rest.
 */
export async function serveSite({ folder, base }: Site): Promise<ServedSite> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/')
      .then(async ({ status, file, location }) => {
        if (location) return response.writeHead(301, { Location: location }).end();
        const type = extname(file);
        const squeeze = compressed.has(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
        response.writeHead(status, {
          'Content-Type': types[type] ?? 'application/octet-stream',
          'Cache-Control': 'max-age=600',
          ...(squeeze
            ? { 'Content-Encoding': 'gzip' }
            : { 'Content-Length': String((await stat(file)).size) }),
        });
        const bytes = createReadStream(file);
        return squeeze ? bytes.pipe(createGzip()).pipe(response) : bytes.pipe(response);
      })
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  async function answer(address: string) {
    const { pathname, search } = new URL(address, 'http://localhost');
    const missing = { status: 404, file: join(folder, '404.html'), location: undefined };
    const path = decodeURIComponent(pathname);
    if (!path.startsWith(base)) return missing;
    const file = join(folder, normalize(path.slice(base.length)));
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) {
      if (!path.endsWith('/')) return { ...missing, location: `${pathname}/${search}` };
      const index = join(file, 'index.html');
      return (await readFile(index).catch(() => undefined))
        ? { status: 200, file: index, location: undefined }
        : missing;
    }
    return found ? { status: 200, file, location: undefined } : missing;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
