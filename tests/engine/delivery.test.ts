import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { deliveryFiles } from '../../src/engine/delivery.ts';
import type { DeliveryFile } from '../../src/engine/delivery.ts';
import type { Manifest } from '../../src/engine/manifest.ts';
import { arrowStream } from '../../src/engine/tables.ts';
import { exampleTable, exampleText } from './example.ts';

let files: Map<string, DeliveryFile>;
let manifest: Manifest;
const table = { name: 'example', stream: await arrowStream(await exampleTable(exampleText)) };
const later = { name: 'later', stream: table.stream };

beforeAll(async () => {
  files = new Map((await deliveryFiles([table], [later])).map((file) => [file.name, file]));
  manifest = JSON.parse(Buffer.from(files.get('manifest.json')!.bytes).toString()) as Manifest;
}, 180_000);

const inflated = (url: string) =>
  (url.endsWith('.zst') ? zstdDecompressSync : gunzipSync)(files.get(url)!.bytes);

test('the manifest names every other file, and nothing else', () => {
  const { wasm, worker, tables, onDemand } = manifest;
  const named = [wasm, worker, ...tables, ...onDemand].map(({ url }) => url);
  expect([...files.keys()].sort()).toEqual([...named, 'manifest.json'].sort());
});

test('names carry the version and a hash of the content', () => {
  const hash = createHash('sha256').update(inflated(manifest.wasm.url)).digest('hex').slice(0, 8);
  expect(manifest.wasm.url).toBe(`duckdb-eh-${manifest.version}-${hash}.wasm.zst`);
  const script = createHash('sha256').update(files.get(manifest.worker.url)!.bytes).digest('hex').slice(0, 8);
  expect(manifest.worker.url).toBe(`duckdb-browser-eh-${manifest.version}-${script}.worker.js`);
  expect(manifest.tables[0]!.url).toMatch(/^tables-example-[0-9a-f]{8}\.arrow\.gz$/);
});

test('tables on demand are apart from those that every reader waits for', () => {
  expect(manifest.tables.map(({ name }) => name)).toEqual(['example']);
  expect(manifest.onDemand.map(({ name }) => name)).toEqual(['later']);
  expect(inflated(manifest.onDemand[0]!.url).equals(Buffer.from(later.stream))).toBe(true);
});

test('sizes are those of the files, compressed and not', () => {
  for (const { url, bytes, inflatedBytes, sha256 } of [
    manifest.wasm,
    ...manifest.tables,
    ...manifest.onDemand,
  ]) {
    expect(files.get(url)!.bytes).toHaveLength(bytes);
    expect(inflated(url)).toHaveLength(inflatedBytes);
    expect(createHash('sha256').update(inflated(url)).digest('hex')).toBe(sha256);
  }
});

test('the engine is at most 4.6 MB on the wire', () => {
  expect(manifest.wasm.bytes).toBeLessThan(4_600_000);
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

  test('the table is its Arrow stream', () => {
    expect(inflated(manifest.tables[0]!.url).equals(Buffer.from(table.stream))).toBe(true);
  });

  test('the worker asks for no source map, which is not published', () => {
    expect(Buffer.from(files.get(manifest.worker.url)!.bytes).toString()).not.toContain('sourceMappingURL');
  });
});

test('made again, it is the same to the byte', async () => {
  const again = await deliveryFiles([table], [later]);
  expect(again.map(({ name }) => name)).toEqual([...files.keys()]);
  for (const { name, bytes } of again) {
    expect(Buffer.from(bytes).equals(Buffer.from(files.get(name)!.bytes))).toBe(true);
  }
});
