import { wordsOf } from '../../claims/claim.ts';
import type { Slice } from '../../slice/slice.ts';
import type { Breath } from '../../statistics/answer.ts';
import { breath, nextTask } from '../breath.ts';
import { keepClaim, showClaim } from './claim.ts';
import { keepFigure, restoreFigure, showFigure } from './figure.ts';
import { isFolded } from './folded.ts';
import { stopWaiting } from './late.ts';
import { pageAnswers, type PageAnswer } from './page-answers.ts';
import { answersOf, only, partsOf, type Part, type PartAnswers } from './page-parts.ts';
import { keepSays, showSays } from './says.ts';
import { showSmall } from './small-chart.ts';
import type { Answering, Source } from './source.ts';
import { keepStat, showStat } from './stat.ts';

const of = (root: ParentNode, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];

/** How many pixels an element is out of the window, above or below; infinitely many where it takes no room. */
function distance(element: HTMLElement): number {
  // Asked where it is, the browser would lay out what closed folds hold.
  if (!element.checkVisibility()) return Infinity;
  const { top, bottom, width } = element.getBoundingClientRect();
  return width === 0 ? Infinity : Math.max(0, top - innerHeight, -bottom);
}

/** What a page shows of a slice. */
export interface Answered {
  /** What its parts answer. */
  answers: readonly PartAnswers[];
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
  const shown: PartAnswers[] = [];
  const show = ({ texts, charts, answers }: Shows): readonly Chart[] => {
    signal.throwIfAborted();
    for (const text of texts) text();
    shown.push(answers);
    return charts;
  };
  const breathe = async () => {
    await breath();
    signal.throwIfAborted();
  };
  const asked: { part: Part; answering: Answering }[] = [];
  for (const part of parts) asked.push({ part, answering: await source(part.slice, signal) });
  // An engine takes up queries as they are asked: of all parts what is in the window comes first.
  const near = asked.map(({ part, answering }) =>
    answerPart(answering, only(part, isNear), [], breathe, signal).then(show),
  );
  const drawnNear = near.map((shows) => shows.then((charts) => drawAll(charts, signal)));
  // Nor is it to wait while the rest is computed.
  const nearIsShown = Promise.withResolvers<void>();
  const breatheAfterNear = async () => {
    await nearIsShown.promise;
    await breathe();
  };
  const far = asked.map(({ part, answering }) =>
    answerPart(
      answering,
      only(part, isFar),
      part.slice === slice ? pageAnswers() : [],
      breatheAfterNear,
      signal,
    ),
  );
  // What fails here fails below.
  for (const each of [...near, ...drawnNear, ...far]) each.catch(() => undefined);
  await Promise.all(near);
  stopWaiting();
  // The browser may paint it.
  await nextTask();
  nearIsShown.resolve();
  const answered = await Promise.all(far);
  await breathe();
  const outside = answered.flatMap(show);
  // What was folded away since an older slice was answered must not come back with it.
  for (const element of of(root, '[data-figure].is-sliced')) if (isFolded(element)) restoreFigure(element);
  const awayOf = ({ element }: Chart) => (element && away.get(element)) ?? 0;
  const nearest = outside.toSorted((a, b) => awayOf(a) - awayOf(b));
  return { answers: shown, drawn: Promise.all(drawnNear).then(() => drawAll(nearest, signal)) };
}

/** A chart that waits to be drawn, and the element that it is in, where it is one of the page's figures. */
interface Chart {
  element?: HTMLElement;
  draw: () => void | Promise<void>;
}

/** Draws charts one after the other until a newer slice takes over. */
async function drawAll(charts: readonly Chart[], signal: AbortSignal): Promise<void> {
  for (const chart of charts) {
    await breath();
    signal.throwIfAborted();
    await chart.draw();
  }
}

/** What shows an answer, once all are there. */
interface Shows {
  answers: PartAnswers;
  texts: (() => void)[];
  charts: Chart[];
}

/** Asks all that a part needs at once, and with it what has joined the page. */
async function answerPart(
  answering: Answering,
  part: Part,
  joined: readonly PageAnswer[],
  breathe: Breath,
  signal: AbortSignal,
): Promise<Shows> {
  const { ask } = answering;
  const [answers, showsJoined] = await Promise.all([
    answersOf(answering, part, breathe),
    Promise.all(ask ? joined.map((answer) => answer(ask, part.slice, signal)) : []),
  ]);
  const { estimates, stats, claims, says, figures, smalls, kept } = answers;
  const charts: Chart[] = showsJoined.map((draw) => ({ draw }));
  const each =
    <T>(show: (of: T) => void) =>
    (of: T) =>
    () =>
      show(of);
  return {
    answers,
    texts: [
      ...kept.stats.map(each(keepStat)),
      ...stats.map(each((element) => showStat(element, estimates))),
      ...kept.figures.map(each(keepFigure)),
      ...kept.claims.map(each(keepClaim)),
      ...claims.map(each(({ element, judged }) => showClaim(element, wordsOf(judged), judged))),
      ...kept.says.map(each(keepSays)),
      ...says.map(each(({ element, tested }) => showSays(element, tested))),
      ...figures.map(({ element, figure, rows }) => {
        const chart: Chart = { element, draw: () => undefined };
        charts.push(chart);
        return () => (chart.draw = showFigure(element, figure, rows));
      }),
      ...smalls.map(({ element, answer }) => {
        const chart: Chart = { element, draw: () => undefined };
        charts.push(chart);
        return () => (chart.draw = showSmall(element, answer));
      }),
    ],
    charts,
  };
}
