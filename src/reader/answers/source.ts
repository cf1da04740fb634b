import type { Engine, Row } from '../../engine/engine.ts';
import type { Figure } from '../../figures/figure.ts';
import { askSlice, type Ask } from '../../slice/ask.ts';
import type { Slice } from '../../slice/slice.ts';
import { workAhead, type Breath } from '../../statistics/answer.ts';
import { answerChosen, type Answers, type EstimateChosen } from '../../statistics/estimate-choices.ts';

/** What can be asked of one slice. */
export interface Answering {
  /**
   * Statistics by id, and what choices of estimate take in their place; more may come with those that are asked. What
   * is computed for them waits for a breath before each.
   */
  answers(ids: ReadonlySet<string>, chosen: EstimateChosen, breath: Breath): Promise<Answers>;
  /** The rows that a figure draws; what is computed for them waits for a breath as well. */
  rows(figure: Figure, breath: Breath): Promise<readonly Row[]>;
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
      answers: (ids, chosen, breath) => answerChosen(ask, ids, chosen, breath),
      async rows(figure, breath) {
        const rows = await ask(figure.sql);
        await workAhead(figure, rows, breath);
        return figure.derive(rows);
      },
    };
  };
