import type { Engine, Row } from '../engine/engine.ts';
import type { Slice } from './slice.ts';
import { sliceStatements } from './views.ts';

/** Answers queries of one slice; equal queries are asked once. */
export type Ask = (sql: string) => Promise<readonly Row[]>;

/**
 * Points the engine's views at a slice and answers queries of it. Only the newest slice of an engine may be
 * asked: an older one would be answered from the newer one's views.
 */
export async function askSlice(engine: Engine, slice: Slice, signal?: AbortSignal): Promise<Ask> {
  signal?.throwIfAborted();
  await engine.run(sliceStatements(slice).join(';\n'));
  const answers = new Map<string, Promise<readonly Row[]>>();
  return (sql) => {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    let answer = answers.get(sql);
    if (!answer) {
      answer = engine.query(sql, signal);
      answers.set(sql, answer);
      // What did not come may come the next time.
      answer.catch(() => answers.delete(sql));
    }
    return answer;
  };
}
