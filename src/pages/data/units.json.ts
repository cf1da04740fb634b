import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { publication } from '../../publication/publication.ts';
import { listOf } from '../../site/front-matter.ts';
import type { UnitScales } from '../../statistics/number-card.ts';
import { withStatistics } from '../../statistics/written.ts';

/** What the glossary says of units: read by a page with the card of a number. */
export const GET: APIRoute = async () => {
  const { statistics } = (await publication()).reviewed;
  const scales: UnitScales = Object.fromEntries(
    (await getCollection('concepts')).flatMap(({ data: { short, units } }) =>
      listOf(units).map((unit) => [unit, withStatistics(short, statistics)]),
    ),
  );
  return new Response(JSON.stringify(scales));
};
