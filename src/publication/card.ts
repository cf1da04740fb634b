import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFigure } from '../figures/figures.ts';
import { cardSize, cardSvg } from '../rendering/card.ts';
import { rasterise } from '../rendering/raster.ts';
import { publishedDrawing } from './drawings.ts';
import { lightColour } from './light-colours.ts';
import type { Publication } from './publication.ts';

const folder = '.cache/cards';

/** The card of a published figure as a PNG, kept under a hash of what it shows. Throws for an id that is none. */
export async function figureCard(publication: Publication, id: string, report: string): Promise<Uint8Array> {
  const figure = findFigure(id);
  if (!figure) throw new Error(`A page is to be shown by the figure “${id}”, which is none`);
  const { takeaway } = publication.reviewed.figures[id]!;
  const drawing = await publishedDrawing(publication, figure, 'reviewed', 'desktop', `card-${id}`);
  const svg = cardSvg({ question: figure.question, takeaway, report }, drawing, lightColour);
  const path = join(folder, `${createHash('sha256').update(svg).digest('hex').slice(0, 32)}.png`);
  if (existsSync(path)) return readFileSync(path);
  const picture = await rasterise(svg, cardSize.width);
  mkdirSync(folder, { recursive: true });
  // Two builds may keep at once; each finds a whole file or none.
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, picture);
  renameSync(unfinished, path);
  return picture;
}
