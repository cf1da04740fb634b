import type { Engine } from '../engine/engine.ts';
import { cancelSession, onProgress, openSession } from './session.ts';
import { button } from './ui/button.ts';
import type { StatusLine } from './bar/status-line.ts';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
let ready = false;
let bar: HTMLProgressElement | undefined;
const words = document.createElement('span');

/** Says how much of the engine has arrived, with a button that stops the loading. */
function showProgress(status: StatusLine, loaded: number, total: number): void {
  if (!bar?.isConnected) {
    bar = document.createElement('progress');
    bar.setAttribute('aria-label', 'Loading the engine that answers slices');
    status.say(bar, words, button('Cancel', cancelSession));
  }
  bar.max = total;
  bar.value = loaded;
  words.textContent =
    loaded < total
      ? ` Loading the engine: ${megabytes(loaded)} of ${megabytes(total)} MB. The page shows the published numbers. `
      : ' Starting the engine. ';
}

/** The page's engine, opened once; says how far it has come as long as something waits for it. */
export async function loadEngine(
  manifestUrl: string,
  status: StatusLine,
  isAwaited: () => boolean,
): Promise<Engine> {
  const stop = onProgress(({ loaded, total }) => {
    if (!ready && isAwaited()) showProgress(status, loaded, total);
  });
  try {
    const engine = await openSession(manifestUrl);
    ready = true;
    return engine;
  } finally {
    stop();
  }
}
