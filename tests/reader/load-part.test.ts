import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { __vitePreload } from '../../src/reader/load-part.ts';

let links: { rel?: string; href?: string }[];
beforeEach(() => {
  links = [];
  vi.stubGlobal('document', {
    createElement: () => ({}),
    head: { append: (link: object) => links.push(link) },
  });
});
afterEach(() => void vi.unstubAllGlobals());

test('what a part needs is sent for beside it, once', async () => {
  vi.stubGlobal('navigator', { onLine: true });
  const load = vi.fn(() => Promise.resolve('part'));
  expect(await __vitePreload(load, ['_astro/a.js', '_astro/b.js'])).toBe('part');
  expect(await __vitePreload(load, ['_astro/b.js', '_astro/c.js'])).toBe('part');
  expect(links.map(({ href }) => href!.split('/').slice(-2).join('/'))).toEqual([
    '_astro/a.js',
    '_astro/b.js',
    '_astro/c.js',
  ]);
  expect(links.every(({ rel }) => rel === 'modulepreload')).toBe(true);
});

test('offline nothing is imported before the server has answered', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const load = vi.fn(() => Promise.resolve('part'));
  const ask = vi.fn((): Promise<Response> => Promise.reject(new TypeError('Failed to fetch')));
  vi.stubGlobal('fetch', ask);
  await expect(__vitePreload(load, ['_astro/d.js'])).rejects.toThrow('Failed to fetch');
  expect(load).not.toHaveBeenCalled();
  expect(links).toEqual([]);
  ask.mockResolvedValue(new Response());
  expect(await __vitePreload(load, ['_astro/d.js'])).toBe('part');
});
