import type { Ask } from '../slice/ask.ts';
import { preparationOf, type Slice } from '../slice/slice.ts';
import { frameOf, type Frame } from './frame.ts';
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

/** Asks for all that the page shows of a slice; `known` is the frame of an answer before, which may serve again. */
export async function answerOf(ask: Ask, slice: Slice, options: Options, known?: Frame): Promise<Answer> {
  const { baseQuery, frameQuery, groupsQuery, tableQuery } = await import('./queries.ts');
  const preparation = preparationOf(slice);
  const [frame, base, rows, grouped] = await Promise.all([
    known?.preparation === preparation
      ? known
      : frameQuery(preparation)
          .askOf(ask)
          .then((answer) => frameOf(preparation, answer)),
    baseQuery(slice, options).askOf(ask),
    tableQuery(options, preparation).askOf(ask),
    groupsQuery(options.groups, options, preparation).askOf(ask),
  ]);
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
