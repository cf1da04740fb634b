import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import type { NativeTable } from '../../../src/engine/csv.ts';
import { deliveredTables } from '../../../src/engine/delivered-tables.ts';
import { deliveryFiles, type DeliveryFile } from '../../../src/engine/delivery.ts';
import { rawTables } from '../../../src/engine/raw-tables.ts';

/** A served harness page. */
export interface ServedHarness {
  /** Address of the page, with a trailing slash. */
  url: string;
  /** The raw tables that it serves. */
  tables: NativeTable[];
  close(): Promise<void>;
}

export interface HarnessOptions {
  /** Content-Security-Policy of the page, by default the policy of the published pages. */
  policy?: string;
  /** Declare how the tables are compressed with `Content-Encoding`, as some servers do. */
  declareEncoding?: boolean;
}

/** The Content-Security-Policy of the published pages. */
export const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  "img-src 'self' data: blob:",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
].join('; ');

/**
 * Bundles the harness page and serves it on a free loopback port under the base path `/report/`, with the
 * engine's delivery beside it, in the folder `engine/`. Nothing is written, so that several test processes
 * can serve at a time.
 */
export async function serveHarness(options: HarnessOptions = {}): Promise<ServedHarness> {
  const tables = rawTables();
  script ??= bundle();
  delivery ??= deliveredTables(tables).then(deliveryFiles);
  const page = (await readFile(join(import.meta.dirname, 'page.html'), 'utf8')).replace(
    '%POLICY%',
    options.policy ?? policy,
  );

  const files = new Map<string, { bytes: Uint8Array; type: string }>();
  files.set('', { bytes: Buffer.from(page), type: 'text/html' });
  files.set('entry.js', { bytes: Buffer.from(await script), type: 'text/javascript' });
  for (const { name, ...file } of await delivery) files.set(`engine/${name}`, file);

  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname.replace(/^\/report\//, '');
    const file = files.get(path);
    if (!file) return void response.writeHead(404).end();
    const encoded = options.declareEncoding && path.endsWith('.packed.zst');
    response.writeHead(200, {
      'Content-Type': file.type,
      'Content-Length': file.bytes.length,
      ...(encoded ? { 'Content-Encoding': 'zstd' } : {}),
    });
    response.end(file.bytes);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/report/`,
    tables,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

// Made once a process, whatever is served: packing the tables takes seconds.
let script: Promise<string> | undefined;
let delivery: Promise<DeliveryFile[]> | undefined;

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    build: {
      write: false,
      rolldownOptions: { input: join(import.meta.dirname, 'entry.ts'), output: { codeSplitting: false } },
    },
  });
  if (!('output' in result)) throw new Error('The bundle of the harness is not one bundle.');
  return result.output[0].code;
}
