import { findFigure } from '../figures/figures.ts';
import { withBase } from './base.ts';
import { chapters } from './chapters.ts';
import { attribute, elements, MdxSyntaxError, parseMdx, type Node } from './mdx.ts';

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
  const shown = (await chapters()).flatMap((entry) =>
    figuresIn(entry.body ?? '')
      .filter((each) => each.id === id)
      .map(({ preparation }) => ({ chapter: entry.id, preparation })),
  );
  const place = shown.find(({ preparation }) => preparation === undefined) ?? shown[0];
  if (!place) return undefined;
  const anchor = place.preparation ? `${id}-${place.preparation}` : id;
  return { href: withBase(`/${place.chapter}/#figure-${anchor}`), question: figure.question };
}

const read = new Map<string, { id: string | undefined; preparation: string | undefined }[]>();

/** The figures that a text of MDX shows; each text is parsed once. */
function figuresIn(text: string) {
  let found = read.get(text);
  if (!found) {
    found = elements(parsed(text), 'Figure').map((node) => ({
      id: attribute(node, 'id'),
      preparation: attribute(node, 'preparation'),
    }));
    read.set(text, found);
  }
  return found;
}

/** The tree of a chapter; nothing of one that is no MDX, which its own page says. */
function parsed(text: string): Node {
  try {
    return parseMdx(text);
  } catch (error) {
    if (error instanceof MdxSyntaxError) return { type: 'root' };
    throw error;
  }
}
