/** How a task waits for its turn. */
export interface Turn {
  /** Takes the task back: see `createQueue`. */
  signal?: AbortSignal;
  /** Begins while the task before it still runs, if that one may begin early as well. */
  early?: boolean;
}

/** Runs a task in its turn, and settles as it does. */
export type Enqueue = <T>(task: () => Promise<T>, turn?: Turn) => Promise<T>;

/**
 * Makes a queue whose tasks begin in the order of the calls, each when all earlier ones have ended; of tasks
 * that may begin early two run at a time. Once its signal is aborted the call rejects at once with the signal's
 * reason; a task that has not begun then never runs, and what follows one that has begun waits until it has
 * really ended.
 */
export function createQueue(): Enqueue {
  let allEnded: Promise<unknown> = Promise.resolve();
  let earlyTurn = allEnded;
  return (task, { signal, early = false } = {}) => {
    const turn = (early ? earlyTurn : allEnded).then(() => {
      signal?.throwIfAborted();
      return task();
    });
    const ended = turn.catch(() => undefined);
    // Behind one that runs alone nothing begins early.
    earlyTurn = early ? allEnded : ended;
    allEnded = Promise.all([allEnded, ended]);
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
