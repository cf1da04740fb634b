import type { Worker } from 'playwright-core';
import { figures } from '../src/figures/figures.ts';
import { familiesOfStatistics } from '../src/statistics/statistics.ts';

/** What the engine's worker did, by SQL text. */
export interface WorkerTime {
  sql: string;
  milliseconds: number;
  /** Messages that the page and the worker exchanged for it, each way one. */
  messages: number;
}

interface Watched {
  onmessage: ((event: MessageEvent) => Promise<void>) | null;
  benchTimes?: Record<string, { milliseconds: number; messages: number }>;
}

/** Starts to time what the worker does. */
export async function watchWorker(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const scope = globalThis as unknown as Watched;
    const times = (scope.benchTimes = {} as NonNullable<Watched['benchTimes']>);
    const handle = scope.onmessage!;
    let sql = '';
    scope.onmessage = async (event) => {
      // Polls and fetches carry no text; the engine answers one query at a time, so they belong to the last.
      const argument = ((event.data as { data?: unknown }).data as unknown[] | undefined)?.[1];
      if (typeof argument === 'string') sql = argument;
      const start = performance.now();
      await handle.call(globalThis as never, event);
      const sum = (times[sql] ??= { milliseconds: 0, messages: 0 });
      sum.milliseconds += performance.now() - start;
      sum.messages += 1;
    };
  });
}

/** What the worker did since it is watched, longest first. */
export async function workerTimes(worker: Worker): Promise<WorkerTime[]> {
  const times = await worker.evaluate(() => (globalThis as unknown as Watched).benchTimes ?? {});
  const byName = new Map<string, WorkerTime>();
  for (const [sql, { milliseconds, messages }] of Object.entries(times)) {
    const name = nameOf(sql);
    const sum = byName.get(name) ?? { sql: name, milliseconds: 0, messages: 0 };
    sum.milliseconds += milliseconds;
    sum.messages += messages;
    byName.set(name, sum);
  }
  return [...byName.values()].sort((a, b) => b.milliseconds - a.milliseconds);
}

/** What a query is for; before it stands what it names of the slice. */
function nameOf(sql: string): string {
  if (sql.startsWith('CREATE OR REPLACE TEMP TABLE')) return 'tables of what is chosen';
  const family = familiesOfStatistics.find((each) => sql.endsWith(each.sql));
  if (family) return `statistics ${family.definitions[0]?.id}, …`;
  return figures.find((each) => sql.endsWith(each.sql))?.id ?? `${sql.slice(0, 60)}…`;
}
