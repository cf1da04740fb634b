import type { Engine } from '../engine/engine.ts';
import type { Progress } from '../engine/progress.ts';
import { loadManifest } from '../engine/request.ts';
import { listeners } from './listeners.ts';

export { progressWords } from '../engine/progress.ts';

let opening: Promise<Engine> | undefined;
let abort = new AbortController();
const { on, tell } = listeners<Progress>();
let latest: Progress | undefined;

/** Hears the progress of the loading, from what has arrived so far. */
export function onProgress(listener: (progress: Progress) => void): () => void {
  if (latest) listener(latest);
  return on(listener);
}

function hear(progress: Progress): void {
  latest = progress;
  tell(progress);
}

/** The engine's own script comes only where a slice needs the engine, and the list of its files beside it. */
async function start(manifestUrl: string, signal: AbortSignal): Promise<Engine> {
  hear({ loaded: 0, total: 0, step: 0, steps: 1 });
  const manifest = loadManifest(new URL(manifestUrl, document.baseURI), signal);
  // Whichever fails first, or is given up, is heard at once, though the other may still be on its way.
  const [{ openBrowserEngine }] = await Promise.all([import('../engine/browser.ts'), manifest]);
  return openBrowserEngine({
    manifestUrl,
    manifest,
    signal,
    onProgress: hear,
  });
}

/** The page's engine, opened once; after a failure or a cancellation the next call starts afresh. */
export function openSession(manifestUrl: string): Promise<Engine> {
  opening ??= start(manifestUrl, abort.signal).catch((error: unknown) => {
    opening = undefined;
    latest = undefined;
    throw error;
  });
  return opening;
}

/** Stops the loading. */
export function cancelSession(): void {
  abort.abort(new DOMException('The loading was cancelled.', 'AbortError'));
  abort = new AbortController();
}
