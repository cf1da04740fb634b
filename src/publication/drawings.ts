import { provenance } from '../dataset/files/provenance.ts';
import type { PreparationId } from '../dataset/grouping.ts';
import type { Drawing, Figure } from '../figures/figure.ts';
import type { FigureWords } from '../rendering/figure-file.ts';
import { standaloneSvg } from '../rendering/standalone.ts';
import { drawFigure } from '../rendering/svg.ts';
import { lightColour } from './light-colours.ts';
import type { Publication } from './publication.ts';

const drawn = new Map<string, Promise<string>>();

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
  let found = drawn.get(key);
  if (!found) {
    found = drawFigure(figure, drawing, publication[preparation].figures[figure.id]!.rows, name);
    drawn.set(key, found);
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
