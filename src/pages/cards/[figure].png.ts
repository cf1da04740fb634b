import type { APIRoute } from 'astro';
import { figureCard } from '../../publication/card.ts';
import { publication } from '../../publication/publication.ts';
import { cards } from '../../site/cards.ts';
import { report } from '../../site/report.ts';

export const getStaticPaths = async () => (await cards()).map((figure) => ({ params: { figure } }));

/** The picture of a figure for links to the pages that it stands for. */
export const GET: APIRoute<never, { figure: string }> = async ({ params: { figure } }) =>
  new Response(Buffer.from(await figureCard(await publication(), figure, report.title)));
