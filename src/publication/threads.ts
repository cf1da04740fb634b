import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parentPort, Worker } from 'node:worker_threads';

/** More threads than this gain little: each makes the tables for itself. */
const mostThreads = 4;

type Message<T> = 'ready' | { text: string; answer: T };

/**
 * Answers texts on threads of their own, each thread taking the next text when it is done with one. `source` is the
 * file that a thread runs, from the folder of the project; it takes the texts with `answerTexts`.
 */
export async function answerOnThreads<T>(
  source: string,
  workerData: unknown,
  texts: readonly string[],
): Promise<Record<string, T>> {
  const found = new Map<string, T>();
  const waiting = [...texts];
  const thread = () =>
    new Promise<void>((done, failed) => {
      // The bundle of the build has no files to start threads from; the sources have.
      const worker = new Worker(resolve(source), { workerData });
      worker.on('message', (message: Message<T>) => {
        if (message !== 'ready') found.set(message.text, message.answer);
        worker.postMessage(waiting.shift() ?? null);
      });
      worker.on('error', failed);
      worker.on('exit', (code) => (code === 0 ? done() : failed(new Error(`${source} came to no end.`))));
    });
  const threads = Math.min(availableParallelism(), mostThreads, texts.length);
  await Promise.all(Array.from({ length: threads }, thread));
  return Object.fromEntries(texts.map((text) => [text, found.get(text)!]));
}

/** In a thread: answers the texts as they are asked for, one after the other. */
export function answerTexts<T>(answerer: { answer(text: string): Promise<T>; close(): Promise<void> }): void {
  parentPort!.on('message', (text: string | null) => {
    void (async () => {
      if (text === null) {
        await answerer.close();
        parentPort!.close();
      } else parentPort!.postMessage({ text, answer: await answerer.answer(text) } satisfies Message<T>);
    })();
  });
  parentPort!.postMessage('ready' satisfies Message<T>);
}
