import { shownNumbers } from '../figures/shown-numbers.ts';
import type { Publication } from './publication.ts';

/** Ids of the figures that show a number on either preparation, by the id of the number. */
export function figuresOfNumbers(publication: Publication): Record<string, string[]> {
  const places: Record<string, string[]> = {};
  for (const id of Object.keys(publication.reviewed.figures)) {
    const shown = Object.values(publication).flatMap(({ figures, statistics }) =>
      Object.keys(shownNumbers(figures[id]!.rows, statistics)),
    );
    for (const number of new Set(shown)) (places[number] ??= []).push(id);
  }
  return places;
}
