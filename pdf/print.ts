import type { Browser } from 'playwright-core';
import type { CitationFile } from '../src/references/citation-file.ts';

/** What the edition says of itself on every page, and where its links lead. */
export interface Printed {
  title: string;
  edition: CitationFile;
  /** Address of the published front page; undefined where it is not known. */
  published: string | undefined;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A line at the head or foot of each page: words at its two ends. */
const line = (left: string, right: string) =>
  `<div style="width:100%;margin:0 18mm;display:flex;justify-content:space-between;font:8pt sans-serif;color:#585e66"><span>${left}</span><span>${right}</span></div>`;

/**
 * The one-page edition of a served site as a tagged PDF of A4 pages, with an outline. Links to other pages lead to the
 * published site; where that is not known they are words.
 */
export async function printEdition(
  browser: Browser,
  served: string,
  { title, edition, published }: Printed,
): Promise<Buffer> {
  const page = await browser.newPage({ colorScheme: 'light' });
  try {
    await page.goto(`${served}all/`);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(
      async ([from, to]) => {
        for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
          if (link.getAttribute('href')!.startsWith('#') || !link.href.startsWith(from!)) continue;
          if (to) link.href = to + link.href.slice(from!.length);
          else link.removeAttribute('href');
        }
        const pictures = [...document.querySelectorAll('img')];
        for (const picture of pictures) picture.loading = 'eager';
        await Promise.all(pictures.map((picture) => picture.decode()));
        await document.fonts.ready;
      },
      [served, published] as const,
    );
    const day = new Date(`${edition.released}T00:00:00Z`).toLocaleDateString('en-GB', {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
    return await page.pdf({
      format: 'A4',
      margin: { top: '22mm', bottom: '20mm', left: '18mm', right: '18mm' },
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: line(escaped(title), `Version ${escaped(edition.version)}, ${day}`),
      footerTemplate: line('', '<span class="pageNumber"></span> of <span class="totalPages"></span>'),
    });
  } finally {
    await page.close();
  }
}
