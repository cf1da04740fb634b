import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress } from 'node:zlib';
import { keepExports, namesAskedFor } from './exports.ts';
import type { DeliveredFile, Manifest } from './manifest.ts';
import { shrink, shrinkVersion } from './shrink.ts';

/** A file to be published in the folder of the engine. */
export interface DeliveryFile {
  /** Name in that folder. */
  name: string;
  bytes: Uint8Array;
  /** Media type. */
  type: string;
}

/** The tables to be delivered, packed. */
export interface DeliveredTables {
  /** Those that nearly every slice asks. */
  packed: Uint8Array;
  /** Tables on demand, each by itself, and whether a reader who writes SQL finds it from the start. */
  onDemand: { name: string; listed: boolean; packed: Uint8Array }[];
}

const cacheFolder = 'node_modules/.cache/engine';

/**
 * Everything a browser needs to answer SQL over the tables: `manifest.json`, the engine's WebAssembly and the
 * tables, those on demand among them, all compressed, the worker's script, and what decompresses. Names carry the version and a hash
 * of the content, so a file under a name never changes; the manifest is the only one that does. The same input
 * gives the same bytes. Run from the project's root; shrinking and compressing the engine takes most of a minute, so its result is
 * kept in `node_modules/.cache`.
 */
export async function deliveryFiles({ packed, onDemand }: DeliveredTables): Promise<DeliveryFile[]> {
  const { version, wasm, worker } = await readEngine();
  const engine = await compressed(`duckdb-eh-${version}`, 'wasm', wasm);
  const tables = await compressed('tables', 'packed', packed);
  const later = await Promise.all(
    onDemand.map(async (table) => {
      const { entry, file } = await compressed(`tables-${table.name}`, 'packed', table.packed);
      return { entry: { name: table.name, listed: table.listed, ...entry }, file };
    }),
  );
  const script: DeliveryFile = {
    name: `duckdb-browser-eh-${version}-${hash8(worker)}.worker.js`,
    bytes: worker,
    type: 'text/javascript',
  };
  const decoderBytes = await readDecoder();
  const decoder: DeliveryFile = {
    name: `zstd-${hash8(decoderBytes)}.wasm`,
    bytes: decoderBytes,
    type: 'application/wasm',
  };
  const manifest: Manifest = {
    version,
    wasm: engine.entry,
    worker: { url: script.name },
    decoder: { url: decoder.name },
    tables: tables.entry,
    onDemand: later.map(({ entry }) => entry),
  };
  return [
    {
      name: 'manifest.json',
      bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
      type: 'application/json',
    },
    engine.file,
    script,
    decoder,
    ...[tables, ...later].map(({ file }) => file),
  ];
}

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
    wasm: await kept([shrinkVersion, sha256(wasm), sha256(new TextEncoder().encode(script))], async () =>
      // It exports all of its 78,000 symbols for extensions to link with, and none is ever loaded. The names are a
      // fifth of the file, and the worker would make an object of each before its first answer.
      shrink(keepExports(wasm, namesAskedFor(script, await WebAssembly.compile(wasm)))),
    ),
    // The source map is not published; a browser's developer tools would ask for it in vain.
    worker: new TextEncoder().encode(script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')),
  };
}

/** The WebAssembly of the package zstddec, which stands as text in its script and would be fetched from there. */
export async function readDecoder(): Promise<Uint8Array<ArrayBuffer>> {
  const path = createRequire(resolve('package.json')).resolve('zstddec/stream');
  const found = /const wasm = ["'`]([\w+/=]+)["'`]/.exec(await readFile(path, 'utf8'))?.[1];
  if (!found) throw new Error(`${path} does not hold the WebAssembly of Zstandard as it used to.`);
  return new Uint8Array(Buffer.from(found, 'base64'));
}

/**
 * A third smaller than gzip for the engine; where a browser cannot decompress it, a WebAssembly of 30 kB does.
 */
const zstd = (content: Uint8Array): Promise<Uint8Array> =>
  promisify(zstdCompress)(content, {
    params: {
      [constants.ZSTD_c_compressionLevel]: 22,
      // The whole file is its own dictionary, and no larger one is asked of the browser.
      [constants.ZSTD_c_windowLog]: Math.min(25, Math.ceil(Math.log2(content.length + 1024))),
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
    },
  });

async function compressed(
  stem: string,
  extension: string,
  content: Uint8Array,
): Promise<{ entry: DeliveredFile; file: DeliveryFile }> {
  const bytes = await kept([`zstd ${process.versions.zstd}`, sha256(content)], () => zstd(content));
  const name = `${stem}-${hash8(content)}.${extension}.zst`;
  return {
    entry: { url: name, bytes: bytes.length, inflatedBytes: content.length, sha256: sha256(content) },
    file: { name, bytes, type: 'application/zstd' },
  };
}

/** What is made takes seconds and is kept under what it is made from. */
async function kept(from: readonly string[], make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const path = join(cacheFolder, sha256(new TextEncoder().encode(from.join('\n'))));
  const found = await readFile(path).catch(() => undefined);
  if (found) return found;
  const bytes = await make();
  await mkdir(cacheFolder, { recursive: true });
  // Written beside and renamed, so that nobody ever reads half a file.
  const draft = `${path}.${randomUUID()}.draft`;
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
