import { answerWords, judge } from '../claims/claim.ts';
import { findClaim } from '../claims/claims.ts';
import type { Engine } from '../engine/engine.ts';
import { findFigure } from '../figures/figures.ts';
import { askSlice } from '../slice/ask.ts';
import { preparationOf, type Slice } from '../slice/slice.ts';
import { answerStatistics } from '../statistics/answer.ts';
import { showClaim } from './claim.ts';
import { showFigure } from './figure.ts';
import { pageAnswers } from './page-answers.ts';
import { showStat } from './stat.ts';

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
  for (const element of of(root, '[data-figure]')) partOf(element).figures.push(element);
  const own = parts.get(slice.preparation) ?? { slice, stats: [], claims: [], figures: [] };
  return [...[...parts.values()].filter((part) => part !== own), own];
}

/**
 * Lets every number, claim and figure under `root` answer a slice: one pass over the engine, then one pass
 * over the page. Answers the number of models in the slice once every text shows it; `drawn` resolves once
 * every chart does too. Rejects with the signal's reason once a newer slice has taken over; the page then
 * shows nothing of the older one.
 */
export async function answerPage(
  engine: Engine,
  slice: Slice,
  root: ParentNode,
  signal: AbortSignal,
): Promise<{ models: number; drawn: Promise<unknown> }> {
  const shows: (() => void)[] = [];
  const draws: (() => Promise<void>)[] = [];
  let models = 0;
  for (const part of partsOf(root, slice)) {
    const ask = await askSlice(engine, part.slice, signal);
    const claims = part.claims.map((element) => ({
      element,
      claim: findClaim(element.dataset.claim ?? '')!,
    }));
    const counted = part.slice === slice ? ['models.count'] : [];
    const joined = part.slice === slice ? pageAnswers() : [];
    const ids = new Set([...counted, ...part.stats.map((element) => element.dataset.stat ?? '')]);
    for (const { claim } of claims) for (const id of claim.statistics) ids.add(id);
    const drawn = part.figures.map((element) => ({
      element,
      figure: findFigure(element.dataset.figure ?? '')!,
    }));
    const [estimates, rows, showsJoined] = await Promise.all([
      answerStatistics(ask, ids),
      Promise.all(drawn.map(async ({ figure }) => figure.derive(await ask(figure.sql)))),
      Promise.all(joined.map((answer) => answer(ask, part.slice, signal))),
    ]);
    for (const show of showsJoined) draws.push(async () => show());
    models = estimates['models.count']?.value ?? models;
    for (const element of part.stats) shows.push(() => showStat(element, estimates));
    for (const { element, claim } of claims) {
      const judged = judge(claim, estimates);
      shows.push(() => showClaim(element, answerWords[judged.answer], judged));
    }
    drawn.forEach(({ element, figure }, index) =>
      draws.push(() => showFigure(element, figure, rows[index]!)),
    );
  }
  signal.throwIfAborted();
  for (const show of shows) show();
  return { models, drawn: Promise.all(draws.map((draw) => draw())) };
}
