import type { APIRoute, GetStaticPaths } from 'astro';
import { figuresOfNumbers } from '../../../publication/figures-of-numbers.ts';
import { publication } from '../../../publication/publication.ts';
import { citedAs } from '../../../references/citation-file.ts';
import { edition } from '../../../site/edition.ts';
import { numberCard } from '../../../statistics/number-card.ts';
import { findStatistic, statisticIds } from '../../../statistics/statistics.ts';

export const getStaticPaths = (() => statisticIds.map((id) => ({ params: { id } }))) satisfies GetStaticPaths;

let places: Promise<Record<string, string[]>> | undefined;

/** The figures that show each number, by its id. */
const placesOfNumbers = () => (places ??= publication().then(figuresOfNumbers));

const cited = citedAs(edition);

/** What the card of a number shows: read by a page when the reader opens it. */
export const GET: APIRoute<never, { id: string }> = async ({ params: { id } }) => {
  const { reviewed, prepared } = await publication();
  const { definition, family } = findStatistic(id)!;
  const answers = { reviewed: reviewed.statistics[id]!, prepared: prepared.statistics[id]! };
  const figures = (await placesOfNumbers())[id] ?? [];
  return new Response(JSON.stringify(numberCard(definition, family.sql, answers, figures, cited)));
};
