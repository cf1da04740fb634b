import { EngineError } from './engine-error.ts';
import { inflate } from './inflate.ts';
import type { DeliveredFile, Manifest } from './manifest.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';

/** Bytes that have arrived and bytes in all, both compressed. */
export interface Progress {
  loaded: number;
  total: number;
}

/** What is needed to start the engine. */
export interface Delivery {
  /** Type application/wasm. */
  wasm: Blob;
  /** Arrow IPC streams. */
  tables: { name: string; stream: Uint8Array }[];
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
    if (manifest.wasm.url && manifest.worker.url && Array.isArray(manifest.tables)) return manifest;
    throw new TypeError('Entries are missing.');
  } catch (cause) {
    signal?.throwIfAborted();
    throw new EngineError(`The list of the engine's files (${url.pathname}) cannot be read.`, retry, cause);
  }
}

/**
 * Loads the engine and the tables side by side, from the store of an earlier visit or from the network, and
 * stores what came from the network. Progress starts at 0 and ends at the total. Rejects with an EngineError
 * that names the file, or with the signal's reason. After a rejection the other files go on loading until the
 * signal is aborted.
 */
export async function loadDelivery(
  manifestUrl: URL,
  manifest: Manifest,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Delivery> {
  const files = [manifest.wasm, ...manifest.tables];
  const urls = files.map(({ url }) => new URL(url, manifestUrl).href);
  const store = await openStore(new URL('.', manifestUrl).pathname, manifest.version, urls);

  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const arrived = files.map(() => 0);
  const report = (index: number, bytes: number) => {
    arrived[index] = Math.min(bytes, files[index]!.bytes);
    onProgress({ loaded: arrived.reduce((sum, count) => sum + count, 0), total });
  };
  report(0, 0);

  const contents = await Promise.all(
    files.map(async (file, index) => {
      const type = index === 0 ? 'application/wasm' : 'application/vnd.apache.arrow.stream';
      const content = await load(store, urls[index]!, file, type, (bytes) => report(index, bytes), signal);
      report(index, file.bytes);
      return content;
    }),
  );
  const streams = await Promise.all(contents.slice(1).map((content) => content.arrayBuffer()));
  return {
    wasm: contents[0]!,
    tables: manifest.tables.map(({ name }, index) => ({ name, stream: new Uint8Array(streams[index]!) })),
  };
}

/** The content of one file; `onBytes` hears how many bytes have arrived, of those it has compressed. */
async function load(
  store: Store,
  url: string,
  file: DeliveredFile,
  type: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const kept = await store.get(url);
  if (kept) {
    const content = await receive(kept, file, type, onBytes).catch(() => undefined);
    signal.throwIfAborted();
    if (content) return content.content;
    await store.remove(url);
  }
  const response = await get(url, { signal });
  try {
    const { content, received } = await receive(response, file, type, onBytes);
    // Not waited for: the engine can start meanwhile, and a visit without a store is only a slower one.
    void store.put(url, received);
    return content;
  } catch (cause) {
    signal.throwIfAborted();
    throw new EngineError(`${new URL(url).pathname} is not the file that was announced.`, retry, cause);
  }
}

async function receive(
  response: Response,
  file: DeliveredFile,
  type: string,
  onBytes: (bytes: number) => void,
) {
  if (!response.body) throw new Error('The answer is empty.');
  let arrived = 0;
  const inflated = await inflate(response.body, type, (count, compressed) => {
    arrived += count;
    onBytes(compressed ? arrived : (arrived / file.inflatedBytes) * file.bytes);
  });
  if (inflated.content.size === file.inflatedBytes) return inflated;
  throw new Error(`It holds ${inflated.content.size} bytes where ${file.inflatedBytes} were announced.`);
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
