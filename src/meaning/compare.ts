import { isDeepStrictEqual } from 'node:util';
import { diffArrays } from 'diff';
import type { PreparationId } from '../dataset/grouping.ts';
import type { Meaning, MeantNumber } from './meaning.ts';

/** What stood before and what stands after; one of them is missing where something came or went. */
export interface Change<T> {
  before?: T | undefined;
  after?: T | undefined;
}

export interface NumberChange extends Change<MeantNumber> {
  id: string;
  preparation: PreparationId;
  /** Whether the value left the interval that it had. */
  beyond: boolean;
  /** How far the value moved, in widths of the interval that it had; null where there was none, or no value. */
  widths: number | null;
}

export interface VerdictChange extends Change<{ verdict: string; evidence: string }> {
  id: string;
  sentence: string;
  preparation: PreparationId;
}

export interface SentenceChanges {
  /** Address of the page. */
  page: string;
  /** What went and what came, in the order of the page. */
  lines: readonly { sign: '-' | '+'; text: string }[];
}

export interface ChartChange {
  id: string;
  question: string;
  /** What of the chart changed, in words. */
  what: string;
  takeaway: Change<string>;
}

/** What a report says otherwise than another; what both say alike is in none of the lists. */
export interface Differences {
  verdicts: readonly VerdictChange[];
  numbers: readonly NumberChange[];
  sentences: readonly SentenceChanges[];
  charts: readonly ChartChange[];
}

const preparations = ['reviewed', 'prepared'] as const satisfies readonly PreparationId[];

const idsOf = (...records: readonly Readonly<Record<string, unknown>>[]): string[] =>
  [...new Set(records.flatMap((record) => Object.keys(record)))].sort();

/** How the numbers of one preparation changed: those that left their interval first, then by how far they moved. */
export function changedNumbers(
  preparation: PreparationId,
  before: Readonly<Record<string, MeantNumber>>,
  after: Readonly<Record<string, MeantNumber>>,
): NumberChange[] {
  const same = (a: MeantNumber, b: MeantNumber) =>
    a.value === b.value && a.low === b.low && a.high === b.high && a.n === b.n;
  return idsOf(before, after)
    .flatMap((id): NumberChange[] => {
      const [was, is] = [before[id], after[id]];
      if (was && is && same(was, is)) return [];
      const value = is?.value ?? null;
      const judged = was && was.value !== null && was.low !== null && was.high !== null && value !== null;
      const beyond = Boolean(judged && (value < was.low! || value > was.high!));
      const width = judged ? was.high! - was.low! : 0;
      const widths = width > 0 ? Math.abs(value! - was!.value!) / width : null;
      return [{ id, preparation, before: was, after: is, beyond, widths }];
    })
    .sort((a, b) => Number(b.beyond) - Number(a.beyond) || (b.widths ?? -1) - (a.widths ?? -1));
}

/** How the verdicts of one preparation changed, by the ids of the claims. */
export function changedVerdicts(
  preparation: PreparationId,
  before: Meaning['claims'],
  after: Meaning['claims'],
): VerdictChange[] {
  return idsOf(before, after).flatMap((id): VerdictChange[] => {
    const [was, is] = [before[id]?.verdicts[preparation], after[id]?.verdicts[preparation]];
    if (was?.verdict === is?.verdict) return [];
    const sentence = (after[id] ?? before[id])!.sentence;
    return [{ id, sentence, preparation, before: was, after: is }];
  });
}

function changedSentences(before: Meaning['pages'], after: Meaning['pages']): SentenceChanges[] {
  return idsOf(before, after).flatMap((page): SentenceChanges[] => {
    const lines = diffArrays([...(before[page] ?? [])], [...(after[page] ?? [])]).flatMap(
      ({ added, removed, value }) =>
        added || removed ? value.map((text) => ({ sign: added ? '+' : '-', text }) as const) : [],
    );
    return lines.length > 0 ? [{ page, lines }] : [];
  });
}

function changedCharts(before: Meaning['figures'], after: Meaning['figures']): ChartChange[] {
  return idsOf(before, after).flatMap((id): ChartChange[] => {
    const [was, is] = [before[id], after[id]];
    const question = (is ?? was)!.question;
    const takeaway = {
      before: was?.shown.reviewed.takeaway,
      after: is?.shown.reviewed.takeaway,
    };
    if (!was || !is) return [{ id, question, what: is ? 'new' : 'gone', takeaway }];
    const what = [
      ...preparations.flatMap((preparation) => {
        const [a, b] = [was.shown[preparation], is.shown[preparation]];
        const of = preparation === 'reviewed' ? '' : ' on the notebook’s preparation';
        return [
          ...(isDeepStrictEqual(a.rows, b.rows) ? [] : [`rows${of}`]),
          ...(a.takeaway === b.takeaway ? [] : [`what it says${of}`]),
        ];
      }),
      ...(was.drawing === is.drawing ? [] : ['how it is drawn']),
      ...(was.question === is.question ? [] : [`its question, which was “${was.question}”`]),
    ];
    return what.length > 0 ? [{ id, question, what: what.join(', '), takeaway }] : [];
  });
}

/** What one report says otherwise than another. */
export function compareMeanings(before: Meaning, after: Meaning): Differences {
  return {
    verdicts: preparations.flatMap((each) => changedVerdicts(each, before.claims, after.claims)),
    numbers: preparations.flatMap((each) => changedNumbers(each, before.numbers[each], after.numbers[each])),
    sentences: changedSentences(before.pages, after.pages),
    charts: changedCharts(before.figures, after.figures),
  };
}
