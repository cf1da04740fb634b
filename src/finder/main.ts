import { h, render } from 'preact';
import { joinPageAnswers } from '../reader/answers/page-answers.ts';
import { loadOnce } from '../reader/load-once.ts';
import { openSession } from '../reader/session.ts';
import { Desk } from './desk.ts';
import { Finder } from './finder.tsx';
import { reasonOf } from '../reader/failed-import.ts';

const host = document.querySelector<HTMLElement>('[data-model-finder]');
if (host) start(host);

/** Starts the model finder in its place on the page. */
function start(place: HTMLElement): void {
  const { manifest = '', names = '', plots = '', explorer = '', carbon = '' } = place.dataset;
  const desk = new Desk(manifest);
  const load = () => loadOnce<readonly string[]>(names);
  place.replaceChildren();
  render(h(Finder, { desk, names: load, plots, explorer, carbon }), place);
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
