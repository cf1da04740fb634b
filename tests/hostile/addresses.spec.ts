// Hostile addresses in a browser: the page stays, nothing runs, the console is silent, and what is said can be read.
import { expect, test } from '../browser/report.ts';
import { hostileTexts } from './texts.ts';

const kinds = [
  'markup',
  'script',
  'sql',
  'prototype',
  'constructor',
  'from right to left',
  'nul',
  'long and wide',
  'regular expression',
] as const;

const pages: [page: string, keys: readonly string[]][] = [
  ['size-and-score/', ['name', 'vs', 'size']],
  ['explorer/', ['pattern', 'columns', 'plot1']],
  ['models/', ['m', 'm', 'cost']],
  ['choose/', ['weights', 'memory', 'licence']],
  ['sql/', ['q', 'chart', 'name']],
  ['search/', ['q', 'q', 'name']],
];

for (const [address, keys] of pages)
  for (const kind of kinds)
    test(`${address}: ${kind}`, async ({ page, site }) => {
      const text = hostileTexts[kind]!.slice(0, 200);
      const query = new URLSearchParams(keys.map((key) => [key, text]));
      page.on('dialog', (dialog) => {
        throw new Error(`it ran: ${dialog.message()}`);
      });
      await page.goto(
        `${site.url}${address}?${query.toString()}&${new URLSearchParams([[text, text]]).toString()}`,
      );
      await expect(page.locator('h1').first()).toBeVisible();
      // Once it has come to rest.
      await page.waitForLoadState('networkidle');
      const { words, made } = await page.evaluate(() => ({
        words: document.querySelector('main')!.innerText.length,
        made: document.querySelectorAll('img[src="x"], [onerror], main script:not([src]):not([type])').length,
      }));
      expect(words).toBeGreaterThan(100);
      expect(made).toBe(0);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond).toBeLessThanOrEqual(0);
    });
