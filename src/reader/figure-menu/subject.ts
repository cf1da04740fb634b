import { provenance } from '../../dataset/files/provenance.ts';
import { preparationTitles } from '../../dataset/grouping.ts';
import { countInWords } from '../../figures/few.ts';
import type { FigureWords } from '../../rendering/figure-file.ts';
import { report } from '../../site/report.ts';
import { describeSlice, preparationOf, wholeTable, type Slice } from '../../slice/slice.ts';
import { shownFigure, type ShownFigure } from '../answers/shown-figure.ts';
import { withSlice } from './addresses.ts';
import type { DrawingWords } from './picture.ts';

/** What the menu of a figure is about: what the figure shows at this moment. */
export interface Subject {
  element: HTMLElement;
  id: string;
  question: string;
  takeaway: string;
  sql: string;
  /** Its slice, on the preparation that the text pins, if any. */
  slice: Slice;
  /** The filters of the slice in words. */
  words: readonly string[];
  /** Of a slice; undefined where the figure shows the published rows. */
  shown: ShownFigure | undefined;
  /** Where the figure has its place, with the slice. */
  permalink: string;
  /** The page that shows the figure alone, with the slice. */
  alone: string;
  /** Address of the published rows. */
  csv: string;
}

const textOf = (element: HTMLElement, selector: string) =>
  element.querySelector(selector)?.textContent?.trim() ?? '';

/** Reads what a figure shows. */
export function subjectOf(element: HTMLElement): Subject {
  const shown = shownFigure(element);
  const pinned = element.dataset.preparation;
  const whole = shown?.slice ?? wholeTable;
  const slice: Slice = pinned ? { ...whole, preparation: pinned === 'prepared' ? 'prepared' : null } : whole;
  const address = (name: string) =>
    element.querySelector<HTMLAnchorElement>(`.figure-links [data-file="${name}"]`)!.href;
  return {
    element,
    id: element.dataset.figure ?? '',
    question: textOf(element, '.figure-question'),
    takeaway: textOf(element, '.figure-takeaway'),
    sql: textOf(element, '.sql'),
    slice,
    words: describeSlice(slice),
    shown,
    // The text pins the preparation, so that the address of its place need not.
    permalink: withSlice(address('permalink'), pinned ? { ...slice, preparation: whole.preparation } : slice),
    alone: withSlice(address('alone'), slice),
    csv: address('csv'),
  };
}

/** The slice in a sentence. */
export function aboutSlice({ slice, words, shown }: Subject): string {
  const preparation = preparationTitles[preparationOf(slice)];
  if (!shown) return `${preparation}, all models, as published.`;
  const filters = words.length > 0 ? words.join(', ') : 'all models';
  return `${preparation}; ${filters}${shown.few ? '; too few to draw' : ''}.`;
}

/** What a file of the figure says of itself. */
export function fileWords({
  element,
  question,
  takeaway,
  slice,
  words,
  shown,
  permalink,
}: Subject): FigureWords {
  return {
    question,
    takeaway,
    counted: shown
      ? countInWords(shown.figure.n(shown.rows), shown.figure.counts)
      : (element.dataset.counted ?? ''),
    preparation: preparationTitles[preparationOf(slice)],
    slice: words,
    until: element.dataset.until ?? '',
    report: report.title,
    address: permalink,
  };
}

/** What a drawing of the figure says of itself. */
export function drawingWords(subject: Subject): DrawingWords {
  const words = fileWords(subject);
  return { question: words.question, takeaway: words.takeaway, provenance: provenance(words) };
}

/** Name under which a file of the figure is saved. */
export function fileName({ id, slice, shown }: Subject, ending: string): string {
  const edition = preparationOf(slice) === 'prepared' ? '.prepared' : '';
  return `${id}${shown ? '.slice' : edition}.${ending}`;
}
