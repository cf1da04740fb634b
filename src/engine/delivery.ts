import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { keepExports, namesAskedFor } from './exports.ts';
import type { DeliveredFile, Manifest } from './manifest.ts';

/** A file to be published in the folder of the engine. */
export interface DeliveryFile {
  /** Name in that folder. */
  name: string;
  bytes: Uint8Array;
  /** Media type. */
  type: string;
}

/** A table to be delivered, as an Arrow IPC stream. */
export interface DeliveredTable {
  name: string;
  stream: Uint8Array;
}

const cacheFolder = 'node_modules/.cache/engine';

/**
 * Everything a browser needs to answer SQL over the tables: `manifest.json`, the engine's WebAssembly and the
 * tables, those on demand among them, all compressed, and the worker's script. Names carry the version and a hash of the content, so a
 * file under a name never changes; the manifest is the only one that does. The same input gives the same
 * bytes. Run from the project's root; compressing the engine takes seconds, so its result is kept in
 * `node_modules/.cache`.
 */
export async function deliveryFiles(
  tables: readonly DeliveredTable[],
  onDemand: readonly DeliveredTable[] = [],
): Promise<DeliveryFile[]> {
  const { version, wasm, worker } = await readEngine();
  const engine = await compressed(`duckdb-eh-${version}`, 'wasm', wasm);
  const [data, later] = await Promise.all([tables, onDemand].map(compressedTables));
  const script: DeliveryFile = {
    name: `duckdb-browser-eh-${version}-${hash8(worker)}.worker.js`,
    bytes: worker,
    type: 'text/javascript',
  };
  const manifest: Manifest = {
    version,
    wasm: engine.entry,
    worker: { url: script.name },
    tables: data!.map(({ entry }) => entry),
    onDemand: later!.map(({ entry }) => entry),
  };
  return [
    {
      name: 'manifest.json',
      bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
      type: 'application/json',
    },
    engine.file,
    script,
    ...[...data!, ...later!].map(({ file }) => file),
  ];
}

const compressedTables = (tables: readonly DeliveredTable[]) =>
  Promise.all(
    tables.map(async ({ name, stream }) => {
      const { entry, file } = await compressed(`tables-${name}`, 'arrow', stream);
      return { entry: { name, ...entry }, file };
    }),
  );

/** The files of duckdb-wasm that we publish: the build that uses WebAssembly's own exceptions. */
async function readEngine(): Promise<{ version: string; wasm: Uint8Array; worker: Uint8Array }> {
  // From the project's root, because a bundler may have moved this module.
  const wasmPath = createRequire(resolve('package.json')).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const dist = dirname(wasmPath);
  const about = JSON.parse(await readFile(join(dist, '../package.json'), 'utf8')) as { version: string };
  const script = await readFile(join(dist, 'duckdb-browser-eh.worker.js'), 'utf8');
  const wasm = await readFile(wasmPath);
  return {
    version: about.version,
    // It exports all of its 78,000 symbols for extensions to link with, and none is ever loaded. The names are a
    // fifth of the file, and the worker would make an object of each before its first answer.
    wasm: keepExports(wasm, namesAskedFor(script, await WebAssembly.compile(wasm))),
    // The source map is not published; a browser's developer tools would ask for it in vain.
    worker: new TextEncoder().encode(script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')),
  };
}

async function compressed(
  stem: string,
  extension: string,
  content: Uint8Array,
): Promise<{ entry: DeliveredFile; file: DeliveryFile }> {
  const bytes = await gzipCached(content);
  const name = `${stem}-${hash8(content)}.${extension}.gz`;
  return {
    entry: { url: name, bytes: bytes.length, inflatedBytes: content.length },
    file: { name, bytes, type: 'application/gzip' },
  };
}

async function gzipCached(content: Uint8Array): Promise<Uint8Array> {
  const path = join(cacheFolder, `${sha256(content)}-${process.versions.zlib}.gz`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return kept;
  const bytes = await promisify(gzip)(content, { level: 9 });
  // The header names the operating system; "unknown" gives the same bytes everywhere.
  bytes[9] = 255;
  await mkdir(cacheFolder, { recursive: true });
  // Written beside and renamed, so that nobody ever reads half a file.
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, bytes);
  await rename(draft, path);
  return bytes;
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function hash8(content: Uint8Array): string {
  return sha256(content).slice(0, 8);
}
