import type { APIRoute } from 'astro';
import { figures } from '../../../figures/figures.ts';
import { figureFile, figureTable } from '../../../publication/files.ts';
import { publication } from '../../../publication/publication.ts';
import { compileFigure } from '../../../rendering/svg.ts';

interface Props {
  text: string;
}

/** Of each figure: question, answer and rows; the rows as CSV; the chart compiled for the browser. */
export async function getStaticPaths() {
  const published = await publication();
  return figures.flatMap((figure) => {
    const file = (ending: string, text: string) => ({
      params: { file: `${figure.id}.${ending}` },
      props: { text } satisfies Props,
    });
    return [
      file('json', figureFile(published, figure)),
      file('csv', figureTable(published, figure)),
      ...(['desktop', 'phone'] as const).map((drawing) =>
        file(`${drawing}.vega.json`, JSON.stringify(compileFigure(figure, drawing))),
      ),
    ];
  });
}

export const GET: APIRoute<Props> = ({ props }) => new Response(props.text);
