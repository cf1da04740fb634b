import { EngineError } from './engine-error.ts';
import type { Manifest } from './manifest.ts';

/** What a reader can do where a file did not come. */
export const retry = 'Check the connection and try again.';

/**
 * Fetches the manifest, always anew: it is small, and it alone says which files are current. Rejects with an
 * EngineError, or with the signal's reason.
 */
export async function loadManifest(url: URL, signal?: AbortSignal): Promise<Manifest> {
  const response = await get(url.href, { signal, cache: 'no-cache' });
  try {
    const manifest = (await response.json()) as Manifest;
    const { wasm, worker, decoder, tables, onDemand } = manifest;
    if (wasm.url && worker.url && decoder.url && tables.url && Array.isArray(onDemand)) return manifest;
    throw new TypeError('Entries are missing.');
  } catch (cause) {
    signal?.throwIfAborted();
    throw new EngineError(`The list of the engine's files (${url.pathname}) cannot be read.`, retry, cause);
  }
}

/** Fetches a file; rejects with an EngineError that names it, or with the signal's reason. */
export async function get(url: string, init: RequestInit): Promise<Response> {
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
