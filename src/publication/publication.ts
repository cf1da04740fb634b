import { judge, type Judged } from '../claims/claim.ts';
import { claims } from '../claims/claims.ts';
import type { PreparationId } from '../dataset/grouping.ts';
import { preparations } from '../dataset/preparations.ts';
import { prepareTables } from '../dataset/setup.ts';
import type { Row } from '../engine/engine.ts';
import { openNativeEngine } from '../engine/native.ts';
import { rawTables } from '../engine/raw-tables.ts';
import type { Figure } from '../figures/figure.ts';
import { figures } from '../figures/figures.ts';
import { askSlice } from '../slice/ask.ts';
import { fields } from '../slice/fields.ts';
import { wholeTable } from '../slice/slice.ts';
import { answerStatistics, type Estimates } from '../statistics/answer.ts';

/** A figure as one preparation answers it. */
export interface DrawnFigure {
  figure: Figure;
  rows: Row[];
  n: number;
  takeaway: string;
  alt: string;
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

async function compute(): Promise<Publication> {
  const engine = await openNativeEngine(rawTables());
  try {
    await prepareTables(engine);
    const editions: [PreparationId, Edition][] = [];
    for (const { id } of Object.values(preparations)) {
      const preparation = id === 'reviewed' ? fields.preparation.empty : id;
      const ask = await askSlice(engine, { ...wholeTable, preparation });
      const statistics = await answerStatistics(ask);
      const drawn = await Promise.all(
        figures.map(async (figure): Promise<[string, DrawnFigure]> => {
          const rows = figure.derive(await ask(figure.sql));
          return [
            figure.id,
            { figure, rows, n: figure.n(rows), takeaway: figure.takeaway(rows), alt: figure.alt(rows) },
          ];
        }),
      );
      editions.push([
        id,
        {
          statistics,
          claims: Object.fromEntries(claims.map((claim) => [claim.id, judge(claim, statistics)])),
          figures: Object.fromEntries(drawn),
          models: await ask('SELECT * FROM models ORDER BY row'),
        },
      ]);
    }
    return Object.fromEntries(editions) as Publication;
  } finally {
    await engine.close();
  }
}

let computed: Promise<Publication> | undefined;

/** The published report, computed once per build from the tables in `data/`. */
export const publication = (): Promise<Publication> => (computed ??= compute());
