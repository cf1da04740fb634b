import { h, hydrate } from 'preact';
import { joinPageAnswers } from '../reader/answers/page-answers.ts';
import { reasonOf } from '../reader/failed-import.ts';
import { asksOtherView, holdBack } from '../reader/first-view/first-use.ts';
import { loadOnce } from '../reader/load-once.ts';
import { openSession } from '../reader/session.ts';
import { onReaderSlice } from '../reader/reader-slice.ts';
import { Desk } from './desk.ts';
import { Finder } from './finder.tsx';
import { knownNamesIn, type NameColumns } from './known-names.ts';

/** Makes the model finder live in its place on the page. */
export function start(place: HTMLElement): void {
  const { manifest = '', names = '', plots = '', explorer = '', carbon = '' } = place.dataset;
  const { cautions = '', machine = '', profiles = '', files = '' } = place.dataset;
  const drawn = place.querySelector('.finder-drawing')?.innerHTML ?? '';
  const drawing = () => (asksOtherView(place) ? `<div class="finder-unseen">${drawn}</div>` : drawn);
  const desk = new Desk(manifest, { pattern: profiles, count: Number(files) });
  const load = () => loadOnce<NameColumns>(names).then(knownNamesIn);
  hydrate(h(Finder, { desk, known: load, plots, explorer, carbon, cautions, machine, drawing }), place);
  const hold = () => holdBack(!desk.answer && asksOtherView(place));
  desk.onChange(hold);
  onReaderSlice(hold);
  joinPageAnswers(desk.answerSlice);
  // The bar loads the engine and says so; here only the reason of a failure is told.
  openSession(manifest).catch((error: unknown) =>
    desk.fail(
      error instanceof DOMException && error.name === 'AbortError'
        ? 'the loading was cancelled; “Try again” in the bar starts it afresh'
        : `the engine did not start. ${reasonOf(error)}`,
    ),
  );
}
