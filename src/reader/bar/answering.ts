// What answering a slice and taking the answer back need besides the engine, in one piece: one request.
import type { Engine } from '../../engine/engine.ts';
import type { Slice } from '../../slice/slice.ts';
import { canUndo, pageAddress } from '../address.ts';
import { answerPage } from '../answers/answer-page.ts';
import { openPublished, type Filed } from '../answers/answer-file.ts';
import { showChanges } from '../answers/changes.ts';
import { startWaiting, stopWaiting } from '../answers/late.ts';
import { preloadLive } from '../answers/live-figure.ts';
import { pageAnswers } from '../answers/page-answers.ts';
import { numbersIn } from '../answers/page-parts.ts';
import { engineSource, type Source } from '../answers/source.ts';
import { askedVersus } from '../versus/asked.ts';
import { holdPlace } from '../keep-place.ts';
import { countModels } from './count.ts';
import { keepTarget } from './keep-target.ts';
import type { Answered } from './machine.ts';
import { remarksOn } from './remarks.ts';

export { restorePage } from '../answers/restore-page.ts';
export { answerPage, countModels, engineSource };

// Paper cannot be asked where it comes from: under a slice the page's address is printed with the slice.
addEventListener('beforeprint', () => {
  const line = document.querySelector<HTMLElement>('.reslice-line');
  if (line) line.dataset.address = pageAddress();
});

/** Whether no slice was asked yet. */
let isFirst = true;

/** How long the page may still move once all is answered, in milliseconds. */
const settling = 1000;

/** Shows a slice on the whole page from a source that knows how many models it has. */
async function show(
  source: Source,
  counted: Promise<number>,
  opening: () => Promise<Engine>,
  slice: Slice,
  signal: AbortSignal,
  send: (answered: Answered) => void,
): Promise<void> {
  const telling = counted.then((models) => {
    send({ type: 'counted', models });
    return models;
  });
  const published = openPublished();
  const comparing = askedVersus().slice ? import('../versus/compare.ts') : undefined;
  const [models, { answers, drawn }] = await Promise.all([
    telling,
    answerPage(source, slice, document, signal),
  ]);
  send({ type: 'answered' });
  const changes = comparing
    ? comparing.then(({ compare }) => compare({ slice, models, answers, opening, signal }))
    : published.then((file) => {
        if (!signal.aborted) showChanges(document, numbersIn(answers), file);
      });
  const [remarks] = await Promise.all([remarksOn(opening, slice, models, signal), drawn, changes]);
  send({ type: 'remarked', remarks });
}

/** Whether a slice could be shown from a file of the build. */
async function showFile(
  opening: () => Promise<Engine>,
  filed: Promise<Filed | undefined> | undefined,
  slice: Slice,
  signal: AbortSignal,
  send: (answered: Answered) => void,
): Promise<boolean> {
  // What has joined the page asks queries.
  const file = pageAnswers().length === 0 ? await filed : undefined;
  signal.throwIfAborted();
  // The numbers come before all that charts need.
  preloadLive(document);
  if (!file) return false;
  try {
    await show(file.source, Promise.resolve(file.models), opening, slice, signal, send);
    return true;
  } catch {
    // A file of another state of the page lacks something that this one asks; the engine has all.
    signal.throwIfAborted();
    return false;
  }
}

/**
 * Answers a slice on the whole page, from its file where it has one, and says how far that has come; rejects with
 * what went wrong.
 */
export async function answer(
  opening: () => Promise<Engine>,
  filed: Promise<Filed | undefined> | undefined,
  slice: Slice,
  signal: AbortSignal,
  send: (answered: Answered) => void,
): Promise<void> {
  if (askedVersus().slice)
    void import('../versus/compare.ts').then(({ begin }) => begin(slice)).catch(() => undefined);
  // A step has been taken by a reader who knows where on the page to be.
  const isOpening = isFirst && !canUndo();
  const release = isOpening ? keepTarget() : holdPlace();
  isFirst = false;
  startWaiting(signal);
  try {
    if (await showFile(opening, filed, slice, signal, send)) return;
    const engine = await opening();
    signal.throwIfAborted();
    // First in the engine's queue, so that the count stands before anything else is asked.
    const counted = countModels(engine, slice, signal);
    await show(engineSource(engine), counted, opening, slice, signal, send);
  } finally {
    // Who was overtaken leaves the waiting to the newer one.
    if (!signal.aborted) stopWaiting();
    setTimeout(release, isOpening ? settling : 0);
  }
}
