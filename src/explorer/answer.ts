import type { Ask } from '../slice/ask.ts';
import { preparationOf, type Slice } from '../slice/slice.ts';
import { isPublished, type Axis } from './axes.ts';
import type { Ranges } from './bounds.ts';
import { frameOf, holdsPublished, withPublished, type Frame } from './frame.ts';
import { groupsOf, type Groups } from './groups.ts';
import { maskOf, type Mask } from './kept.ts';
import type { Options } from './options.ts';
import type { TableRow } from './queries.ts';

/** Everything that the page shows of one slice. */
export interface Answer {
  slice: Slice;
  options: Options;
  frame: Frame;
  /** What the fields besides the ranges keep. */
  base: Mask;
  kept: Mask;
  count: number;
  /** Rows of the table in their order. */
  rows: readonly TableRow[];
  groups: Groups;
}

/** The ranges that an answer keeps to. */
export const rangesOf = ({ slice, options: { within } }: Pick<Answer, 'slice' | 'options'>): Ranges => ({
  slice,
  within,
});

/** The axes of all plots. */
const axesOf = ({ plot1, plot2, histograms }: Options): Axis[] =>
  [plot1.x, plot1.y, plot2.x, plot2.y, ...histograms].map(({ axis }) => axis);

/** Whether the page shows, or keeps models along, what is published of each. */
const asksPublished = (options: Options): boolean =>
  options.within.length > 0 || axesOf(options).some(isPublished);

/** Whether a frame holds all that the page shows. */
export const serves = (frame: Frame, options: Options): boolean =>
  holdsPublished(frame) || !asksPublished(options);

/** Asks for all that the page shows of a slice; `known` is the frame of an answer before, which may serve again. */
export async function answerOf(ask: Ask, slice: Slice, options: Options, known?: Frame): Promise<Answer> {
  const { baseQuery, frameQuery, groupsQuery, publishedQuery, tableQuery } = await import('./queries.ts');
  const preparation = preparationOf(slice);
  const same = known?.preparation === preparation ? known : undefined;
  const isComplete = same ? serves(same, options) : !asksPublished(options);
  const [plain, published, base, rows, grouped] = await Promise.all([
    same ??
      frameQuery(preparation)
        .askOf(ask)
        .then((answer) => frameOf(preparation, answer)),
    isComplete ? null : publishedQuery(preparation).askOf(ask),
    baseQuery(slice, options).askOf(ask),
    tableQuery(options, preparation).askOf(ask),
    groupsQuery(options.groups, options, preparation).askOf(ask),
  ]);
  const frame = published ? withPublished(plain, published) : plain;
  return {
    slice,
    options,
    frame,
    base: maskOf(frame, base),
    kept: maskOf(frame, rows),
    count: rows.length,
    rows,
    groups: groupsOf(options.groups, grouped),
  };
}
