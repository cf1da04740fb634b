import { openBrowserEngine, type Progress } from '../engine/browser.ts';
import type { ReaderEngine } from '../engine/engine.ts';
import { QueryProblem } from '../engine/query-problem.ts';
import { describeQuery, explainedQuery, streamQuery } from '../engine/reader-query.ts';
import { formatSlice, type Slice } from '../slice/slice.ts';
import { sliceStatements } from '../slice/views.ts';
import { collectResult, type Result } from './result.ts';

interface Opening {
  engine: Promise<ReaderEngine>;
  abort: AbortController;
  /** The slice that its views show. */
  slice?: string;
}

const cancelled = () => new DOMException('The query was cancelled.', 'AbortError');

/**
 * The engine of the reader's own queries: one of its own, because a query that keeps the engine busy hears
 * nothing until it ends, so that cancelling it means ending the worker. The page's slices live on in theirs.
 */
export class ReaderSession {
  readonly #manifestUrl: string;
  readonly #onProgress: (progress: Progress | null) => void;
  #opening: Opening | undefined;

  /** `onProgress` hears how much of the engine has arrived, and null when it has started. */
  constructor(manifestUrl: string, onProgress: (progress: Progress | null) => void) {
    this.#manifestUrl = manifestUrl;
    this.#onProgress = onProgress;
  }

  /** Starts the engine, once; after a failure the next call starts afresh. */
  open(): Promise<unknown> {
    return this.#open().engine;
  }

  #open(): Opening {
    return (this.#opening ??= this.#start());
  }

  #start(): Opening {
    const abort = new AbortController();
    const start = async () => {
      const engine = await openBrowserEngine({
        manifestUrl: this.#manifestUrl,
        signal: abort.signal,
        onProgress: this.#onProgress,
        listed: true,
      });
      abort.signal.addEventListener('abort', () => void engine.close(), { once: true });
      this.#onProgress(null);
      return engine;
    };
    const opening: Opening = { abort, engine: start() };
    opening.engine.catch(() => {
      if (this.#opening === opening) this.#opening = undefined;
    });
    return opening;
  }

  /** Answers a reader's query over a slice. Rejects with a QueryProblem, or an AbortError once cancelled. */
  async ask(text: string, slice: Slice): Promise<Result> {
    const opening = this.#open();
    const engine = await opening.engine;
    try {
      const wanted = formatSlice(slice);
      if (opening.slice !== wanted) {
        await engine.run(sliceStatements(slice).join(';\n'));
        opening.slice = wanted;
      }
      const start = performance.now();
      const columns = await describeQuery(engine, text);
      const collected = collectResult(columns);
      await streamQuery(engine, text, columns, collected.take);
      const result = collected.result((performance.now() - start) / 1000);
      return { ...result, plan: explainedQuery(text) !== undefined };
    } catch (error) {
      if (opening.abort.signal.aborted) throw cancelled();
      if ((error instanceof QueryProblem && error.broken) || !(await answers(engine))) {
        await engine.close();
        if (this.#opening === opening) this.#opening = undefined;
      }
      throw error;
    }
  }

  /** Ends whatever runs or loads. */
  cancel(): void {
    const opening = this.#opening;
    this.#opening = undefined;
    opening?.abort.abort(cancelled());
  }
}

/** Whether the engine still answers: a query may have set it off its feet without breaking it. */
const answers = (engine: ReaderEngine): Promise<boolean> =>
  engine.query('SELECT 1 AS one').then(
    () => true,
    () => false,
  );
