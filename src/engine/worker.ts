import { EngineError } from './engine-error.ts';
import { retry } from './request.ts';

/** A running worker. */
export interface EngineWorker {
  worker: Worker;
  /** Hands the compiled engine to the worker, which waits for it where it would have compiled it. */
  give(engine: WebAssembly.Module): void;
  /** Settles as the promise does, or rejects with an EngineError when the worker dies first. */
  alive<T>(promise: Promise<T>): Promise<T>;
  /** Ends the worker; everything that still waits for it rejects with the reason. */
  stop(reason: unknown): void;
}

// Long texts and lists lie outside what the engine counts against its own limit; past this it reports that it
// is out of memory, where the browser would otherwise end the tab.
const mostBytes = 2 ** 30;

/**
 * Starts a worker with the script of the given absolute address. The worker begins as a `blob:` because a
 * page's Content-Security-Policy binds such a worker and not one that starts from an address. Throws an
 * EngineError when workers are forbidden.
 */
export function startWorker(scriptUrl: string): EngineWorker {
  // duckdb-wasm leaves some failures of its start as rejections that nobody hears, and would wait for ever;
  // thrown again they end the worker with an error event. It would fetch its WebAssembly and compile it here, when
  // the page has already done both on the way.
  const bootstrap = `
    const { grow } = WebAssembly.Memory.prototype;
    WebAssembly.Memory.prototype.grow = function (pages) {
      if (this.buffer.byteLength + pages * 65536 > ${mostBytes}) throw new RangeError('The memory is full.');
      return grow.call(this, pages);
    };
    addEventListener('unhandledrejection', ({ reason }) => setTimeout(() => { throw reason; }));
    const engine = new Promise((resolve) => {
      addEventListener('message', (event) => {
        if (!(event.data instanceof WebAssembly.Module)) return;
        event.stopImmediatePropagation();
        resolve(event.data);
      });
    });
    WebAssembly.instantiateStreaming = async (fetched, imports) => {
      const [module] = await Promise.all([engine, fetched]);
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    };
    importScripts(${JSON.stringify(scriptUrl)});`;
  const url = URL.createObjectURL(new Blob([bootstrap], { type: 'text/javascript' }));
  let worker: Worker;
  try {
    worker = new Worker(url);
  } catch (cause) {
    URL.revokeObjectURL(url);
    throw cannotStart(cause);
  }

  // Who still waits. A promise that all of them race against would keep a trace of each for as long as it is open.
  const waiting = new Set<(reason: unknown) => void>();
  let ended: { reason: unknown } | undefined;
  const end = (reason: unknown) => {
    if (ended) return;
    ended = { reason };
    worker.terminate();
    URL.revokeObjectURL(url);
    for (const reject of waiting) reject(reason);
    waiting.clear();
  };
  const alive = <T>(promise: Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      if (ended) reject(ended.reason as Error);
      else waiting.add(reject);
      promise.then(resolve, reject).finally(() => waiting.delete(reject));
    });
  // The first answer shows that the bootstrap has been read.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end(
      // Each browser words it its own way, and each names the function or the kind of error.
      /importScripts|NetworkError/.test(event.message)
        ? new EngineError(
            `No answer from the server for ${new URL(scriptUrl).pathname}.`,
            retry,
            event.message,
          )
        : cannotStart(event.message),
    );
  });
  return {
    worker,
    give: (engine) => worker.postMessage(engine),
    alive,
    stop: end,
  };
}

/** Says for the reader that the engine did not start; in its own words the cause is for the console alone. */
export function cannotStart(cause: unknown): EngineError {
  console.error(cause || 'The worker gave no reason.');
  return new EngineError(
    'The SQL engine could not start in this browser.',
    'Reload the page, or try a current browser.',
    cause,
  );
}
