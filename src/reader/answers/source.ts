import type { Engine, Row } from '../../engine/engine.ts';
import type { Figure } from '../../figures/figure.ts';
import { askSlice, type Ask } from '../../slice/ask.ts';
import type { Slice } from '../../slice/slice.ts';
import { answerSlice, type Estimates } from '../../statistics/answer.ts';

/** What can be asked of one slice. */
export interface Answering {
  /** Statistics by id; more may come with those that are asked. */
  estimates(ids: ReadonlySet<string>): Promise<Estimates>;
  /** The rows that a figure draws. */
  rows(figure: Figure): Promise<readonly Row[]>;
  /** Answers a query; only an engine does. */
  ask?: Ask;
}

/** Answers slices, one after the other: rejects for a slice that it has no answer to. */
export type Source = (slice: Slice, signal: AbortSignal) => Promise<Answering>;

/** The engine as a source of answers. */
export const engineSource =
  (engine: Engine): Source =>
  async (slice, signal) => {
    const ask = await askSlice(engine, slice, signal);
    return {
      ask,
      estimates: (ids) => answerSlice(ask, ids),
      rows: async (figure) => figure.derive(await ask(figure.sql)),
    };
  };
