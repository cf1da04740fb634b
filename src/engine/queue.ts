/** Runs a task when all earlier ones have ended, and settles as it does. */
export type Enqueue = <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * Makes a queue whose tasks run one after another, in the order of the calls. Once its signal is aborted the
 * call rejects at once with the signal's reason; a task that has not begun then never runs, and one that has
 * begun must stop itself: the next task waits until it has really ended.
 */
export function createQueue(): Enqueue {
  let tail: Promise<unknown> = Promise.resolve();
  return (task, signal) => {
    const turn = tail.then(() => {
      signal?.throwIfAborted();
      return task();
    });
    tail = turn.catch(() => undefined);
    return signal ? abortable(turn, signal) : turn;
  };
}

/** Settles as the promise does, or rejects with the signal's reason as soon as it is aborted. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
