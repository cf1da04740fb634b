import { judge, type Judged } from '../claims/claim.ts';
import { claims } from '../claims/claims.ts';
import { checkFacts } from '../dataset/facts.ts';
import { select } from '../dataset/select.ts';
import { models } from '../dataset/tables.ts';
import type { PreparationId } from '../dataset/grouping.ts';
import { preparations } from '../dataset/preparations.ts';
import type { Row } from '../engine/engine.ts';
import type { Figure } from '../figures/figure.ts';
import { whyNotDrawn } from '../figures/few.ts';
import { figures } from '../figures/figures.ts';
import { askSlice, type Ask } from '../slice/ask.ts';
import { fields } from '../slice/fields.ts';
import { wholeTable } from '../slice/slice.ts';
import { answerStatistics, type Estimates } from '../statistics/answer.ts';
import { lendEngine } from './lend-engine.ts';
import type { Verdicts } from './verdicts.ts';

/** A figure as one preparation answers it. */
export interface DrawnFigure {
  figure: Figure;
  rows: Row[];
  n: number;
  takeaway: string;
  alt: string;
  /** Why it is not drawn, as another table may leave too little for it; null where it is. */
  why: string | null;
}

/** A figure with what it says of its rows, or why it is not drawn for them. */
export function drawnFigure(figure: Figure, rows: Row[]): DrawnFigure {
  const why = whyNotDrawn(figure, rows);
  const n = figure.n(rows);
  return { figure, rows, n, takeaway: why ?? figure.takeaway(rows), alt: why ?? figure.alt(rows), why };
}

/** Everything the report says under one preparation. */
export interface Edition {
  statistics: Estimates;
  claims: Readonly<Record<string, Judged>>;
  figures: Readonly<Record<string, DrawnFigure>>;
  models: readonly Row[];
}

/** Both editions of the report. */
export type Publication = Readonly<Record<PreparationId, Edition>>;

const everyModel = select(models, (columns) => ({ rows: columns, orderBy: [columns.row] }));

/**
 * What is answered on each preparation, one after the other, over tables made anew from `data/`. Rejects with all
 * that is wrong in the data, where anything is.
 */
async function eachPreparation<T>(answer: (ask: Ask) => Promise<T>): Promise<Record<PreparationId, T>> {
  await checkFacts();
  return lendEngine(async (engine) => {
    const answers: [PreparationId, T][] = [];
    for (const { id } of Object.values(preparations)) {
      const preparation = id === 'reviewed' ? fields.preparation.empty : id;
      answers.push([id, await answer(await askSlice(engine, { ...wholeTable, preparation }))]);
    }
    return Object.fromEntries(answers) as Record<PreparationId, T>;
  });
}

const judgeAll = (statistics: Estimates): Edition['claims'] =>
  Object.fromEntries(claims.map((claim) => [claim.id, judge(claim, statistics)]));

const judgedBy = new Set(claims.flatMap(({ statistics }) => statistics));

/** What the data in `data/` say of every claim, with the statistics that this takes and those of the given ids. */
export const verdicts = (ids: Iterable<string> = []): Promise<Verdicts> =>
  eachPreparation(async (ask) => {
    const statistics = await answerStatistics(ask, new Set([...judgedBy, ...ids]));
    return { statistics, claims: judgeAll(statistics) };
  });

const compute = (): Promise<Publication> =>
  eachPreparation(async (ask): Promise<Edition> => {
    const statistics = await answerStatistics(ask);
    const drawn = await Promise.all(
      figures.map(async (figure): Promise<[string, DrawnFigure]> => [
        figure.id,
        drawnFigure(figure, figure.derive(await ask(figure.sql))),
      ]),
    );
    return {
      statistics,
      claims: judgeAll(statistics),
      figures: Object.fromEntries(drawn),
      models: await ask(everyModel.sql),
    };
  });

let computed: Promise<Publication> | undefined;

/** The published report, computed once per build from the tables in `data/`. */
export const publication = (): Promise<Publication> => (computed ??= compute());
