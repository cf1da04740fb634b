import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse, type HTMLElement } from 'node-html-parser';
import { ownPagesOf } from './report.ts';
import { rootSite } from './sites.ts';

/** What assistive technology calls a table: the words that it refers to, of its label, or of its caption. */
function nameOf(table: HTMLElement, page: HTMLElement): string {
  const named = (table.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
  const words = named.map((id) => page.getElementById(id)?.text ?? '').join(' ');
  return (words || (table.getAttribute('aria-label') ?? table.querySelector('caption')?.text ?? '')).trim();
}

test('every table of every page has a name', async () => {
  let tables = 0;
  const nameless: string[] = [];
  for (const address of await ownPagesOf(rootSite)) {
    const page = parse(readFileSync(join(rootSite.folder, address, 'index.html'), 'utf8'));
    for (const table of page.querySelectorAll('table')) {
      tables += 1;
      if (nameOf(table, page) === '') nameless.push(`${address}: ${table.querySelector('tr')?.text ?? ''}`);
    }
  }
  expect(nameless).toEqual([]);
  expect(tables).toBeGreaterThan(50);
});
