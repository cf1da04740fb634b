// Two slices side by side: what a chapter answers for the slice of its address, A, and beside it for another, B.
import type { Engine } from '../../engine/engine.ts';
import { formatSlice, type Slice } from '../../slice/slice.ts';
import { carryQuery, pageAddress } from '../address.ts';
import { openFile } from '../answers/answer-file.ts';
import { answersOf, partsOf, type PartAnswers } from '../answers/page-parts.ts';
import { engineSource, type Source } from '../answers/source.ts';
import { countModels } from '../bar/count.ts';
import { breath } from '../breath.ts';
import { reasonOf } from '../failed-import.ts';
import { holdPlace } from '../keep-place.ts';
import { goToSlice, onReaderSlice, readerSlice } from '../reader-slice.ts';
import { askedVersus } from './asked.ts';
import { removeBand, sayInBand, showBand } from './band.ts';
import { askDifferences } from './differences.ts';
import { clearPanels, drawAllAlone, showPanels } from './panels.ts';
import { pairsOf, showDifference, showPair, showTested, showVerdict } from './show.ts';
import { addressVersus } from './parameter.ts';
import { clearSides } from './sides.ts';
import { showSummary } from './summary.ts';

/** What is known of A when B is asked. */
interface Asked {
  slice: Slice;
  models: number;
  answers: readonly PartAnswers[];
  opening: () => Promise<Engine>;
  signal: AbortSignal;
}

function clear(): void {
  clearSides(document);
  clearPanels();
}

onReaderSlice(() => {
  if (askedVersus().slice) return;
  const release = holdPlace();
  clear();
  removeBand();
  release();
});

/** Names the slices that are about to be answered. */
export function begin(a: Slice): void {
  const { slice: b, problems } = askedVersus();
  if (b) showBand({ a, b }, problems);
}

/** What one slice answers of each part of the page. */
async function answerSide(source: Source, slice: Slice, signal: AbortSignal): Promise<PartAnswers[]> {
  const parts: Promise<PartAnswers>[] = [];
  for (const part of partsOf(document, slice))
    parts.push(answersOf(await source(part.slice, signal), part, breath));
  return Promise.all(parts);
}

/** What B answers, from its file where it has one, else from the engine, and how many models it has. */
async function askB(opening: () => Promise<Engine>, slice: Slice, signal: AbortSignal) {
  const filed = await openFile(slice);
  signal.throwIfAborted();
  try {
    if (filed) return { models: filed.models, answers: await answerSide(filed.source, slice, signal) };
  } catch {
    // A file of another state of the page lacks something that this one asks; the engine has all.
    signal.throwIfAborted();
  }
  const engine = await opening();
  signal.throwIfAborted();
  const counted = countModels(engine, slice, signal);
  const [models, answers] = await Promise.all([counted, answerSide(engineSource(engine), slice, signal)]);
  return { models, answers };
}

/** Lets the chapters before and after show the same two slices. */
function carryTo(links: Element | null, a: Slice, b: Slice): void {
  const query = new URL(addressVersus(`${pageAddress().replace(/[?#].*/, '')}?${formatSlice(a)}`, b)).search;
  if (links) carryQuery(links, query.slice(1));
}

/** By element. */
const byElement = <T extends { element: HTMLElement }>(all: readonly T[]) =>
  new Map(all.map((each) => [each.element, each]));

/** Puts what B answers beside what the page shows of A. Says in the band where that cannot be had. */
export async function compare({ slice: a, models, answers, opening, signal }: Asked): Promise<void> {
  const { slice: b, problems } = askedVersus();
  clear();
  if (!b) return;
  const inA = answers.flatMap(({ figures }) => figures);
  try {
    const asked = await askB(opening, b, signal);
    signal.throwIfAborted();
    showBand({ a, b, models: { A: models, B: asked.models } }, problems);
    carryTo(document.querySelector('.chapter-nav'), a, b);
    const pairs = pairsOf(answers, asked.answers);
    pairs.forEach(showPair);
    const claims = asked.answers.flatMap((each) => each.claims);
    for (const { element, judged } of claims) showVerdict(element, judged);
    const testedInA = byElement(answers.flatMap((each) => each.says));
    const words = asked.answers.flatMap((each) => each.says);
    for (const { element, tested } of words) showTested(element, testedInA.get(element)!.tested, tested);
    const tally = showSummary(document, {
      claims: answers.flatMap((each) => each.claims),
      inB: byElement(claims),
      pairs,
    });
    const inB = byElement(asked.answers.flatMap(({ figures }) => figures));
    // What takes longer follows, and its failure leaves what stands there.
    void showPanels(a, b, inA, inB, signal)
      .then(async () => {
        const shared = await askDifferences(await opening(), { a, b, pairs }, signal, (pair, difference) => {
          if (difference) showDifference(pair, difference);
          tally?.add(pair, difference);
        });
        tally?.finish(shared);
      })
      .catch((error: unknown) => {
        if (!signal.aborted) tally?.fail(`What A and B differ by could not be computed: ${reasonOf(error)}.`);
      });
  } catch (error) {
    signal.throwIfAborted();
    void drawAllAlone(inA, signal);
    sayInBand(`B could not be answered: ${reasonOf(error)}.`, () => goToSlice(readerSlice().slice));
  }
}
