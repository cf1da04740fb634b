import type { TopLevelSpec } from 'vega-lite';
import { provenance } from '../dataset/files/provenance.ts';
import type { PreparationId } from '../dataset/grouping.ts';
import type { Drawing, Figure } from '../figures/figure.ts';
import type { FigureWords } from '../rendering/figure-file.ts';
import { standaloneSvg } from '../rendering/standalone.ts';
import { chartBase, ink, widths } from '../figures/theme.ts';
import { drawChart, drawFigure } from '../rendering/svg.ts';
import { lightColour } from './light-colours.ts';
import type { DrawnFigure, Publication } from './publication.ts';

/** A sentence in the place of a chart. */
const sentence = (drawing: Drawing): TopLevelSpec => ({
  ...chartBase(drawing),
  width: widths[drawing],
  height: 60,
  mark: { type: 'text', align: 'left', color: ink.muted, fontSize: 13, lineBreak: '\n' },
  encoding: { x: { value: 0 }, text: { field: 'why' } },
});

/** A figure drawn, or in its place the sentence that says why it is not. */
export const drawn = ({ figure, rows, why }: DrawnFigure, drawing: Drawing, name: string): Promise<string> =>
  why === null
    ? drawFigure(figure, drawing, rows, name)
    : drawChart(`${name}-${drawing}`, sentence(drawing), [{ why: why.replace(/(?<=[;,]) /, '\n') }]);

const drawings = new Map<string, Promise<string>>();

/**
 * A published figure drawn for the page, each drawing once a build; `name` keeps its ids apart from those of
 * other figures on the page.
 */
export function publishedDrawing(
  publication: Publication,
  figure: Figure,
  preparation: PreparationId,
  drawing: Drawing,
  name = figure.id,
): Promise<string> {
  const key = [preparation, drawing, name].join(' ');
  let found = drawings.get(key);
  if (!found) {
    found = drawn(publication[preparation].figures[figure.id]!, drawing, name);
    drawings.set(key, found);
  }
  return found;
}

/** `data/figures/<id>.svg`: the drawing as a file of its own with its words, in the colours of the light theme. */
export async function figureDrawing(
  publication: Publication,
  figure: Figure,
  preparation: PreparationId,
  words: FigureWords,
): Promise<string> {
  return standaloneSvg(await publishedDrawing(publication, figure, preparation, 'desktop'), {
    name: figure.id,
    question: words.question,
    takeaway: words.takeaway,
    provenance: provenance(words),
    colour: lightColour,
  });
}
