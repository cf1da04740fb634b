import { h, hydrate } from 'preact';
import { loadVega } from '../reader/chart/chart.ts';
import { joinPageAnswers } from '../reader/answers/page-answers.ts';
import { reasonOf } from '../reader/failed-import.ts';
import { asksOtherView, holdBack } from '../reader/first-view/first-use.ts';
import { onReaderSlice } from '../reader/reader-slice.ts';
import { openSession } from '../reader/session.ts';
import { Explorer } from './explorer.tsx';
import { showOwnFilters } from './own-filters.ts';
import { Workbench } from './workbench.ts';

/** What the columns mean, by name, as it stands in the page. */
const meanings = (): Readonly<Record<string, string>> =>
  JSON.parse(document.querySelector('#column-meanings')?.textContent ?? '{}') as Record<string, string>;

/** Makes the explorer live in its place on the page. */
export function start(place: HTMLElement): void {
  const { manifest = '', plots = '', finder = '', until = '' } = place.dataset;
  const bench = new Workbench(manifest);
  const meaning = meanings();
  // Before the panels hear of it, which then draw themselves anew as wide as paper is.
  addEventListener('beforeprint', () => place.classList.add('is-printing'));
  addEventListener('afterprint', () => place.classList.remove('is-printing'));
  hydrate(
    h(Explorer, {
      bench,
      plots,
      finder,
      until,
      meaningOf: (column) => meaning[column] ?? '',
      stillOf: () => '',
    }),
    place,
  );
  const hold = () => {
    const isHeld = !bench.answer && asksOtherView(place);
    holdBack(isHeld);
    // They show all models, and would come back before the page has drawn what was asked for.
    if (isHeld) place.querySelectorAll('.plot-still').forEach((still) => still.remove());
  };
  bench.onChange(hold);
  onReaderSlice(hold);
  showOwnFilters(bench);
  // After the page has taken over the markup of the build, which is that of the defaults.
  bench.followAddress();
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
