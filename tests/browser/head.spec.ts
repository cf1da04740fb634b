import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { edition } from '../../src/site/edition.ts';
import { citedTitle, report } from '../../src/site/report.ts';
import { chaptersOf, expect, ownPagesOf, test } from './report.ts';
import { rootSite, sites } from './sites.ts';

const published = sites.find(({ site }) => site !== undefined)!;
const own = await ownPagesOf(published);
const chapters = await chaptersOf(published);
const addressOf = (page: string) => `${published.site}${published.base}${page}`;

interface Head {
  title: string;
  canonical: string | null;
  /** Contents of meta elements by name or property. */
  meta: Record<string, string[]>;
  data: Record<string, unknown>;
  edit: string | null;
  fault: string | null;
  times: string[];
  footer: string;
}

const headOf = (page: Page): Promise<Head> =>
  page.evaluate(() => {
    const meta: Record<string, string[]> = {};
    for (const each of document.querySelectorAll<HTMLMetaElement>('meta[name], meta[property]'))
      (meta[each.name || each.getAttribute('property')!] ??= []).push(each.content);
    const data = document.querySelectorAll('script[type="application/ld+json"]');
    if (data.length !== 1) throw new Error(`${data.length} descriptions for programs`);
    const footer = document.querySelector('.site-footer')!;
    const link = (words: string) =>
      [...footer.querySelectorAll('a')].find((each) => each.textContent === words)?.href ?? null;
    return {
      title: document.title,
      canonical: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? null,
      meta,
      data: JSON.parse(data[0]!.textContent) as Record<string, unknown>,
      edit: link('Edit this page'),
      fault: link('report a fault'),
      times: [...footer.querySelectorAll('time')].map(({ dateTime }) => dateTime),
      footer: (footer as HTMLElement).innerText,
    };
  });

test.describe('where the addresses of the site and of the repository are known', () => {
  test.use({ build: published });

  test('every page says what it is, where it stands and where it is changed', async ({ page, site }) => {
    test.setTimeout(300_000);
    const pictures = new Set<string>();
    for (const address of own) {
      await page.goto(site.url + address);
      const { canonical, meta, data, edit, fault, times, footer, title } = await headOf(page);
      expect(title).toContain(report.title);
      expect(canonical, address).toBe(addressOf(address));
      expect(meta['og:url'], address).toEqual([addressOf(address)]);
      expect(meta.description?.[0]?.length, address).toBeGreaterThan(30);
      expect(meta['og:description'], address).toEqual(meta.description);
      expect(meta['og:site_name']).toEqual([report.title]);
      expect(data['@type'], address).toBe(
        chapters.includes(address) && address !== ''
          ? 'Article'
          : address === 'data-card/'
            ? 'Dataset'
            : 'WebPage',
      );
      expect(data.url).toBe(addressOf(address));
      const picture = meta['og:image']![0]!;
      expect(data.image).toBe(picture);
      pictures.add(picture.replace(addressOf(''), ''));
      expect(meta['og:image:alt']?.[0]).toMatch(/\?$/);
      expect(data.version).toBe(edition.version);
      expect(times).toEqual([edition.released]);
      expect(footer).toContain(`Version ${edition.version}`);
      const source = decodeURIComponent(edit!.replace(`${published.repository}/edit/main/`, ''));
      expect(existsSync(source), `${address} is written in ${source}`).toBe(true);
      const told = new URL(fault!);
      expect(told.href.startsWith(`${published.repository}/issues/new?`)).toBe(true);
      expect(told.searchParams.get('body')).toContain(addressOf(address));
    }
    expect(pictures.size).toBeGreaterThan(10);
    for (const picture of pictures) {
      const png = await readFile(join(published.folder, picture));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], picture).toEqual([1200, 630]);
      expect(png.length, picture).toBeLessThan(50_000);
    }
  });

  test('a chapter and the report itself can be cited from their heads', async ({ page, site }) => {
    await page.goto(site.url);
    const { meta: front } = await headOf(page);
    expect(front.citation_title).toEqual([citedTitle]);
    await page.goto(`${site.url}carbon/`);
    const { meta, data } = await headOf(page);
    expect(meta.citation_title).toEqual(['Carbon']);
    expect(meta.citation_inbook_title).toEqual([citedTitle]);
    expect(meta.citation_author).toEqual(edition.authors);
    expect(meta.citation_publication_date).toEqual([edition.released.replaceAll('-', '/')]);
    expect(meta.citation_public_url).toEqual([addressOf('carbon/')]);
    expect(data.headline).toBe('Carbon');
    expect(meta['og:type']).toEqual(['article']);
  });

  test('the data card lists files that are there and columns with their meanings', async ({ page, site }) => {
    await page.goto(`${site.url}data-card/`);
    const { data } = await headOf(page);
    const files = data.distribution as { contentUrl: string; encodingFormat: string }[];
    expect(files.length).toBeGreaterThan(5);
    for (const { contentUrl } of files)
      expect(existsSync(join(published.folder, contentUrl.replace(addressOf(''), ''))), contentUrl).toBe(
        true,
      );
    const columns = data.variableMeasured as { name: string; description: string }[];
    expect(columns.map(({ name }) => name)).toContain('average');
    expect(columns.filter(({ description }) => !description)).toEqual([]);
  });

  test('the map lists every page that stands at its own address, and robots are told of it', async () => {
    const map = await readFile(join(published.folder, 'sitemap.xml'), 'utf8');
    const listed = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!);
    expect(listed.filter((address) => !/\/choose\/./.test(address))).toEqual(own.map(addressOf).sort());
    expect(listed.some((address) => address.includes('/figures/'))).toBe(false);
    expect(await readFile(join(published.folder, 'robots.txt'), 'utf8')).toContain(
      `Sitemap: ${addressOf('sitemap.xml')}\n`,
    );
  });

  test('changes can be followed: the feed is well-formed and holds this version', async ({ page, site }) => {
    await page.goto(site.url);
    const href = await page
      .locator('link[rel="alternate"][type="application/atom+xml"]')
      .getAttribute('href');
    const text = await (await page.request.get(new URL(href!, site.url).href)).text();
    const entries = await page.evaluate((xml) => {
      const feed = new DOMParser().parseFromString(xml, 'application/xml');
      if (feed.querySelector('parsererror')) throw new Error('The feed is no XML');
      return [...feed.querySelectorAll('entry')].map((entry) =>
        ['id', 'title', 'updated'].map((name) => entry.querySelector(name)!.textContent),
      );
    }, text);
    expect(entries).toContainEqual([
      `${addressOf('feed.xml')}#${edition.version}`,
      `Version ${edition.version}`,
      `${edition.released}T00:00:00Z`,
    ]);
  });
});

for (const build of sites)
  test.describe(build.name, () => {
    test.use({ build });

    test('a device can keep the report: name and icons', async ({ page, site }) => {
      await page.goto(site.url);
      const href = await page.locator('link[rel="manifest"]').getAttribute('href');
      const manifest = (await (await page.request.get(new URL(href!, site.url).href)).json()) as {
        name: string;
        start_url: string;
        icons: { src: string; sizes: string }[];
      };
      expect(manifest.name).toBe(report.title);
      expect(manifest.start_url).toBe(build.base);
      expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(['180x180', '192x192', '512x512']);
      for (const { src, sizes } of manifest.icons) {
        const size = await page.evaluate(async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }, src);
        expect(size).toBe(sizes);
      }
    });
  });

test('where no address is known, none is given', async ({ page, site }) => {
  await page.goto(`${site.url}carbon/`);
  const { canonical, meta, data, edit, fault } = await headOf(page);
  expect([canonical, edit, fault, data.url ?? null, meta['og:url'] ?? null]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  await expect(page.locator('link[rel="alternate"]')).toHaveCount(0);
  for (const file of ['feed.xml', 'sitemap.xml']) expect(existsSync(join(rootSite.folder, file))).toBe(false);
});
