import type { Engine, Row } from '../../engine/engine.ts';
import type { Figure } from '../../figures/figure.ts';
import { askSlice, type Ask } from '../../slice/ask.ts';
import type { Slice } from '../../slice/slice.ts';
import { answerChosen, type Answers, type EstimateChosen } from '../../statistics/estimate-choices.ts';

/** What can be asked of one slice. */
export interface Answering {
  /** Statistics by id, and what choices of estimate take in their place; more may come with those that are asked. */
  answers(ids: ReadonlySet<string>, chosen: EstimateChosen): Promise<Answers>;
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
    const ask = await askSlice(engine, slice, { signal });
    return {
      ask,
      answers: (ids, chosen) => answerChosen(ask, ids, chosen),
      rows: async (figure) => figure.derive(await ask(figure.sql)),
    };
  };
