import { afterEach, expect, test, vi } from 'vitest';
import { loadOnce } from '../../src/reader/load-once.ts';

afterEach(() => vi.unstubAllGlobals());

test('a file is fetched once however often it is asked for', async () => {
  const fetch = vi.fn(() => Promise.resolve(Response.json([1, 2])));
  vi.stubGlobal('fetch', fetch);
  expect(await Promise.all([loadOnce('/once.json'), loadOnce('/once.json')])).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('after a failure, which says what the server answered, the next call tries again', async () => {
  const answers = [new Response('', { status: 503 }), Response.json('there')];
  vi.stubGlobal('fetch', () => Promise.resolve(answers.shift()!));
  await expect(loadOnce('/again.json')).rejects.toThrow('the server answered 503');
  expect(await loadOnce('/again.json')).toBe('there');
});
