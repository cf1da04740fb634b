import { compile } from './compile.ts';
import { EngineError } from './engine-error.ts';
import { inflate, type Announced } from './inflate.ts';
import type { DeliveredFile, DeliveredTableFile, Manifest } from './manifest.ts';
import { arrowStream } from './packing/arrow.ts';
import { unpack } from './packing/unpack.ts';
import type { Progress } from './progress.ts';
import { get, retry } from './request.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';
import { createUnzstd, type Unzstd } from './unzstd.ts';

/** A table that has arrived. */
export interface LoadedTable {
  name: string;
  /** The table as an Arrow IPC stream, made anew each time. */
  stream(): Uint8Array;
}

/** What is needed to start the engine. */
export interface Delivery {
  engine: WebAssembly.Module;
  tables: LoadedTable[];
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
): Promise<LoadedTable[]> {
  const store = await storeOf(manifestUrl, manifest);
  const { href } = new URL(table.url, manifestUrl);
  const { signal } = new AbortController();
  return load(store, unzstdOf(manifestUrl, manifest, signal), href, table, tablesOf, () => undefined, signal);
}

const unzstdOf = (manifestUrl: URL, { decoder }: Manifest, signal: AbortSignal): Unzstd =>
  createUnzstd(() => get(new URL(decoder.url, manifestUrl).href, { signal }));

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
  onProgress: (progress: Pick<Progress, 'loaded' | 'total'>) => void,
  signal: AbortSignal,
): Promise<Delivery> {
  const files = [manifest.wasm, manifest.tables];
  const urls = files.map(({ url }) => new URL(url, manifestUrl).href);
  const store = await storeOf(manifestUrl, manifest);
  const unzstd = unzstdOf(manifestUrl, manifest, signal);

  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const arrived = files.map(() => 0);
  const report = (index: number, bytes: number) => {
    arrived[index] = Math.min(bytes, files[index]!.bytes);
    onProgress({ loaded: arrived.reduce((sum, count) => sum + count, 0), total });
  };
  report(0, 0);

  const take = <T>(index: number, use: Use<T>) =>
    load(store, unzstd, urls[index]!, files[index]!, use, (bytes) => report(index, bytes), signal);
  const [engine, tables] = await Promise.all([take(0, compile), take(1, tablesOf)]);
  return { engine, tables };
}

/** What is made of the content of a file while it arrives. */
type Use<T> = (content: ReadableStream<Uint8Array<ArrayBuffer>>) => Promise<T>;

const tablesOf: Use<LoadedTable[]> = async (content) =>
  unpack(new Uint8Array(await new Response(content).arrayBuffer())).map((table) => ({
    name: table.name,
    stream: () => arrowStream(table),
  }));

/** What is made of one file; `onBytes` hears how many bytes have arrived, of those it has compressed. */
async function load<T>(
  store: Store,
  unzstd: Unzstd,
  url: string,
  file: DeliveredFile,
  use: Use<T>,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<T> {
  const kept = await store.get(url);
  if (kept) {
    // What is kept was found to be right when it came.
    const { bytes, inflatedBytes } = file;
    const stored = await receive(kept, { bytes, inflatedBytes }, unzstd, use, onBytes).catch(() => undefined);
    signal.throwIfAborted();
    if (stored) return stored.used;
    await store.remove(url);
  }
  const response = await get(url, { signal });
  const { used, received } = await receive(response, file, unzstd, use, onBytes).catch((cause: unknown) => {
    signal.throwIfAborted();
    // A page that forbids WebAssembly forbids what decompresses as well, and so does one without memory for it.
    if (cause instanceof WebAssembly.CompileError || cause instanceof RangeError) throw cause;
    throw new EngineError(`${new URL(url).pathname} is not the file that was announced.`, retry, cause);
  });
  // Not waited for: the engine can start meanwhile, and a visit without a store is only a slower one.
  void store.put(url, received);
  return used;
}

/** Rejects when the file is not the one that was announced; whether a good one is of use, `used` says. */
async function receive<T>(
  response: Response,
  file: Announced & Pick<DeliveredFile, 'bytes'>,
  unzstd: Unzstd,
  use: Use<T>,
  onBytes: (bytes: number) => void,
): Promise<{ used: Promise<T>; received: Uint8Array<ArrayBuffer> }> {
  if (!response.body) throw new Error('The answer is empty.');
  let arrived = 0;
  const { content, received } = inflate(response.body, file, unzstd, (count, compressed) => {
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
