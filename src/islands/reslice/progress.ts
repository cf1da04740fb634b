import { button } from './button.ts';
import type { StatusLine } from './status-line.ts';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
let bar: HTMLProgressElement | undefined;
const words = document.createElement('span');

/** Says how much of the engine has arrived, with a button that stops the loading. */
export function showProgress(status: StatusLine, loaded: number, total: number, cancel: () => void): void {
  if (!bar?.isConnected) {
    bar = document.createElement('progress');
    bar.setAttribute('aria-label', 'Loading the engine that answers slices');
    status.say(bar, words, button('Cancel', cancel));
  }
  bar.max = total;
  bar.value = loaded;
  words.textContent =
    loaded < total
      ? ` Loading the engine: ${megabytes(loaded)} of ${megabytes(total)} MB. The page shows the published numbers. `
      : ' Starting the engine. ';
}
