import type { Claim } from '../claims/claim.ts';
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
  const shown = await shownIn('Figure', id);
  const place = shown.find(({ preparation }) => preparation === undefined) ?? shown[0];
  if (!place) return undefined;
  const anchor = place.preparation ? `${id}-${place.preparation}` : id;
  return { href: withBase(`/${place.chapter}/#figure-${anchor}`), question: figure.question };
}

/** The first chapter that shows a figure as the notebook drew it, as a link to it; undefined where none does. */
export async function notebookPlaceOf(id: string): Promise<string | undefined> {
  const shown = [...(await shownIn('SeedFigure', id)), ...(await shownIn('Figure', id))];
  const place = shown.find(
    ({ component, preparation }) => component === 'SeedFigure' || preparation === 'prepared',
  );
  return place && withBase(`/${place.chapter}/#figure-${id}-prepared`);
}

/**
 * The chapter of a claim, as a link to its card: the last that shows it with its figure, or else the first that
 * shows it; undefined where none does.
 */
export async function chapterOfClaim({
  id,
  figure,
}: Pick<Claim, 'id' | 'figure'>): Promise<{ path: string; anchor: string } | undefined> {
  const [places, homes] = await Promise.all([shownIn('Claim', id), shownIn('Figure', figure)]);
  const place = places.findLast(({ chapter }) => homes.some((home) => home.chapter === chapter)) ?? places[0];
  return place && { path: withBase(`/${place.chapter}/`), anchor: `claim-${id}` };
}

/** The chapters that show something, in their order, with the preparation that each shows alone. */
const shownIn = async (component: Shown, id: string) =>
  (await chapters()).flatMap((entry) =>
    elementsIn(entry.body ?? '')
      .filter((each) => each.component === component && each.id === id)
      .map(({ preparation }) => ({ component, chapter: entry.id, preparation })),
  );

const shownComponents = ['Figure', 'SeedFigure', 'Claim'] as const;
type Shown = (typeof shownComponents)[number];

interface Element {
  component: Shown;
  id: string | undefined;
  preparation: string | undefined;
}

const read = new Map<string, Element[]>();

/** The figures and claims that a text of MDX shows; each text is parsed once. */
function elementsIn(text: string): Element[] {
  let found = read.get(text);
  if (!found) {
    const root = parsed(text);
    found = shownComponents.flatMap((component) =>
      elements(root, component).map((node) => ({
        component,
        id: attribute(node, 'id'),
        preparation: attribute(node, 'preparation'),
      })),
    );
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
