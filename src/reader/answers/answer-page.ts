import { judgeChosen } from '../../claims/chosen.ts';
import { wordsOf } from '../../claims/claim.ts';
import { findClaim, isPublishedOnly } from '../../claims/claims.ts';
import { evidenceOf, judgeTest, neededBy, readTest, wholeTableOnly } from '../../claims/sentence-test.ts';
import { findFigure } from '../../figures/figures.ts';
import { answeredAs, preparationOf, type Slice } from '../../slice/slice.ts';
import { withIntervals } from '../../statistics/estimate-choices.ts';
import { findStatistic } from '../../statistics/statistics.ts';
import { keepClaim, showClaim } from './claim.ts';
import { keepFigure, restoreFigure, showFigure } from './figure.ts';
import { isFolded } from './folded.ts';
import { pageAnswers, type PageAnswer } from './page-answers.ts';
import { keepSays, showSays } from './says.ts';
import type { Answering, Source } from './source.ts';
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
  says: HTMLElement[];
  figures: HTMLElement[];
}

function partsOf(root: ParentNode, slice: Slice): Part[] {
  const parts = new Map<Slice['preparation'], Part>();
  const partOf = (element: HTMLElement): Part => {
    const wanted = sliceOf(element, slice);
    const part = parts.get(wanted.preparation) ?? {
      slice: wanted,
      stats: [],
      claims: [],
      says: [],
      figures: [],
    };
    parts.set(wanted.preparation, part);
    return part;
  };
  for (const element of of(root, '[data-stat]')) partOf(element).stats.push(element);
  for (const element of of(root, '[data-claim]')) partOf(element).claims.push(element);
  for (const element of of(root, '[data-says]')) partOf(element).says.push(element);
  for (const element of of(root, '[data-figure]'))
    if (!isFolded(element)) partOf(element).figures.push(element);
  const own = parts.get(slice.preparation) ?? { slice, stats: [], claims: [], says: [], figures: [] };
  return [...[...parts.values()].filter((part) => part !== own), own];
}

/**
 * Lets every number, claim, tested word and figure under `root` answer a slice: one pass over the source, then one pass
 * over the page. Resolves once every text shows the answer; `drawn` once every chart does too. Both reject with the
 * signal's reason once a newer slice has taken over; before the texts, the page then shows nothing of the older one.
 */
export async function answerPage(
  source: Source,
  slice: Slice,
  root: ParentNode,
  signal: AbortSignal,
): Promise<{ drawn: Promise<unknown> }> {
  const answers: Promise<Shows>[] = [];
  for (const part of partsOf(root, slice)) {
    // An engine takes up this part behind the last query of the part before, whose rows are still being read.
    const answering = await source(part.slice, signal);
    const answer = answerPart(answering, part, part.slice === slice ? pageAnswers() : [], signal);
    // What fails here fails below.
    answer.catch(() => undefined);
    answers.push(answer);
  }
  const shows = await Promise.all(answers);
  signal.throwIfAborted();
  for (const { texts } of shows) for (const show of texts) show();
  // What was folded away since an older slice was answered must not come back with it.
  for (const element of of(root, '[data-figure].is-sliced')) if (isFolded(element)) restoreFigure(element);
  return {
    drawn: drawAll(
      shows.flatMap(({ charts }) => charts),
      signal,
    ),
  };
}

/** A chart that waits to be drawn, and the element that it is in, where it is one of the page's figures. */
interface Chart {
  element?: HTMLElement;
  draw: () => void | Promise<void>;
}

/** How many pixels an element is out of the window, above or below. */
function distance({ element }: Chart): number {
  if (!element) return 0;
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(0, top - innerHeight, -bottom);
}

/** For so many milliseconds charts are drawn before the browser may do what else is due. */
const stretch = 30;

/** Draws charts one after the other, those in the window first, until a newer slice takes over. */
async function drawAll(charts: readonly Chart[], signal: AbortSignal): Promise<void> {
  const near = charts.map((chart) => ({ chart, away: distance(chart) })).sort((a, b) => a.away - b.away);
  let since = performance.now();
  for (const { chart } of near) {
    if (performance.now() - since > stretch) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    signal.throwIfAborted();
    await chart.draw();
  }
}

/** What shows an answer, once all are there. */
interface Shows {
  texts: (() => void)[];
  charts: Chart[];
}

/** Asks all that a part needs at once, so that nothing of it waits behind another slice's views. */
async function answerPart(
  answering: Answering,
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
  const tested = part.says.map((element) => {
    const text = element.dataset.says ?? '';
    const test = readTest(text);
    return { element, text, test, isKept: wholeTableOnly(test).length > 0 };
  });
  for (const { test, isKept } of tested) if (!isKept) for (const id of neededBy(test)) ids.add(id);
  const drawn = figures.filter(({ figure }) => !figure.publishedOnly);
  const { ask } = answering;
  const chosen = answeredAs(part.slice);
  const [answers, rows, showsJoined] = await Promise.all([
    answering.answers(ids, chosen),
    Promise.all(drawn.map(({ figure }) => answering.rows(figure))),
    Promise.all(ask ? joined.map((answer) => answer(ask, part.slice, signal)) : []),
  ]);
  const estimates = withIntervals(answers, chosen);
  const charts: Chart[] = showsJoined.map((draw) => ({ draw }));
  const showsFigures = drawn.map(({ element, figure }, index) => {
    const chart: Chart = { element, draw: () => undefined };
    charts.push(chart);
    return () => (chart.draw = showFigure(element, figure, rows[index]!));
  });
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
        const judged = judgeChosen(claim, chosen, answers, part.slice);
        return () => showClaim(element, wordsOf(judged), judged);
      }),
      ...tested.map(({ element, text, test, isKept }) => {
        if (isKept) return () => keepSays(element);
        const evidence = {
          estimates,
          judged: (id: string) => judgeChosen(findClaim(id)!, chosen, answers, part.slice),
        };
        const truth = judgeTest(test, evidence);
        return () => showSays(element, { text, truth, evidence: evidenceOf(test, evidence) });
      }),
      ...showsFigures,
    ],
    charts,
  };
}
