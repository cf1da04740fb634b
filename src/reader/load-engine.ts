import type { Engine } from '../engine/engine.ts';
import { progressShare, progressWords, type Progress } from '../engine/progress.ts';
import type { Slice } from '../slice/slice.ts';
import type { Answered } from './bar/machine.ts';
import { openFile } from './answers/answer-file.ts';
import { onProgress, openSession } from './session.ts';
import { button } from './ui/button.ts';

export { move } from './address-moves.ts';
export { cancelSession } from './session.ts';

let parts: typeof import('./bar/answering.ts') | undefined;
const answering = async () => (parts ??= await import('./bar/answering.ts'));
// Whoever loads this is about to ask, and the list of the engine's files comes before the many scripts; what fails
// here fails again, and is told, when it is needed.
setTimeout(() => void answering().catch(() => undefined));

/** Where the list of the engine's files is; the bar of the page says so. */
const manifest = () => document.querySelector<HTMLElement>('reslice-bar')?.dataset.manifest ?? '';
let ready = false;
let bar: HTMLProgressElement | undefined;
const words = document.createElement('span');

/** Says in a line how far the engine has come, with a button that stops the loading. */
export function showProgress(line: HTMLElement, progress: Progress, cancel: () => void): void {
  if (!bar?.isConnected) {
    bar = document.createElement('progress');
    bar.setAttribute('aria-label', 'Loading the engine that answers slices');
    line.replaceChildren(bar, words, button('Cancel', cancel));
    line.hidden = false;
  }
  bar.value = progressShare(progress);
  words.textContent = ` ${progressWords(progress)} The page shows the published numbers. `;
}

/** The page's engine, opened once; says how far it has come. */
export async function loadEngine(progress?: (progress: Progress) => void): Promise<Engine> {
  const stop = onProgress((each) => {
    if (!ready) progress?.(each);
  });
  try {
    const engine = await openSession(manifest());
    ready = true;
    return engine;
  } finally {
    stop();
  }
}

/** Answers a slice on the whole page, and says how far that has come. */
export async function answer(
  slice: Slice,
  signal: AbortSignal,
  send: (answered: Answered) => void,
): Promise<void> {
  // What is cancelled while other scripts are on their way does not begin again when they have come.
  let opened: Promise<Engine> | undefined;
  const opening = () => (opened ??= loadEngine((progress) => send({ type: 'progress', ...progress })));
  // What answers is loaded beside what shows the answer; what fails here fails below.
  const filed = openFile(slice);
  if (!filed) opening().catch(() => undefined);
  const { answer } = await answering();
  await answer(opening, filed, slice, signal, send);
}

/** Counts the models of a slice that is not asked of the page. */
export async function count(slice: Slice, signal: AbortSignal): Promise<number> {
  const [engine, { countModels }] = await Promise.all([loadEngine(), answering()]);
  return countModels(engine, slice, signal);
}

const sliced = '.is-sliced:is([data-stat], [data-claim], [data-says], [data-figure])';

/** Shows what is published where a slice was answered, if that is still `wanted` once it can be shown. */
export async function restore(wanted: () => boolean): Promise<void> {
  if (!document.querySelector(sliced)) return;
  const { restorePage } = await answering();
  if (wanted()) restorePage(document);
}
