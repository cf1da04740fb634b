import { answerWords, judge } from '../../claims/claim.ts';
import { findClaim, isPublishedOnly } from '../../claims/claims.ts';
import type { Engine } from '../../engine/engine.ts';
import { findFigure } from '../../figures/figures.ts';
import { askSlice, type Ask } from '../../slice/ask.ts';
import { preparationOf, type Slice } from '../../slice/slice.ts';
import { answerSlice } from '../../statistics/answer.ts';
import { findStatistic } from '../../statistics/statistics.ts';
import { keepClaim, showClaim } from './claim.ts';
import { keepFigure, restoreFigure, showFigure } from './figure.ts';
import { isFolded } from './folded.ts';
import { pageAnswers, type PageAnswer } from './page-answers.ts';
import { keepStat, showStat } from './stat.ts';

const of = (root: ParentNode, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];

/** The slice that an element answers: the reader's, on the preparation that the text pins, if any. */
const sliceOf = (element: HTMLElement, slice: Slice): Slice =>
  element.dataset.preparation && element.dataset.preparation !== preparationOf(slice)
    ? { ...slice, preparation: element.dataset.preparation === 'prepared' ? 'prepared' : null }
    : slice;

/** What a page answers of one slice. */
interface Part {
  slice: Slice;
  stats: HTMLElement[];
  claims: HTMLElement[];
  figures: HTMLElement[];
}

function partsOf(root: ParentNode, slice: Slice): Part[] {
  const parts = new Map<Slice['preparation'], Part>();
  const partOf = (element: HTMLElement): Part => {
    const wanted = sliceOf(element, slice);
    const part = parts.get(wanted.preparation) ?? { slice: wanted, stats: [], claims: [], figures: [] };
    parts.set(wanted.preparation, part);
    return part;
  };
  for (const element of of(root, '[data-stat]')) partOf(element).stats.push(element);
  for (const element of of(root, '[data-claim]')) partOf(element).claims.push(element);
  for (const element of of(root, '[data-figure]'))
    if (!isFolded(element)) partOf(element).figures.push(element);
  const own = parts.get(slice.preparation) ?? { slice, stats: [], claims: [], figures: [] };
  return [...[...parts.values()].filter((part) => part !== own), own];
}

/**
 * Lets every number, claim and figure under `root` answer a slice: one pass over the engine, then one pass
 * over the page. Resolves once every text shows the answer; `drawn` once every chart does too. Rejects with the signal's reason once a newer slice has taken over; the page then
 * shows nothing of the older one.
 */
export async function answerPage(
  engine: Engine,
  slice: Slice,
  root: ParentNode,
  signal: AbortSignal,
): Promise<{ drawn: Promise<unknown> }> {
  const answers: Promise<Shows>[] = [];
  for (const part of partsOf(root, slice)) {
    // The engine takes up this part behind the last query of the part before, whose rows are still being read.
    const ask = await askSlice(engine, part.slice, signal);
    const answer = answerPart(ask, part, part.slice === slice ? pageAnswers() : [], signal);
    // What fails here fails below.
    answer.catch(() => undefined);
    answers.push(answer);
  }
  const shows = await Promise.all(answers);
  signal.throwIfAborted();
  for (const { texts } of shows) for (const show of texts) show();
  // What was folded away since an older slice was answered must not come back with it.
  for (const element of of(root, '[data-figure].is-sliced')) if (isFolded(element)) restoreFigure(element);
  return { drawn: Promise.all(shows.flatMap(({ charts }) => charts.map((draw) => draw()))) };
}

/** What shows an answer, once all are there. */
interface Shows {
  texts: (() => void)[];
  charts: (() => Promise<void>)[];
}

/** Asks all that a part needs at once, so that nothing of it waits behind another slice's views. */
async function answerPart(
  ask: Ask,
  part: Part,
  joined: readonly PageAnswer[],
  signal: AbortSignal,
): Promise<Shows> {
  const claims = part.claims.map((element) => ({ element, claim: findClaim(element.dataset.claim ?? '')! }));
  const figures = part.figures.map((element) => ({
    element,
    figure: findFigure(element.dataset.figure ?? '')!,
  }));
  const ids = new Set(part.stats.map((element) => element.dataset.stat ?? ''));
  const asked = claims.filter(({ claim }) => !isPublishedOnly(claim));
  for (const { claim } of asked) for (const id of claim.statistics) ids.add(id);
  const drawn = figures.filter(({ figure }) => !figure.publishedOnly);
  const [estimates, rows, showsJoined] = await Promise.all([
    answerSlice(ask, ids),
    Promise.all(drawn.map(async ({ figure }) => figure.derive(await ask(figure.sql)))),
    Promise.all(joined.map((answer) => answer(ask, part.slice, signal))),
  ]);
  return {
    texts: [
      ...part.stats.map((element) => () => {
        if (findStatistic(element.dataset.stat ?? '')?.family.publishedOnly) keepStat(element);
        else showStat(element, estimates);
      }),
      ...figures
        .filter(({ figure }) => figure.publishedOnly)
        .map(
          ({ element }) =>
            () =>
              keepFigure(element),
        ),
      ...claims
        .filter(({ claim }) => isPublishedOnly(claim))
        .map(
          ({ element }) =>
            () =>
              keepClaim(element),
        ),
      ...asked.map(({ element, claim }) => {
        const judged = judge(claim, estimates);
        return () => showClaim(element, answerWords[judged.answer], judged);
      }),
    ],
    charts: [
      ...showsJoined.map((show) => async () => show()),
      ...drawn.map(
        ({ element, figure }, index) =>
          () =>
            showFigure(element, figure, rows[index]!),
      ),
    ],
  };
}
