import { h, render } from 'preact';
import { loadVega } from '../reader/chart/chart.ts';
import { joinPageAnswers } from '../reader/answers/page-answers.ts';
import { openSession } from '../reader/session.ts';
import { Explorer } from './explorer.tsx';
import { Workbench } from './workbench.ts';
import { reasonOf } from '../reader/failed-import.ts';

const host = document.querySelector<HTMLElement>('[data-explorer]');
if (host) start(host);

/** Starts the explorer in its place on the page. */
function start(place: HTMLElement): void {
  const { manifest = '', plots = '', finder = '', until = '' } = place.dataset;
  const bench = new Workbench();
  place.replaceChildren();
  render(h(Explorer, { bench, manifest, plots, finder, until }), place);
  // What draws comes while the engine is still on its way; a failure is told when something is drawn.
  loadVega().catch(() => undefined);
  joinPageAnswers(bench.answerSlice);
  // The bar loads the engine and says so; here only the reason of a failure is told.
  openSession(manifest).catch((error: unknown) =>
    bench.fail(
      error instanceof DOMException && error.name === 'AbortError'
        ? 'the loading was cancelled; “Try again” in the bar starts it afresh'
        : `the engine did not start. ${reasonOf(error)}`,
    ),
  );
}
