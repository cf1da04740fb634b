import { openBrowserEngine } from '../../../src/engine/browser.ts';
import type { BrowserEngineOptions, Progress } from '../../../src/engine/browser.ts';
import type { Engine, Row } from '../../../src/engine/engine.ts';
import { engineSource } from '../../../src/reader/answers/source.ts';
import { breath } from '../../../src/reader/breath.ts';
import { findFigure } from '../../../src/figures/figures.ts';
import { parseSlice } from '../../../src/slice/slice.ts';
import { writeRows } from './write-rows.ts';

/** The engine of the page, driven from a test: only what can be sent between the two. */
const harness = {
  progress: [] as Progress[],
  engine: undefined as Engine | undefined,

  /** Opens the engine of `engine/manifest.json` beside the page; `progress` then holds what was reported. */
  async open(options: Partial<BrowserEngineOptions> = {}): Promise<void> {
    harness.progress = [];
    harness.engine = await openBrowserEngine({
      manifestUrl: 'engine/manifest.json',
      onProgress: (progress) => harness.progress.push(progress),
      ...options,
    });
  },

  run: (sql: string): Promise<void> => harness.opened().run(sql),
  query: (sql: string, signal?: AbortSignal): Promise<Row[]> => harness.opened().query(sql, signal),
  close: (): Promise<void> => harness.opened().close(),

  /** Runs the statements, then answers a digest of the rows of each query, which is less to send. */
  async digests(statements: readonly string[], queries: readonly string[]): Promise<string[]> {
    await harness.run(statements.join(';\n'));
    const digests: string[] = [];
    for (const sql of queries) {
      const text = new TextEncoder().encode(writeRows(await harness.query(sql)));
      const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
      digests.push(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
    }
    return digests;
  },

  /** What the engine answers a slice: statistics and the rows of figures, as JSON. */
  async answer(query: string, statistics: readonly string[], figures: readonly string[]): Promise<string> {
    const { slice } = parseSlice(new URLSearchParams(query));
    const source = engineSource(harness.opened());
    const answering = await source(slice, new AbortController().signal);
    const rows = await Promise.all(
      figures.map(async (id) => [id, await answering.rows(findFigure(id)!, breath)] as const),
    );
    const { usual: estimates } = await answering.answers(new Set(statistics), {}, breath);
    return JSON.stringify({ estimates, figures: Object.fromEntries(rows) });
  },

  opened(): Engine {
    if (!harness.engine) throw new Error('Open the engine first.');
    return harness.engine;
  },
};

export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
  }
}

window.harness = harness;
