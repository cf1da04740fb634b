import type { AssumedLineages } from '../dataset/chosen.ts';
import type { Engine, Row } from '../engine/engine.ts';
import type { Slice } from './slice.ts';
import { overSlice, viewsOf } from './views.ts';

/** Answers queries of one slice; equal queries are asked once. */
export type Ask = (sql: string) => Promise<readonly Row[]>;

/**
 * Answers queries of a slice over its views. Under choices of the analysis only the newest slice of an engine may be
 * asked: its tables are made anew for each.
 */
export async function askSlice(
  engine: Engine,
  slice: Slice,
  { signal, lineages }: { signal?: AbortSignal; lineages?: AssumedLineages } = {},
): Promise<Ask> {
  signal?.throwIfAborted();
  const views = viewsOf(slice, lineages);
  if (views.tables.length > 0) await engine.run(views.tables.join(';\n'));
  const answers = new Map<string, Promise<readonly Row[]>>();
  return (sql) => {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    let answer = answers.get(sql);
    if (!answer) {
      answer = engine.query(overSlice(views, sql), signal);
      answers.set(sql, answer);
      // What did not come may come the next time.
      answer.catch(() => answers.delete(sql));
    }
    return answer;
  };
}
