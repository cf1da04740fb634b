import type { APIRoute } from 'astro';
import { preparationTitles, type PreparationId } from '../../../dataset/grouping.ts';
import { drawingsOf } from '../../../figures/figure.ts';
import { figures } from '../../../figures/figures.ts';
import { findSmallChart } from '../../../figures/small-charts.ts';
import { figureDrawing } from '../../../publication/drawings.ts';
import { figureDescription, figureFile, figureTable, publishedWords } from '../../../publication/files.ts';
import { publication } from '../../../publication/publication.ts';
import { compileChart, compileFigure } from '../../../rendering/svg.ts';
import { withBase } from '../../../site/base.ts';
import { report } from '../../../site/report.ts';

interface Props {
  write(site: URL | undefined): string | Promise<string>;
}

/**
 * Of each figure: question, answer and rows; the chart compiled for the browser, and its small one where it has one;
 * of each preparation the rows as CSV with their description and the drawing as SVG.
 */
export async function getStaticPaths() {
  const published = await publication();
  const preparations = Object.keys(preparationTitles) as PreparationId[];
  return figures.flatMap((figure) => {
    const file = (ending: string, write: Props['write']) => ({
      params: { file: `${figure.id}.${ending}` },
      props: { write } satisfies Props,
    });
    const small = findSmallChart(figure.id);
    return [
      file('json', () => figureFile(published, figure)),
      ...drawingsOf(figure).map((drawing) =>
        file(`${drawing}.vega.json`, () => JSON.stringify(compileFigure(figure, drawing))),
      ),
      ...(small
        ? [file('small.vega.json', () => JSON.stringify(compileChart(`${figure.id}-small`, small.spec())))]
        : []),
      ...preparations.flatMap((preparation) => {
        const [edition, query] =
          preparation === 'reviewed' ? ['', ''] : ['prepared.', '?preparation=prepared'];
        const page = `${withBase(`/figures/${figure.id}/`)}${query}`;
        const words = (site: URL | undefined) =>
          publishedWords(
            published,
            figure,
            preparation,
            report.title,
            site ? new URL(page, site).href : null,
          );
        return [
          file(`${edition}csv`, () => figureTable(published, figure, preparation)),
          file(`${edition}csv-metadata.json`, (site) =>
            figureDescription(published, figure, preparation, `${figure.id}.${edition}csv`, words(site)),
          ),
          file(`${edition}svg`, (site) => figureDrawing(published, figure, preparation, words(site))),
        ];
      }),
    ];
  });
}

export const GET: APIRoute<Props> = async ({ props, site }) => new Response(await props.write(site));
