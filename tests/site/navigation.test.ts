import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { footerNavigation, navigation } from '../../src/site/navigation.ts';

test('every address is that of a page', () => {
  for (const { href } of footerNavigation) {
    const name = href.replace(/#.*$/, '').replaceAll('/', '') || 'index';
    expect(existsSync(`src/pages/${name}.astro`) || existsSync(`src/pages/${name}/index.astro`), href).toBe(
      true,
    );
  }
});

test('the footer names every page outside the chapters, each once', () => {
  const pages = readdirSync('src/pages')
    .filter((name) => /^[a-z-]+\.astro$/.test(name) && name !== 'index.astro')
    .map((name) => `/${name.replace('.astro', '')}/`);
  const hrefs = footerNavigation.map(({ href }) => href);
  expect(pages.filter((page) => !hrefs.includes(page))).toEqual([]);
  expect(new Set(hrefs).size).toBe(hrefs.length);
  expect(new Set(footerNavigation.map(({ label }) => label)).size).toBe(hrefs.length);
});

test('the header is a short choice of the footer', () => {
  expect(navigation.length).toBeLessThanOrEqual(5);
  for (const item of navigation) expect(footerNavigation).toContainEqual(item);
});
