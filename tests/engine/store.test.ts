import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '../../src/engine/store.ts';

const address = 'https://report.example/engine/engine.wasm.zst';
const never = () => new Promise<never>(() => undefined);
const cacheWith = (parts: Partial<Cache>) => ({ keys: async () => [], ...parts }) as Cache;
const storageWith = (parts: Partial<CacheStorage>) =>
  vi.stubGlobal('caches', { keys: async () => [], delete: async () => true, ...parts });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what is kept is given', async () => {
  const kept = new Response('kept');
  storageWith({ open: async () => cacheWith({ match: async () => kept }) });
  const store = await openStore('/', '1', [address]);
  expect(await store.get(address)).toBe(kept);
});

test('what is ours of another version is thrown away, and what is of others stays', async () => {
  const thrown: string[] = [];
  storageWith({
    keys: async () => [
      'leaderboard-engine / 0',
      'leaderboard-engine / 1',
      'leaderboard-engine /a/ 0',
      'another',
    ],
    delete: async (name) => Boolean(thrown.push(name)),
    open: async () => cacheWith({}),
  });
  await openStore('/', '1', [address]);
  expect(thrown).toEqual(['leaderboard-engine / 0']);
});

test.each([
  ['there is none', () => vi.stubGlobal('caches', undefined)],
  [
    'it is forbidden',
    () => storageWith({ open: () => Promise.reject(new DOMException('no', 'SecurityError')) }),
  ],
])('where %s, nothing is kept and nothing fails', async (_, given) => {
  given();
  const store = await openStore('/', '1', [address]);
  expect(await store.get(address)).toBeUndefined();
  await store.put(address, new Uint8Array(1));
  await store.remove(address);
});

test('storage that never opens is passed by after three seconds, and not asked again', async () => {
  storageWith({ open: never });
  const opening = openStore('/', '1', [address]);
  const opened = vi.fn();
  void opening.then(opened);
  await vi.advanceTimersByTimeAsync(2900);
  expect(opened).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(opened).toHaveBeenCalledOnce();
  expect(await (await opening).get(address)).toBeUndefined();
});

test('storage that falls silent is passed by once, and not asked again', async () => {
  const match = vi.fn(never);
  storageWith({ open: async () => cacheWith({ match }) });
  const store = await openStore('/', '1', [address]);
  const first = store.get(address);
  await vi.advanceTimersByTimeAsync(3100);
  expect(await first).toBeUndefined();
  expect(await store.get(address)).toBeUndefined();
  expect(match).toHaveBeenCalledOnce();
});
