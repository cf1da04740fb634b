import type { Browser } from 'playwright-core';
import { askSlices } from './ask.ts';

interface Message {
  type: string;
  sql: string;
  start: number;
  end: number;
}

declare global {
  interface Window {
    benchMessages?: Message[];
  }
}

/** Milliseconds of each stage of the first answer in an empty browser, one after another. */
export async function startupStages(browser: Browser, url: string): Promise<Map<string, number>> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(recordMessages);
    await page.goto(url, { waitUntil: 'networkidle' });
    // A slice without a file.
    const [answer] = await askSlices(page, ['size=2-7']);
    const { start, texts, all } = answer!;
    const messages = await page.evaluate(() => window.benchMessages ?? []);
    const time = (end: 'start' | 'end', is: (message: Message) => boolean) =>
      (messages.find(is)?.[end] ?? Number.NaN) - start;
    const instantiates = ({ type }: Message) => type === 'INSTANTIATE';
    const locks = ({ sql }: Message) => sql.includes('lock_configuration');
    const ends: [stage: string, end: number][] = [
      ['files arrive, the engine is compiled', time('start', instantiates)],
      ['the engine starts in its worker', time('end', instantiates)],
      ['database opens, tables go in', time('end', locks)],
      ['queries and texts', texts],
      ['Vega loads, charts are drawn', all],
    ];
    return new Map(ends.map(([stage, end], index) => [stage, end - (ends[index - 1]?.[1] ?? 0)]));
  } finally {
    await context.close();
  }
}

/** Runs in the page before anything else of it: times what is asked of the worker. */
function recordMessages(): void {
  const messages: Message[] = (window.benchMessages = []);
  const waiting = new Map<number, Message>();
  const heard = new WeakSet<Worker>();
  const post = Worker.prototype.postMessage as (this: Worker, ...given: unknown[]) => void;
  Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
    const { messageId, type, data } = given[0] as { messageId: number; type: string; data?: unknown[] };
    if (!heard.has(this))
      this.addEventListener('message', ({ data: answer }: MessageEvent<{ requestId: number }>) => {
        const message = waiting.get(answer.requestId);
        if (message) message.end = performance.now();
      });
    heard.add(this);
    const sql = typeof data?.[1] === 'string' ? data[1] : '';
    const message = { type, sql, start: performance.now(), end: Number.NaN };
    waiting.set(messageId, message);
    messages.push(message);
    post.apply(this, given);
  };
}
