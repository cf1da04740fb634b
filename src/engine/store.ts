/** Keeps downloaded files from one visit to the next. */
export interface Store {
  get(url: string): Promise<Response | undefined>;
  put(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(url: string): Promise<void>;
}

/** For how long Cache Storage may keep silent, in milliseconds. A browser whose disk is in trouble may do so for ever. */
const patience = 3000;

/**
 * Opens our cache of this version in Cache Storage and throws away what is ours and no longer wanted: the
 * caches of other versions, and files that are not in `wanted` (absolute addresses). Never fails: where Cache
 * Storage is missing, full, forbidden, as in some private windows, or silent, the store forgets everything.
 */
export async function openStore(scope: string, version: string, wanted: readonly string[]): Promise<Store> {
  // Several reports may live on one origin; the scope keeps them from deleting each other's caches.
  const prefix = `leaderboard-engine ${scope} `;
  const name = prefix + version;
  let cache = await quiet(async () => {
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
  const ask = <T>(action: (opened: Cache) => Promise<T>) =>
    quiet(
      () => cache && action(cache),
      () => (cache = undefined),
    );
  return {
    get: (url) => ask((opened) => opened.match(url)),
    // Nobody waits for it, however long a disk takes over it.
    put: async (url, bytes) => {
      await cache?.put(url, new Response(bytes)).catch(() => undefined);
    },
    remove: async (url) => void (await ask((opened) => opened.delete(url))),
  };
}

/** What an action gives; undefined where it fails, or where it keeps silent, which `onSilence` hears. */
async function quiet<T>(
  action: () => Promise<T> | undefined,
  onSilence?: () => void,
): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      onSilence?.();
      resolve(undefined);
    }, patience);
  });
  try {
    return await Promise.race([action(), silence]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
