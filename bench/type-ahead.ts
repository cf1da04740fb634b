import type { Browser } from 'playwright-core';
import type { ServedSite } from '../src/serve/serve-site.ts';
import type { Section } from './measurement.ts';
import { repeat } from './repeat.ts';

/** What readers look for, letter by letter. */
const words = ['qwen2.5', 'llama-3.1-8b', 'mixtral', 'gemma 9b', 'instruct'];

/** From a letter in the model finder to the names that hold the text. */
export async function measureTypeAhead(browser: Browser, served: ServedSite): Promise<Section> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${served.url}models/`);
    const field = page.locator('.finder-search input');
    await field.fill('q');
    await page.locator('.finder-search [role=option]').first().waitFor();
    await page.waitForFunction(() => !document.documentElement.classList.contains('is-answering'));
    const times = await repeat(5, 20, () => page.evaluate(typeInPage, words));
    return {
      id: 'type-ahead',
      title: 'Type-ahead over all models',
      notes: [
        'Each letter of a few searches, in the page: from the event to the end of the frame that shows the names.',
      ],
      measurements: [{ what: 'A letter to the names shown', unit: 'ms', values: times.flat(), target: 50 }],
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page: it can use nothing of this module. */
async function typeInPage(searches: readonly string[]): Promise<number[]> {
  const input = document.querySelector<HTMLInputElement>('.finder-search input')!;
  const times: number[] = [];
  for (const search of searches)
    for (let letters = 1; letters <= search.length; letters++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const start = performance.now();
      input.value = search.slice(0, letters);
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
      times.push(performance.now() - start);
    }
  return times;
}
