import { compile } from './compile.ts';
import { EngineError } from './engine-error.ts';
import { inflate } from './inflate.ts';
import type { DeliveredFile, DeliveredTableFile, Manifest } from './manifest.ts';
import { unpack, type UnpackedTable } from './packing/unpack.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';

/** Bytes that have arrived and bytes in all, both compressed. */
export interface Progress {
  loaded: number;
  total: number;
}

/** What is needed to start the engine. */
export interface Delivery {
  engine: WebAssembly.Module;
  tables: UnpackedTable[];
}

/** Our store of the files of a manifest; those of others are thrown away. */
const storeOf = (manifestUrl: URL, { wasm, tables, onDemand, version }: Manifest): Promise<Store> =>
  openStore(
    new URL('.', manifestUrl).pathname,
    version,
    [wasm, tables, ...onDemand].map(({ url }) => new URL(url, manifestUrl).href),
  );

/** Loads a table on demand, as `loadDelivery` loads the others. Rejects with an EngineError. */
export async function loadTable(
  manifestUrl: URL,
  manifest: Manifest,
  table: DeliveredTableFile,
): Promise<UnpackedTable[]> {
  const store = await storeOf(manifestUrl, manifest);
  const { href } = new URL(table.url, manifestUrl);
  return load(store, href, table, tablesOf, () => undefined, new AbortController().signal);
}

const retry = 'Check the connection and try again.';

/**
 * Fetches the manifest, always anew: it is small, and it alone says which files are current. Rejects with an
 * EngineError, or with the signal's reason.
 */
export async function loadManifest(url: URL, signal?: AbortSignal): Promise<Manifest> {
  const response = await get(url.href, { signal, cache: 'no-cache' });
  try {
    const manifest = (await response.json()) as Manifest;
    const { wasm, worker, tables, onDemand } = manifest;
    if (wasm.url && worker.url && tables.url && Array.isArray(onDemand)) return manifest;
    throw new TypeError('Entries are missing.');
  } catch (cause) {
    signal?.throwIfAborted();
    throw new EngineError(`The list of the engine's files (${url.pathname}) cannot be read.`, retry, cause);
  }
}

/**
 * Loads the engine and the tables side by side, from the store of an earlier visit or from the network, and
 * stores what came from the network. The engine is compiled while it arrives. Progress starts at 0 and ends at
 * the total. Rejects with an EngineError that names the file, with the browser's error where it will not compile
 * the engine, or with the signal's reason. After a rejection the other files go on loading until the signal is
 * aborted.
 */
export async function loadDelivery(
  manifestUrl: URL,
  manifest: Manifest,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Delivery> {
  const files = [manifest.wasm, manifest.tables];
  const urls = files.map(({ url }) => new URL(url, manifestUrl).href);
  const store = await storeOf(manifestUrl, manifest);

  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const arrived = files.map(() => 0);
  const report = (index: number, bytes: number) => {
    arrived[index] = Math.min(bytes, files[index]!.bytes);
    onProgress({ loaded: arrived.reduce((sum, count) => sum + count, 0), total });
  };
  report(0, 0);

  const take = <T>(index: number, use: Use<T>) =>
    load(store, urls[index]!, files[index]!, use, (bytes) => report(index, bytes), signal);
  const [engine, tables] = await Promise.all([take(0, compile), take(1, tablesOf)]);
  return { engine, tables };
}

/** What is made of the content of a file while it arrives. */
type Use<T> = (content: ReadableStream<Uint8Array<ArrayBuffer>>) => Promise<T>;

const tablesOf: Use<UnpackedTable[]> = async (content) =>
  unpack(new Uint8Array(await new Response(content).arrayBuffer()));

/** What is made of one file; `onBytes` hears how many bytes have arrived, of those it has compressed. */
async function load<T>(
  store: Store,
  url: string,
  file: DeliveredFile,
  use: Use<T>,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<T> {
  const kept = await store.get(url);
  if (kept) {
    const stored = await receive(kept, file, use, onBytes).catch(() => undefined);
    signal.throwIfAborted();
    if (stored) return stored.used;
    await store.remove(url);
  }
  const response = await get(url, { signal });
  const { used, received } = await receive(response, file, use, onBytes).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new EngineError(`${new URL(url).pathname} is not the file that was announced.`, retry, cause);
  });
  // Not waited for: the engine can start meanwhile, and a visit without a store is only a slower one.
  void store.put(url, received);
  return used;
}

/** Rejects when the file is not the one that was announced; whether a good one is of use, `used` says. */
async function receive<T>(
  response: Response,
  file: DeliveredFile,
  use: Use<T>,
  onBytes: (bytes: number) => void,
): Promise<{ used: Promise<T>; received: Blob }> {
  if (!response.body) throw new Error('The answer is empty.');
  let arrived = 0;
  const { content, received } = inflate(response.body, file, (count, compressed) => {
    arrived += count;
    onBytes(compressed ? arrived : (arrived / file.inflatedBytes) * file.bytes);
  });
  const used = use(content);
  // Nobody asks after the use of a file that breaks off.
  used.catch(() => undefined);
  const body = await received;
  onBytes(file.bytes);
  return { used, received: body };
}

async function get(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    init.signal?.throwIfAborted();
    throw new EngineError(`No answer from the server for ${new URL(url).pathname}.`, retry, cause);
  });
  if (response.ok) return response;
  throw new EngineError(
    `The server answered ${`${response.status} ${response.statusText}`.trim()} for ${new URL(url).pathname}.`,
    'Reload the page and try again; if it stays so, the site is not completely published.',
  );
}
