import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { zstdDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { deliveryFiles } from '../../src/engine/delivery.ts';
import type { DeliveryFile } from '../../src/engine/delivery.ts';
import type { Manifest } from '../../src/engine/manifest.ts';

let files: Map<string, DeliveryFile>;
let manifest: Manifest;
const given = {
  packed: new TextEncoder().encode('tables of every slice'),
  onDemand: [{ name: 'later', listed: true, packed: new TextEncoder().encode('a table of few slices') }],
};

beforeAll(async () => {
  files = new Map((await deliveryFiles(given)).map((file) => [file.name, file]));
  manifest = JSON.parse(Buffer.from(files.get('manifest.json')!.bytes).toString()) as Manifest;
}, 180_000);

const inflated = (url: string) => zstdDecompressSync(files.get(url)!.bytes);

test('the manifest names every other file, and nothing else', () => {
  const { wasm, worker, decoder, tables, onDemand } = manifest;
  const named = [wasm, worker, decoder, tables, ...onDemand].map(({ url }) => url);
  expect([...files.keys()].sort()).toEqual([...named, 'manifest.json'].sort());
});

test('names carry the version and a hash of the content', () => {
  const hash = createHash('sha256').update(inflated(manifest.wasm.url)).digest('hex').slice(0, 8);
  expect(manifest.wasm.url).toBe(`duckdb-eh-${manifest.version}-${hash}.wasm.zst`);
  const script = createHash('sha256').update(files.get(manifest.worker.url)!.bytes).digest('hex').slice(0, 8);
  expect(manifest.worker.url).toBe(`duckdb-browser-eh-${manifest.version}-${script}.worker.js`);
  expect(manifest.tables.url).toMatch(/^tables-[0-9a-f]{8}\.packed\.zst$/);
  expect(manifest.onDemand[0]!.url).toMatch(/^tables-later-[0-9a-f]{8}\.packed\.zst$/);
});

test('tables on demand are apart from those that every reader waits for', () => {
  expect(manifest.onDemand).toMatchObject([{ name: 'later', listed: true }]);
  expect(inflated(manifest.tables.url).toString()).toBe('tables of every slice');
  expect(inflated(manifest.onDemand[0]!.url).toString()).toBe('a table of few slices');
});

test('sizes are those of the files, compressed and not', () => {
  for (const { url, bytes, inflatedBytes, sha256 } of [
    manifest.wasm,
    manifest.tables,
    ...manifest.onDemand,
  ]) {
    expect(files.get(url)!.bytes).toHaveLength(bytes);
    expect(inflated(url)).toHaveLength(inflatedBytes);
    expect(createHash('sha256').update(inflated(url)).digest('hex')).toBe(sha256);
  }
});

describe('contents', () => {
  test('the engine is WebAssembly with all that the worker calls, and little else', async () => {
    const module = new WebAssembly.Module(Uint8Array.from(inflated(manifest.wasm.url)));
    const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
    const script = Buffer.from(files.get(manifest.worker.url)!.bytes).toString();
    const called = [...script.matchAll(/wasmExports\.(\w+)/g)].map(([, name]) => name!);
    expect(called).toContain('duckdb_web_query_run_buffer');
    const upstream = await readFile('node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
    const all = WebAssembly.Module.exports(new WebAssembly.Module(upstream)).map(({ name }) => name);
    expect(called.filter((name) => all.includes(name) && !exported.includes(name))).toEqual([]);
    expect(exported.length).toBeLessThan(1000);
  });

  test('the worker asks for no source map, which is not published', () => {
    expect(Buffer.from(files.get(manifest.worker.url)!.bytes).toString()).not.toContain('sourceMappingURL');
  });
});

test('made again, it is the same to the byte', async () => {
  const again = await deliveryFiles(given);
  expect(again.map(({ name }) => name)).toEqual([...files.keys()]);
  for (const { name, bytes } of again) {
    expect(Buffer.from(bytes).equals(Buffer.from(files.get(name)!.bytes))).toBe(true);
  }
});
