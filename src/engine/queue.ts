/** How a task waits for its turn. */
export interface Turn {
  /** Takes the task back: see `createQueue`. */
  signal?: AbortSignal;
  /** Begins while tasks before it still run, if those may begin early as well. */
  early?: boolean;
}

/** Runs a task in its turn, and settles as it does. */
export type Enqueue = <T>(task: () => Promise<T>, turn?: Turn) => Promise<T>;

const nothing = () => undefined;

/**
 * Makes a queue whose tasks begin in the order of the calls, each when all earlier ones have ended; of tasks
 * that may begin early up to `together` run at a time. Once its signal is aborted the call rejects at once with
 * the signal's reason; a task that has not begun then never runs, and what follows one that has begun waits
 * until it has really ended.
 */
export function createQueue(together = 1): Enqueue {
  let allEnded: Promise<void> = Promise.resolve();
  /** The end of all tasks up to each of the newest; behind one that runs alone nothing begins early. */
  let ends = new Array<Promise<void>>(together).fill(allEnded);
  return (task, { signal, early = false } = {}) => {
    const turn = (early ? ends[0]! : allEnded).then(() => {
      signal?.throwIfAborted();
      return task();
    });
    // Of what the tasks answer nothing is kept: the rows of every slice would pile up.
    allEnded = Promise.all([allEnded, turn.then(nothing, nothing)]).then(nothing);
    if (!early) ends = new Array<Promise<void>>(together).fill(allEnded);
    else ends = [...ends.slice(1), allEnded];
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
