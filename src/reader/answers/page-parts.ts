import { judgeChosen } from '../../claims/chosen.ts';
import type { Claim, Judged } from '../../claims/claim.ts';
import { findClaim, isPublishedOnly } from '../../claims/claims.ts';
import { evidenceOf, judgeTest, neededBy, readTest, wholeTableOnly } from '../../claims/sentence-test.ts';
import type { Row } from '../../engine/engine.ts';
import type { Figure } from '../../figures/figure.ts';
import { findFigure } from '../../figures/figures.ts';
import { findSmallChart, type SmallAnswer } from '../../figures/small-charts.ts';
import { answeredAs, preparationOf, type Slice } from '../../slice/slice.ts';
import type { Breath, Estimates } from '../../statistics/answer.ts';
import { withIntervals } from '../../statistics/estimate-choices.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import { findStatistic } from '../../statistics/statistics.ts';
import { isFolded } from './folded.ts';
import type { Tested } from './says.ts';
import type { Answering } from './source.ts';

const of = (root: ParentNode, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];

/** The slice that an element answers: the reader's, on the preparation that the text pins, if any. */
const sliceOf = (element: HTMLElement, slice: Slice): Slice =>
  element.dataset.preparation && element.dataset.preparation !== preparationOf(slice)
    ? { ...slice, preparation: element.dataset.preparation === 'prepared' ? 'prepared' : null }
    : slice;

/** What a page answers of one slice. */
export interface Part {
  slice: Slice;
  stats: readonly HTMLElement[];
  claims: readonly HTMLElement[];
  says: readonly HTMLElement[];
  figures: readonly HTMLElement[];
  smalls: readonly HTMLElement[];
}

/** The parts of a page by the slice that they answer, the reader's own first. */
export function partsOf(root: ParentNode, slice: Slice): Part[] {
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
export const only = (part: Part, wanted: (element: HTMLElement) => boolean): Part => ({
  slice: part.slice,
  stats: part.stats.filter(wanted),
  claims: part.claims.filter(wanted),
  says: part.says.filter(wanted),
  figures: part.figures.filter(wanted),
  smalls: part.smalls.filter(wanted),
});

/** What one slice answers of a part of a page, by element. */
export interface PartAnswers {
  slice: Slice;
  estimates: Estimates;
  stats: readonly HTMLElement[];
  claims: readonly { element: HTMLElement; claim: Claim; judged: Judged }[];
  says: readonly { element: HTMLElement; tested: Tested }[];
  figures: readonly { element: HTMLElement; figure: Figure; rows: readonly Row[] }[];
  smalls: readonly { element: HTMLElement; answer: SmallAnswer }[];
  /** What no slice asks again. */
  kept: Omit<Part, 'slice' | 'smalls'>;
}

/** Elements apart by whether something holds of them. */
const apart = <T>(all: readonly T[], holds: (each: T) => boolean): [holding: T[], others: T[]] => [
  all.filter(holds),
  all.filter((each) => !holds(each)),
];

/**
 * Asks all that a part needs, before this function first waits, so that parts are answered in the order in which they
 * are asked; what is computed waits for a breath.
 */
export async function answersOf(answering: Answering, part: Part, breath: Breath): Promise<PartAnswers> {
  const chosen = answeredAs(part.slice);
  const named = part.claims.map((element) => ({ element, claim: findClaim(element.dataset.claim ?? '')! }));
  const drawn = part.figures.map((element) => ({
    element,
    figure: findFigure(element.dataset.figure ?? '')!,
  }));
  const written = part.says.map((element) => {
    const text = element.dataset.says ?? '';
    return { element, text, test: readTest(text) };
  });
  const charts = part.smalls.map((element) => ({
    element,
    chart: findSmallChart(element.dataset.small ?? '')!,
  }));
  const [keptStats, stats] = apart(
    part.stats,
    ({ dataset }) => findStatistic(dataset.stat ?? '')?.family.publishedOnly ?? false,
  );
  const [keptClaims, claims] = apart(named, ({ claim }) => isPublishedOnly(claim));
  const [keptSays, says] = apart(written, ({ test }) => wholeTableOnly(test).length > 0);
  const [keptFigures, figures] = apart(drawn, ({ figure }) => figure.publishedOnly === true);
  const ids = new Set([
    ...part.stats.map((element) => element.dataset.stat ?? ''),
    ...claims.flatMap(({ claim }) => claim.statistics),
    ...charts.flatMap(({ chart }) => chart.statistics),
    ...says.flatMap(({ test }) => neededBy(test)),
  ]);
  const [answers, rows, smallRows] = await Promise.all([
    answering.answers(ids, chosen, breath),
    Promise.all(figures.map(({ figure }) => answering.rows(figure, breath))),
    Promise.all(
      charts.map(async ({ chart: { statistics, figure } }) =>
        statistics.length > 0 ? [] : answering.rows(figure, breath),
      ),
    ),
  ]);
  const judge = (claim: Claim) => judgeChosen(claim, chosen, answers, part.slice);
  const estimates = withIntervals(answers, chosen);
  const evidence = { estimates, judged: (id: string) => judge(findClaim(id)!) };
  const elementsOf = (all: readonly { element: HTMLElement }[]) => all.map(({ element }) => element);
  return {
    slice: part.slice,
    estimates,
    stats,
    claims: claims.map(({ element, claim }) => ({ element, claim, judged: judge(claim) })),
    says: says.map(({ element, text, test }) => ({
      element,
      tested: { text, truth: judgeTest(test, evidence), evidence: evidenceOf(test, evidence) },
    })),
    figures: figures.map((each, index) => ({ ...each, rows: rows[index]! })),
    smalls: charts.map(({ element, chart }, index) => ({
      element,
      answer: chart.show(estimates, smallRows[index]!),
    })),
    kept: {
      stats: keptStats,
      claims: elementsOf(keptClaims),
      says: elementsOf(keptSays),
      figures: elementsOf(keptFigures),
    },
  };
}

/** The numbers of a page by their elements; those that no slice asks again are left out. */
export const numbersIn = (parts: readonly PartAnswers[]): Map<HTMLElement, Estimate> =>
  new Map(
    parts.flatMap(({ stats, estimates }) =>
      stats.map((element) => [element, estimates[element.dataset.stat ?? '']!] as const),
    ),
  );
