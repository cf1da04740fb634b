import { gzipSync } from 'node:zlib';
import type { PreparationId } from '../../dataset/grouping.ts';
import type { Row } from '../../engine/engine.ts';
import { openNativeEngine } from '../../engine/native.ts';
import { prepareTables } from '../../engine/prepare.ts';
import { rawTables } from '../../engine/raw-tables.ts';
import { findFigure } from '../../figures/figures.ts';
import type { AnswerFile, FiledPart } from '../../reader/answers/answer-file.ts';
import { answeredSlices } from '../../slice/answered.ts';
import { askSlice } from '../../slice/ask.ts';
import { countQuery } from '../../slice/count.ts';
import { preparationOf } from '../../slice/slice.ts';
import { answerSlice } from '../../statistics/answer.ts';
import { needsUnder, type PageNeeds } from './needs.ts';

/** What JSON would write as null or as nothing cannot be published. */
function whole(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`An answer holds ${value}, which no file of answers can hold.`);
  return value;
}

const picked = <T>(all: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries([...ids].map((id) => [id, all[id]!]));

/** Opens an engine that answers slices, given as addresses, with a file a page: compressed, as base64. */
export async function openAnswerer(pages: Readonly<Record<string, PageNeeds>>) {
  const engine = await openNativeEngine(rawTables());
  await prepareTables(engine);
  return {
    async answer(text: string): Promise<Record<string, string>> {
      const slice = answeredSlices.get(text)!;
      const own = preparationOf(slice);
      const [counted] = await countQuery(slice).askOf((sql) => engine.query(sql));
      const under = Object.entries(pages).map(([page, needs]) => [page, needsUnder(needs, own)] as const);
      const answered: Partial<Record<PreparationId, FiledPart>> = {};
      for (const id of new Set(under.flatMap(([, parts]) => Object.keys(parts) as PreparationId[]))) {
        const asked = under.flatMap(([, parts]) => parts[id] ?? []);
        const ask = await askSlice(
          engine,
          id === own ? slice : { ...slice, preparation: id === 'prepared' ? 'prepared' : null },
        );
        const estimates = await answerSlice(ask, new Set(asked.flatMap(({ statistics }) => [...statistics])));
        const figures: Record<string, Row[]> = {};
        for (const name of new Set(asked.flatMap((needs) => [...needs.figures]))) {
          const figure = findFigure(name)!;
          figures[name] = figure.derive(await ask(figure.sql));
        }
        answered[id] = { estimates, figures };
      }
      const files = under.map(([page, parts]): [string, string] => {
        const file: AnswerFile = {
          models: counted!.models,
          parts: Object.fromEntries(
            Object.entries(parts).map(([id, { statistics, figures }]) => {
              const all = answered[id as PreparationId]!;
              return [
                id,
                { estimates: picked(all.estimates, statistics), figures: picked(all.figures, figures) },
              ];
            }),
          ),
        };
        return [page, gzipSync(JSON.stringify(file, whole), { level: 9 }).toString('base64')];
      });
      return Object.fromEntries(files);
    },
    close: () => engine.close(),
  };
}
