import type { TopLevelSpec } from 'vega-lite';
import type { Row } from '../engine/engine.ts';
import type { Figure } from './figure.ts';

/** What stands behind a figure in words, as in "1 model". */
export const countInWords = (n: number, counts: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? counts.slice(0, -1) : counts}`;

/**
 * Why a figure is not drawn for its rows, as a sentence; null where it is drawn. Enough models may stand behind
 * the figure and yet too few behind each of its marks: then nothing but axes would be drawn.
 */
export function whyNotDrawn(figure: Figure, rows: readonly Row[]): string | null {
  const n = figure.n(rows);
  const counted = countInWords(n, figure.counts);
  if (n < figure.minimum) return `Too few: ${counted}; it takes ${figure.minimum}.`;
  if (drawsMarks(figure.spec('desktop'), rows)) return null;
  return `Of ${counted} too few are of the groups that the chart compares.`;
}

interface Part {
  mark?: string | { type: string };
  encoding?: Encoding;
  layer?: Part[];
  hconcat?: Part[];
  vconcat?: Part[];
  spec?: Part;
}
type Encoding = Readonly<Record<string, { field?: string; type?: string } | undefined>>;

/** Channels that give a mark its place or its tone. */
const channels = ['x', 'y', 'color', 'opacity'] as const;

/** Whether a chart has a mark, other than a label, for some row: one that has every number which the mark shows. */
function drawsMarks(chart: TopLevelSpec, rows: readonly Row[]): boolean {
  const draws = (part: Part, inherited: Encoding): boolean => {
    const encoding = { ...inherited, ...part.encoding };
    const type = typeof part.mark === 'string' ? part.mark : part.mark?.type;
    const shown = channels.flatMap((channel) => (encoding[channel]?.field ? [encoding[channel]] : []));
    const numbers = shown.filter((each) => each.type === 'quantitative' || each.type === 'temporal');
    // What the chart itself computes of a row is not among its columns, and tells nothing.
    const has = (row: Row) => numbers.every(({ field = '' }) => row[field] !== null);
    if (type !== undefined && type !== 'text' && shown.length > 0 && rows.some(has)) return true;
    const { layer = [], hconcat = [], vconcat = [], spec } = part;
    return [...layer, ...hconcat, ...vconcat, ...(spec ? [spec] : [])].some((each) => draws(each, encoding));
  };
  return draws(chart as Part, {});
}
