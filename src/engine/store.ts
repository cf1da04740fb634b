/** Keeps downloaded files from one visit to the next. */
export interface Store {
  get(url: string): Promise<Response | undefined>;
  put(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(url: string): Promise<void>;
}

/**
 * Opens our cache of this version in Cache Storage and throws away what is ours and no longer wanted: the
 * caches of other versions, and files that are not in `wanted` (absolute addresses). Never fails: where Cache
 * Storage is missing, full or forbidden, as in some private windows, the store forgets everything.
 */
export async function openStore(scope: string, version: string, wanted: readonly string[]): Promise<Store> {
  // Several reports may live on one origin; the scope keeps them from deleting each other's caches.
  const prefix = `leaderboard-engine ${scope} `;
  const name = prefix + version;
  const cache = await quiet(async () => {
    const names = await caches.keys();
    await Promise.all(
      names.filter((other) => other.startsWith(prefix) && other !== name).map((old) => caches.delete(old)),
    );
    const opened = await caches.open(name);
    for (const request of await opened.keys()) {
      if (!wanted.includes(request.url)) await opened.delete(request);
    }
    return opened;
  });
  return {
    get: (url) => quiet(() => cache?.match(url)),
    put: async (url, bytes) => void (await quiet(() => cache?.put(url, new Response(bytes)))),
    remove: async (url) => void (await quiet(() => cache?.delete(url))),
  };
}

async function quiet<T>(action: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await action();
  } catch {
    return undefined;
  }
}
