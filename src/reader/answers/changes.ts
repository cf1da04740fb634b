import { findClaim } from '../../claims/claims.ts';
import { formatEstimate, formatNumber, isShown } from '../../statistics/format.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import { units, type Definition } from '../../statistics/statistic.ts';
import { findStatistic } from '../../statistics/statistics.ts';
import type { AnswerFile } from './answer-file.ts';
import { anchorOf, closeNote, listOf, openNote } from './sliced-note.ts';

/** A number of the page that a slice answers otherwise than what is published. */
export interface Move<At = unknown> {
  at: At;
  definition: Definition;
  now: Estimate;
  before: Estimate;
  /** How far the value moved, in widths of the published interval. */
  widths: number;
}

/** Most numbers that are named as having moved. */
const mostMoves = 3;

/**
 * The numbers that moved farthest, the farthest first and the first of the page where two moved as far. A move is the
 * distance between the values divided by the width of the published interval; what has none, what a slice has too few
 * models for, what reads the same and a share that a slice makes all or nothing is left out. A number that stands several times moves where it stands first.
 */
export function largestMoves<At>(
  numbers: readonly (Omit<Move<At>, 'widths'> & { key: string })[],
): Move<At>[] {
  const seen = new Set<string>();
  const moves = numbers.flatMap(({ key, ...number }) => {
    const { definition, now, before } = number;
    if (seen.has(key)) return [];
    seen.add(key);
    const [from, to] = [before.value, now.value];
    if (!isShown(now, definition) || from === null || to === null) return [];
    if (before.low === null || before.high === null || before.high <= before.low) return [];
    if (formatNumber(from, definition.unit) === formatNumber(to, definition.unit)) return [];
    if (definition.unit === units.share && (to === 0 || to === 1)) return [];
    return [{ ...number, widths: Math.abs(to - from) / (before.high - before.low) }];
  });
  return moves.toSorted((a, b) => b.widths - a.widths).slice(0, mostMoves);
}

/** How many verdicts and tested words a page shows under a slice, and what became of them. */
export interface Counts {
  verdicts: number;
  differ: number;
  few: number;
  words: number;
  fallen: number;
  open: number;
  /** Numbers that are named as having moved; null where what is published could not be had. */
  moves: number | null;
}

/** What is said where no verdict differs and all tested words stand. */
function unchanged({ verdicts, words, moves }: Counts): string {
  const moved = moves === 0 ? ' Nor does a number with an interval read otherwise in this slice.' : '';
  if (verdicts + words === 0) return `This page has no verdict and no tested sentence.${moved}`;
  return moves === 0
    ? 'Nothing changed: no verdict, no tested sentence and no number with an interval reads otherwise in this slice.'
    : 'No verdict and no tested sentence of this page differs in this slice.';
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What changed, in a sentence or three. */
export function summaryOf(counts: Counts): string {
  const { verdicts, differ, few, fallen, open } = counts;
  const sentences = [
    ...(fallen > 0
      ? [`${counted(fallen, 'sentence no longer holds', 'sentences no longer hold')} in this slice.`]
      : []),
    ...(open > 0 ? [`${counted(open, 'sentence', 'sentences')} cannot be told in this slice.`] : []),
    ...(differ > 0
      ? [
          `${differ} of ${counted(verdicts, 'verdict', 'verdicts')} ${differ === 1 ? 'differs' : 'differ'} from the published.`,
        ]
      : []),
  ];
  if (sentences.length === 0) sentences.push(unchanged(counts));
  if (few > 0) sentences.push(`${counted(few, 'verdict', 'verdicts')} cannot be given in it.`);
  return sentences.join(' ');
}

const all = (root: ParentNode, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];

/** The heading under which an element stands. */
const sectionOf = (element: HTMLElement): string => {
  const before = all(document, 'article h2').findLast(
    (heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return before?.textContent?.trim() ?? '';
};

/** Verdicts that differ: the claim, its verdict now and the published one. */
const verdictLines = (root: ParentNode) =>
  all(root, '[data-claim][data-changed]').map((element) => {
    const { claim = '', changed = '', preparation } = element.dataset;
    const now = element.querySelector('.claim-verdict')?.textContent?.trim() ?? '';
    const on = preparation === 'prepared' ? ', on the notebook’s preparation' : '';
    return {
      anchor: anchorOf(element, 'verdict'),
      link: findClaim(claim)?.sentence ?? claim,
      rest: ` ${now}${on}; published: ${changed.toLowerCase()}.`,
    };
  });

const moveLines = (moves: readonly Move<HTMLElement>[]) =>
  moves.map(({ at, definition, now, before, widths }) => ({
    anchor: anchorOf(at, 'number'),
    link: definition.label,
    rest: `: ${formatEstimate(now, definition, { interval: true })}, published ${formatEstimate(before, definition)}, ${widths.toFixed(1)} widths away.`,
  }));

/** Words that no longer hold or cannot be told, as they were published, with what stands in their place. */
const wordLines = (root: ParentNode, outcome: 'no' | 'open') =>
  all(root, `[data-says][data-outcome="${outcome}"]`).map((element) => {
    const words = element.querySelector(':scope > del') ?? element;
    const said = [...words.childNodes]
      .filter((node) => !(node instanceof Element && node.matches('.says-why, .term-definition')))
      .map(({ textContent }) => textContent)
      .join('')
      .trim();
    const instead = element.dataset.else;
    const now = outcome === 'open' ? ' cannot be told' : instead === undefined ? '' : `, now “${instead}”`;
    const section = sectionOf(element);
    return {
      anchor: anchorOf(element, 'words'),
      link: `“${said}”`,
      rest: `${now}${section === '' ? '' : `, in “${section}”`}.`,
    };
  });

/** Lets the reader leave out of the ledger all claims whose verdict stands as published. */
function ledgerToggle(): HTMLElement {
  const [label, box] = [document.createElement('label'), document.createElement('input')];
  box.type = 'checkbox';
  box.checked = document.documentElement.classList.contains('only-changed');
  box.addEventListener('change', () =>
    document.documentElement.classList.toggle('only-changed', box.checked),
  );
  label.append(box, ' Changed only: show the claims whose verdict differs from the published');
  return label;
}

/**
 * Says at the head of a page what a slice changed: how many verdicts and tested words, each with a link to its place,
 * and the numbers that moved farthest from what is published, where that could be had.
 */
export function showChanges(
  root: ParentNode,
  estimates: ReadonlyMap<HTMLElement, Estimate>,
  published: AnswerFile | undefined,
): void {
  const opened = openNote(root);
  if (!opened) return;
  const { note, status } = opened;
  const verdicts = all(root, '[data-claim].is-sliced');
  const words = all(root, '[data-says].is-sliced');
  const outcome = (is: string) => words.filter(({ dataset }) => dataset.outcome === is).length;
  const numbers = all(root, '[data-stat]').flatMap((at) => {
    const { stat = '', preparation = 'reviewed' } = at.dataset;
    const definition = findStatistic(stat)?.definition;
    const now = estimates.get(at);
    const before = published?.parts[preparation as 'reviewed']?.estimates[stat];
    return definition && now && before
      ? [{ key: `${stat} ${preparation}`, at, definition, now, before }]
      : [];
  });
  const moves = largestMoves(numbers);
  const lists = document.createElement('div');
  const rest = document.createElement('p');
  rest.textContent = 'Words without a test behind them were written for all models.';
  lists.append(
    ...(root.querySelector('.ledger') ? [ledgerToggle()] : []),
    ...listOf('Verdicts', verdictLines(root)),
    ...listOf('Largest moves, in widths of the published interval', moveLines(moves)),
    ...listOf('Sentences', [...wordLines(root, 'no'), ...wordLines(root, 'open')]),
    rest,
  );
  note.replaceChildren(status, lists);
  status.textContent = summaryOf({
    verdicts: verdicts.length,
    differ: verdicts.filter(({ dataset }) => dataset.changed !== undefined).length,
    few: verdicts.filter(({ dataset }) => dataset.verdict === 'few').length,
    words: words.length,
    fallen: outcome('no'),
    open: outcome('open'),
    moves: published ? moves.length : null,
  });
}

/** Takes back what was said of a slice. */
export function restoreChanges(root: ParentNode): void {
  closeNote(root);
  document.documentElement.classList.remove('only-changed');
}
