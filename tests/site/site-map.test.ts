import { expect, test } from 'vitest';
import { ownAddress, siteMapOf } from '../../src/site/site-map.ts';

test('a page that stands at its own address is listed, one that stands for another or hides is not', () => {
  const address = 'https://a.example/x/';
  const page = `<link rel="canonical" href="${address}">`;
  expect(ownAddress(page, address)).toBe(address);
  expect(ownAddress(page, 'https://a.example/figures/x/')).toBeUndefined();
  expect(ownAddress(`${page}<meta name="robots" content="noindex">`, address)).toBeUndefined();
  expect(ownAddress('<p>no address</p>', address)).toBeUndefined();
});

test('addresses are sorted and escaped', () => {
  expect(siteMapOf(['https://a.example/b/?x=1&y=2', 'https://a.example/a/'])).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.example/a/</loc></url>
<url><loc>https://a.example/b/?x=1&amp;y=2</loc></url>
</urlset>
`,
  );
});
