import { findFigure } from '../figures/figures.ts';
import { withBase } from './base.ts';
import { chapters } from './chapters.ts';

/** Where a figure stands and what it asks. */
export interface FigurePlace {
  href: string;
  question: string;
}

/**
 * The first chapter that shows a figure, as a link to it; undefined where no chapter does. A figure that is
 * shown for one preparation alone has that in its anchor.
 */
export async function chapterOf(id: string): Promise<FigurePlace | undefined> {
  const figure = findFigure(id);
  if (!figure) return undefined;
  const pattern = new RegExp(`<Figure id="${id}"(?: preparation="(\\w+)")? />`);
  const shown = (await chapters()).flatMap((entry) => {
    const found = pattern.exec(entry.body ?? '');
    return found ? [{ chapter: entry.id, preparation: found[1] }] : [];
  });
  const place = shown.find(({ preparation }) => preparation === undefined) ?? shown[0];
  if (!place) return undefined;
  const anchor = place.preparation ? `${id}-${place.preparation}` : id;
  return { href: withBase(`/${place.chapter}/#figure-${anchor}`), question: figure.question };
}
