import { cpus, totalmem } from 'node:os';
import { deflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { medianOf } from './measurement.ts';

/** The kind of machine that the numbers belong to; nothing that names the machine or its user. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGiB: number;
  system: string;
  node: string;
  chromium: string;
  /**
   * Milliseconds that one core takes to deflate the same eight megabytes, the median of five. Machines of one name
   * differ by more than twofold, and one machine from day to day: numbers of builds are compared by this one.
   */
  deflateMs: number;
  /**
   * Milliseconds from the start of a page of one word to its first paint, the median of five: what the browser takes
   * before any work of ours. A machine that deflates as fast as another can be three times as slow here, so that
   * numbers of the browser are compared by this one.
   */
  wordPaintMs: number;
}

/** Text of eight megabytes, the same everywhere, that a compressor has to work on. */
function sampleText(): Buffer {
  const text = Buffer.alloc(8e6);
  let state = 1;
  for (let at = 0; at < text.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text[at] = 97 + ((state >>> 24) % 11);
  }
  return text;
}

function deflateMilliseconds(): number {
  const text = sampleText();
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    deflateSync(text);
    return performance.now() - start;
  });
  return Math.round(medianOf(times));
}

async function wordPaintMilliseconds(browser: Browser): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < 5; visit++) {
    const page = await browser.newPage();
    await page.goto('data:text/html,<p>word');
    const paint = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    );
    times.push((await paint.jsonValue()) ?? Number.NaN);
    await page.close();
  }
  return Math.round(medianOf(times));
}

/** Describes this machine, with its browser. */
export async function describeMachine(browser: Browser): Promise<Machine> {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    chromium: browser.version(),
    deflateMs: deflateMilliseconds(),
    wordPaintMs: await wordPaintMilliseconds(browser),
  };
}
