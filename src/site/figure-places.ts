import { findFigure } from '../figures/figures.ts';
import { withBase } from './base.ts';
import { chapters } from './chapters.ts';

/** Where a figure stands and what it asks. */
export interface FigurePlace {
  href: string;
  question: string;
}

/** The first chapter that shows a figure, as a link to it; undefined where no chapter does. */
export async function chapterOf(id: string): Promise<FigurePlace | undefined> {
  const figure = findFigure(id);
  const entry = (await chapters()).find(({ body }) => body?.includes(`<Figure id="${id}" />`));
  return figure && entry
    ? { href: withBase(`/${entry.id}/#figure-${id}`), question: figure.question }
    : undefined;
}
