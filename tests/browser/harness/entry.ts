import { openBrowserEngine } from '../../../src/engine/browser.ts';
import type { BrowserEngineOptions, Progress } from '../../../src/engine/browser.ts';
import type { Engine, Row } from '../../../src/engine/engine.ts';

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
