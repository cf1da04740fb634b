import type { Browser, Page } from 'playwright-core';
import { prepareTables } from '../src/engine/prepare.ts';
import { openNativeEngine } from '../src/engine/native.ts';
import { rawTables } from '../src/engine/raw-tables.ts';
import { frameOf } from '../src/explorer/frame.ts';
import { frameQuery } from '../src/explorer/queries.ts';
import { keptOf } from '../src/explorer/kept.ts';
import { defaultOptions } from '../src/explorer/options.ts';
import { scatterPlot } from '../src/explorer/scatter-plot.ts';
import { parseSlice } from '../src/slice/slice.ts';
import type { ServedSite } from '../src/serve/serve-site.ts';
import type { Measurement, Section } from './measurement.ts';
import { repeat } from './repeat.ts';

/** Movements of the pointer in one stroke. */
const movements = 40;

/** How often the table stands one after another where only the computing is measured. */
const copies = [1, 22, 222];

/** From a movement of the pointer to the frame that shows it, and to the end of the script in that frame. */
interface Stroke {
  script: number[];
  painted: number[];
  /** From letting go to the table's answer. */
  released: number;
}

/** Strokes over the first plot of the explorer, which all six follow; and what a longer table would add. */
export async function measureBrush(browser: Browser, served: ServedSite): Promise<Section> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const measurements: Measurement[] = [];
  try {
    const page = await context.newPage();
    await page.goto(`${served.url}explorer/`);
    await page.locator('[data-explorer]').dispatchEvent('pointermove');
    await page.waitForFunction(() => document.querySelectorAll('.plot-drawing canvas').length === 6);
    await page.waitForFunction(() => !document.documentElement.classList.contains('is-answering'));
    await stroke(page);
    const strokes = await repeat(5, 20, () => stroke(page));
    measurements.push(
      {
        what: 'Stroke to six plots redrawn: script',
        unit: 'ms',
        values: strokes.flatMap(({ script }) => script),
      },
      {
        what: 'Stroke to six plots redrawn: painted',
        unit: 'ms',
        values: strokes.flatMap(({ painted }) => painted),
        target: 50,
      },
      {
        what: 'Letting go to the slice answered: table and groups',
        unit: 'ms',
        values: strokes.map(({ released }) => released),
        target: 150,
      },
    );
  } finally {
    await context.close();
  }
  measurements.push(...(await measureLongTables()));
  return {
    id: 'brush',
    title: 'Linked brushing',
    notes: [
      `${movements} movements a stroke, over a third to all of the first plot. Measured in the page from the event; painted is the start of the frame after the one that shows it.`,
      'The longer tables are copies of the same models; their times are of the computing alone, in Node: what a stroke keeps, and the cells of one density.',
    ],
    measurements,
  };
}

async function measureLongTables(): Promise<Measurement[]> {
  const engine = await openNativeEngine(rawTables());
  try {
    await prepareTables(engine);
    const rows = await frameQuery('reviewed').askOf((sql) => engine.query(sql));
    const measurements: Measurement[] = [];
    for (const times of copies) {
      const frame = frameOf('reviewed', Array.from({ length: times }, () => rows).flat());
      const base = new Uint8Array(frame.length).fill(1);
      const { cells } = scatterPlot(frame, defaultOptions.plot1, 0);
      const values = await repeat(movements, 10, (index) => {
        const query = `size=1-${10 + index}&average=10-${20 + index}`;
        const { slice } = parseSlice(new URLSearchParams(query));
        const start = performance.now();
        cells!.counts(keptOf(frame, base, { slice, within: [] }));
        return Promise.resolve(performance.now() - start);
      });
      measurements.push({
        what: `${frame.length.toLocaleString('en')} models: what a stroke keeps, in cells`,
        unit: 'ms',
        values,
      });
    }
    return measurements;
  } finally {
    await engine.close();
  }
}

const stroke = (page: Page): Promise<Stroke> => page.evaluate(strokeInPage, movements);

/** Runs in the page: it can use nothing of this module. */
async function strokeInPage(times: number): Promise<Stroke> {
  const pad = document.querySelector<HTMLElement>('.brush-pad')!;
  // A made event has no pointer that could be captured.
  pad.setPointerCapture = () => undefined;
  const { left, top, width, height } = pad.getBoundingClientRect();
  const send = (type: string, share: number) =>
    pad.dispatchEvent(
      new PointerEvent(type, {
        clientX: left + share * width,
        clientY: top + share * height,
        button: 0,
        isPrimary: true,
      }),
    );
  const frame = () => new Promise(requestAnimationFrame);
  const script: number[] = [];
  const painted: number[] = [];
  send('pointerdown', 0.02);
  for (let index = 0; index < times; index++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const start = performance.now();
    // Forth and back, so that a movement changes few models or many.
    send('pointermove', 0.65 + 0.33 * Math.sin(index));
    await frame();
    script.push(performance.now() - start);
    await frame();
    painted.push(performance.now() - start);
  }
  const root = document.documentElement;
  const start = performance.now();
  send('pointerup', 0.9);
  while (!root.classList.contains('is-answering')) await frame();
  while (root.classList.contains('is-answering')) await frame();
  const released = performance.now() - start;
  document.querySelector<HTMLElement>('.plot-frame .brush-clear:not([hidden])')?.click();
  while (!root.classList.contains('is-answering')) await frame();
  while (root.classList.contains('is-answering')) await frame();
  return { script, painted, released };
}
