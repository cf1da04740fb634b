import type { QueryProblem } from '../engine/query-problem.ts';

/**
 * Where in its query a problem is, in words; that the engine does not say, where it reports a problem without
 * a place; nothing where the problem is of the query as a whole.
 */
export function whereWords(
  { place, reported }: Pick<QueryProblem, 'place' | 'reported'>,
  query: string,
): string {
  if (!place) return reported ? 'The engine does not say where in the query.' : '';
  const lines = query.slice(0, place.from).split('\n');
  // Characters as a reader counts them, not the halves of which JavaScript makes some.
  return `Line ${lines.length}, column ${[...lines.at(-1)!].length + 1}.`;
}
