import { open } from 'node:fs/promises';
import { ImportFailure } from './failure.ts';

/** What a download needs from the outside world. */
export interface Network {
  fetch: typeof globalThis.fetch;
  /** Resolves after some milliseconds. */
  sleep: (milliseconds: number) => Promise<unknown>;
  /** Takes one line of progress for people. */
  say: (line: string) => void;
  /** Milliseconds after which one try is given up. */
  timeout?: number;
}

/** Milliseconds to wait before the second, third and fourth try. */
export const waits = [1_000, 4_000, 16_000] as const;
const defaultTimeout = 120_000;
const megabyte = 1_000_000;
const progressStep = megabyte / 4;

/** A try that failed in a way that may pass: no connection, a time-out, a broken answer, 429 or 5xx. */
class PassingFailure extends Error {}

/**
 * Downloads a URL into a file, in up to four tries with growing waits between them.
 * @throws ImportFailure at once where the server refuses (another 4xx), or after the last try.
 */
export async function download(url: string, path: string, network: Network): Promise<void> {
  const { say, sleep } = network;
  const tries = waits.length + 1;
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptDownload(url, path, network);
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error;
      const wait = waits[attempt - 1];
      if (wait === undefined) {
        throw new ImportFailure(
          `${url}: ${error.message}, ${tries} times. Try again later, or download the file and give its path.`,
        );
      }
      say(`Try ${attempt} of ${tries}: ${error.message}; trying again in ${wait / 1000} s.`);
      await sleep(wait);
    }
  }
}

async function attemptDownload(url: string, path: string, network: Network): Promise<void> {
  const { fetch, say, timeout = defaultTimeout } = network;
  const signal = AbortSignal.timeout(timeout);
  const response = await fetch(url, {
    signal,
    // The length that the server announces is then the length that arrives.
    headers: { 'accept-encoding': 'identity' },
  }).catch((error: unknown) => {
    const words = reason(error, timeout);
    // What a connection ran into has a code; what fetch refuses of itself, such as a port, has none.
    throw isRefused(error)
      ? new ImportFailure(`${url}: ${words}. Check the URL; no other try is made.`)
      : new PassingFailure(words);
  });
  if (!response.ok || response.body === null) {
    const answer = `the server answered ${`${response.status} ${response.statusText}`.trim()}`;
    if (response.status === 429 || response.status >= 500) throw new PassingFailure(answer);
    throw new ImportFailure(`${url}: ${answer}. Check the URL; no other try is made.`);
  }

  const announced = Number(response.headers.get('content-length') ?? NaN);
  const plain = response.headers.get('content-encoding') === null;
  const total = plain && Number.isFinite(announced) ? announced : undefined;
  const file = await open(path, 'w');
  let received = 0;
  try {
    const body = response.body[Symbol.asyncIterator]();
    for (;;) {
      const { done, value } = await body.next().catch((error: unknown) => {
        throw new PassingFailure(reason(error, timeout));
      });
      if (done) break;
      const before = received;
      received += value.length;
      await file.write(value);
      if (Math.floor(before / progressStep) < Math.floor(received / progressStep)) {
        say(
          `Downloaded ${inMegabytes(received)}${total === undefined ? '' : ` of ${inMegabytes(total)}`} MB.`,
        );
      }
    }
  } finally {
    await file.close();
  }
  if (total !== undefined && received !== total) {
    throw new PassingFailure(`the download stopped at ${received} of ${total} bytes`);
  }
  say(`Downloaded ${inMegabytes(received)} MB in all.`);
}

const isRefused = (error: unknown) =>
  error instanceof TypeError && error.cause instanceof Error && !('code' in error.cause);

function reason(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `there was no full answer within ${timeout / 1000} s`;
  // Node's fetch says "fetch failed" and keeps what happened in the cause.
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

function inMegabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(2);
}
