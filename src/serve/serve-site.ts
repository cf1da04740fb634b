import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';

/** A built site: the folder that it lies in, and the base path that it was built for, with slashes around it. */
export interface BuiltSite {
  folder: string;
  base: string;
}

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
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.gz': 'application/gzip',
  '.zst': 'application/zstd',
};
const compressed = new Set(['.html', '.css', '.js', '.json', '.webmanifest', '.xml', '.svg', '.csv', '.txt']);

/** What an address is answered with: a file, or another address. */
type Answer = { status: number; file: string } | { location: string };

const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() ?? false;

/** What GitHub Pages answers an address of a site with. */
async function answer({ folder, base }: BuiltSite, address: string): Promise<Answer> {
  const missing = { status: 404, file: join(folder, '404.html') };
  const { pathname, search } = new URL(address, 'http://localhost');
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return missing;
  }
  if (`${path}/` === base) return { location: `${pathname}/${search}` };
  if (!path.startsWith(base)) return missing;
  const within = normalize(path.slice(base.length));
  if (within.startsWith('..') || within.includes('\0')) return missing;
  const file = join(folder, within);
  if ((await stat(file).catch(() => undefined))?.isDirectory()) {
    if (!path.endsWith('/')) return { location: `${pathname}/${search}` };
    const index = join(file, 'index.html');
    return (await isFile(index)) ? { status: 200, file: index } : missing;
  }
  return (await isFile(file)) ? { status: 200, file } : missing;
}

/**
 * Serves a built site on a loopback port the way GitHub Pages does: under its base path and nothing outside it,
 * text compressed and archives not, folders by their index page with a redirect to the slash, and its 404 page for
 * the rest.
 *
 * @param port the port to serve on; any that is free where it is 0
 * @throws Error with the code EADDRINUSE where the port is taken
 */
export async function serveSite(site: BuiltSite, port = 0): Promise<ServedSite> {
  const server = createServer((request, response) => {
    void answer(site, request.url ?? '/')
      .then(async (found) => {
        if ('location' in found) return response.writeHead(301, { Location: found.location }).end();
        const { status, file } = found;
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
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}${site.base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
