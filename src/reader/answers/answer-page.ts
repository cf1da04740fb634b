import { judgeChosen } from '../../claims/chosen.ts';
import { wordsOf } from '../../claims/claim.ts';
import { findClaim, isPublishedOnly } from '../../claims/claims.ts';
import { evidenceOf, judgeTest, neededBy, readTest, wholeTableOnly } from '../../claims/sentence-test.ts';
import { findFigure } from '../../figures/figures.ts';
import { findSmallChart } from '../../figures/small-charts.ts';
import { answeredAs, preparationOf, type Slice } from '../../slice/slice.ts';
import { withIntervals } from '../../statistics/estimate-choices.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import { findStatistic } from '../../statistics/statistics.ts';
import { keepClaim, showClaim } from './claim.ts';
import { keepFigure, restoreFigure, showFigure } from './figure.ts';
import { isFolded } from './folded.ts';
import { pageAnswers, type PageAnswer } from './page-answers.ts';
import { keepSays, showSays } from './says.ts';
import { showSmall } from './small-chart.ts';
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
  stats: readonly HTMLElement[];
  claims: readonly HTMLElement[];
  says: readonly HTMLElement[];
  figures: readonly HTMLElement[];
  smalls: readonly HTMLElement[];
}

/** The parts of a page by the slice that they answer, the reader's own first. */
function partsOf(root: ParentNode, slice: Slice): Part[] {
  const slices = new Map([[slice.preparation, slice]]);
  const answers = (element: HTMLElement): Slice['preparation'] => {
    const wanted = sliceOf(element, slice);
    if (!slices.has(wanted.preparation)) slices.set(wanted.preparation, wanted);
    return wanted.preparation;
  };
  const grouped = (elements: HTMLElement[]) => Map.groupBy(elements, answers);
  const stats = grouped(of(root, '[data-stat]'));
  const claims = grouped(of(root, '[data-claim]'));
  const says = grouped(of(root, '[data-says]'));
  const figures = grouped(of(root, '[data-figure]').filter((element) => !isFolded(element)));
  const smalls = grouped(of(root, '[data-small]'));
  return [...slices].map(([preparation, each]) => ({
    slice: each,
    stats: stats.get(preparation) ?? [],
    claims: claims.get(preparation) ?? [],
    says: says.get(preparation) ?? [],
    figures: figures.get(preparation) ?? [],
    smalls: smalls.get(preparation) ?? [],
  }));
}

/** The elements of a part that are asked for. */
const only = (part: Part, wanted: (element: HTMLElement) => boolean): Part => ({
  slice: part.slice,
  stats: part.stats.filter(wanted),
  claims: part.claims.filter(wanted),
  says: part.says.filter(wanted),
  figures: part.figures.filter(wanted),
  smalls: part.smalls.filter(wanted),
});

/** How many pixels an element is out of the window, above or below; infinitely many where it takes no room. */
function distance(element: HTMLElement): number {
  const { top, bottom, width } = element.getBoundingClientRect();
  return width === 0 ? Infinity : Math.max(0, top - innerHeight, -bottom);
}

/** What a page shows of a slice. */
export interface Answered {
  /** The numbers, by their elements; those that no slice asks again are left out. */
  estimates: ReadonlyMap<HTMLElement, Estimate>;
  /** Resolves once every chart shows the answer. */
  drawn: Promise<unknown>;
}

/**
 * Lets every number, claim, tested word and figure under `root` answer a slice: what is in the window as soon as it
 * is answered, the rest in one pass once all of it is. Resolves once every text shows the answer; `drawn` once every
 * chart does too. Both reject with the signal's reason once a newer slice has taken over.
 */
export async function answerPage(
  source: Source,
  slice: Slice,
  root: ParentNode,
  signal: AbortSignal,
): Promise<Answered> {
  const parts = partsOf(root, slice);
  // Before anything has changed the browser knows it without laying the page out again.
  const away = new Map(
    parts
      .flatMap(({ stats, claims, says, figures, smalls }) => [
        ...stats,
        ...claims,
        ...says,
        ...figures,
        ...smalls,
      ])
      .map((element) => [element, distance(element)]),
  );
  const isNear = (element: HTMLElement) => away.get(element) === 0;
  const isFar = (element: HTMLElement) => !isNear(element);
  const estimates = new Map<HTMLElement, Estimate>();
  const show = ({ texts, charts, numbers }: Shows): readonly Chart[] => {
    signal.throwIfAborted();
    for (const text of texts) text();
    for (const [element, estimate] of numbers) estimates.set(element, estimate);
    return charts;
  };
  const near: Promise<readonly Chart[]>[] = [];
  const drawnNear: Promise<void>[] = [];
  const far: Promise<Shows>[] = [];
  for (const part of parts) {
    // An engine takes up this part behind the last query of the part before, whose rows are still being read.
    const answering = await source(part.slice, signal);
    const joined = part.slice === slice ? pageAnswers() : [];
    const shown = answerPart(answering, only(part, isNear), [], signal).then(show);
    const drawn = shown.then((charts) => drawAll(charts, signal));
    const rest = answerPart(answering, only(part, isFar), joined, signal);
    // What fails here fails below.
    for (const each of [shown, drawn, rest]) each.catch(() => undefined);
    near.push(shown);
    drawnNear.push(drawn);
    far.push(rest);
  }
  await Promise.all(near);
  // The browser may paint it.
  await pause();
  const outside = (await Promise.all(far)).flatMap(show);
  // What was folded away since an older slice was answered must not come back with it.
  for (const element of of(root, '[data-figure].is-sliced')) if (isFolded(element)) restoreFigure(element);
  const awayOf = ({ element }: Chart) => (element && away.get(element)) ?? 0;
  const nearest = outside.toSorted((a, b) => awayOf(a) - awayOf(b));
  return { estimates, drawn: Promise.all(drawnNear).then(() => drawAll(nearest, signal)) };
}

/** A chart that waits to be drawn, and the element that it is in, where it is one of the page's figures. */
interface Chart {
  element?: HTMLElement;
  draw: () => void | Promise<void>;
}

/** For so many milliseconds charts are drawn before the browser may do what else is due. */
const stretch = 30;

const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Draws charts one after the other until a newer slice takes over. */
async function drawAll(charts: readonly Chart[], signal: AbortSignal): Promise<void> {
  let since = performance.now();
  for (const chart of charts) {
    if (performance.now() - since > stretch) {
      await pause();
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
  numbers: (readonly [HTMLElement, Estimate])[];
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
  const smalls = part.smalls.map((element) => ({
    element,
    chart: findSmallChart(element.dataset.small ?? '')!,
  }));
  const ids = new Set(part.stats.map((element) => element.dataset.stat ?? ''));
  const asked = claims.filter(({ claim }) => !isPublishedOnly(claim));
  for (const { claim } of asked) for (const id of claim.statistics) ids.add(id);
  for (const { chart } of smalls) for (const id of chart.statistics) ids.add(id);
  const tested = part.says.map((element) => {
    const text = element.dataset.says ?? '';
    const test = readTest(text);
    return { element, text, test, isKept: wholeTableOnly(test).length > 0 };
  });
  for (const { test, isKept } of tested) if (!isKept) for (const id of neededBy(test)) ids.add(id);
  const drawn = figures.filter(({ figure }) => !figure.publishedOnly);
  const { ask } = answering;
  const chosen = answeredAs(part.slice);
  const [answers, rows, smallRows, showsJoined] = await Promise.all([
    answering.answers(ids, chosen),
    Promise.all(drawn.map(({ figure }) => answering.rows(figure))),
    Promise.all(
      smalls.map(async ({ chart: { statistics, figure } }) =>
        statistics.length > 0 ? [] : answering.rows(figure),
      ),
    ),
    Promise.all(ask ? joined.map((answer) => answer(ask, part.slice, signal)) : []),
  ]);
  const estimates = withIntervals(answers, chosen);
  const charts: Chart[] = showsJoined.map((draw) => ({ draw }));
  const showsFigures = drawn.map(({ element, figure }, index) => {
    const chart: Chart = { element, draw: () => undefined };
    charts.push(chart);
    return () => (chart.draw = showFigure(element, figure, rows[index]!));
  });
  const showsSmalls = smalls.map(({ element, chart: { show } }, index) => {
    const chart: Chart = { element, draw: () => undefined };
    charts.push(chart);
    return () => (chart.draw = showSmall(element, show(estimates, smallRows[index]!)));
  });
  const [kept, shown] = [true, false].map((isKept) =>
    part.stats.filter(
      ({ dataset }) => (findStatistic(dataset.stat ?? '')?.family.publishedOnly ?? false) === isKept,
    ),
  ) as [HTMLElement[], HTMLElement[]];
  return {
    numbers: shown.map((element) => [element, estimates[element.dataset.stat ?? '']!]),
    texts: [
      ...kept.map((element) => () => keepStat(element)),
      ...shown.map((element) => () => showStat(element, estimates)),
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
      ...showsSmalls,
    ],
    charts,
  };
}
