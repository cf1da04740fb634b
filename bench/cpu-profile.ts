import type { CDPSession } from 'playwright-core';
import type { SourceOf } from './profiled-build.ts';

/** Where the main thread was, in milliseconds of the whole profile. */
export interface Shares {
  /** By part of the work; `waiting` is the thread idle while the engine works. */
  parts: Map<string, number>;
  /** By file of a figure, a statistic or an island, what it called in other rooms included. */
  files: Map<string, number>;
  /** By function, itself alone. */
  functions: Map<string, number>;
}

interface Place {
  name: string;
  source: string | undefined;
}

/** The part of the work that a stack belongs to; the first that matches any of its frames, leaf first. */
const parts: [name: string, source: RegExp][] = [
  ['figures: derive and words', /src\/figures\//],
  ['statistics and claims: derive', /src\/(statistics|claims)\//],
  ['charts: Vega', /node_modules\/vega|answers\/live-figure/],
  ['engine on the main thread: requests and decoding', /duckdb-wasm|apache-arrow|src\/(engine|slice)\//],
  ['page: numbers, tables, bar', /src\/(reader|explorer|finder|sql)\//],
];

function partOf(stack: readonly Place[]): string {
  const leaf = stack[0]?.name;
  if (leaf === '(idle)') return 'waiting';
  if (leaf === '(garbage collector)') return 'garbage collection';
  for (const [name, source] of parts)
    if (stack.some((place) => place.source && source.test(place.source))) return name;
  return leaf === '(program)' ? 'browser: style, layout, paint, messages' : 'other scripts';
}

const fileOf = (source: string) => source.replace(/^.*?((src|node_modules)\/)/, '$1');

const add = (sums: Map<string, number>, key: string, value: number) =>
  sums.set(key, (sums.get(key) ?? 0) + value);

/** Runs an action under the profiler of V8, sampling every 0.2 ms, and sums the samples. */
export async function profile(session: CDPSession, sourceOf: SourceOf, action: () => Promise<unknown>) {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  await action();
  const { profile: recorded } = await session.send('Profiler.stop');

  const parents = new Map(recorded.nodes.flatMap(({ id, children }) => (children ?? []).map((c) => [c, id])));
  const places = new Map<number, Place>();
  for (const { id, callFrame } of recorded.nodes)
    places.set(id, {
      name: callFrame.functionName || '(anonymous)',
      source: await sourceOf(callFrame.url, callFrame.lineNumber, callFrame.columnNumber),
    });

  const shares: Shares = { parts: new Map(), files: new Map(), functions: new Map() };
  recorded.samples?.forEach((sample, index) => {
    // A sample stands until the next one is taken.
    const milliseconds = (recorded.timeDeltas?.[index + 1] ?? 0) / 1000;
    const stack: Place[] = [];
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id))
      stack.push(places.get(id)!);
    add(shares.parts, partOf(stack), milliseconds);
    const [leaf] = stack;
    if (leaf && !leaf.name.startsWith('('))
      add(shares.functions, `${leaf.name} (${leaf.source ? fileOf(leaf.source) : 'browser'})`, milliseconds);
    const file =
      stack.findLast(({ source }) => source && /src\/(figures|statistics\/named|claims)\//.test(source)) ??
      stack.find(({ source }) => source && /src\/(reader|explorer|finder|sql)\//.test(source));
    if (file?.source) add(shares.files, fileOf(file.source), milliseconds);
  });
  return shares;
}
