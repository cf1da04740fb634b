import type { Row } from '../../engine/engine.ts';

/** The rows of one layer, for figures that draw several kinds of row and tell them apart by `layer`. */
export const layerOf = (rows: readonly Row[], name: string): Row[] =>
  rows.filter(({ layer }) => layer === name);

/** Keeps the rows of one layer in a chart. */
export const only = (name: string) => ({ filter: `datum.layer === '${name}'` });

/** Keeps the row of a layer farthest right, one in each group: there stands the name of its line. */
export const farthestRight = (name: string, groupby: string[] = []) => [
  only(name),
  {
    window: [{ op: 'row_number' as const, as: 'place' }],
    ...(groupby.length > 0 && { groupby }),
    sort: [{ field: 'x0', order: 'descending' as const }],
  },
  { filter: 'datum.place === 1' },
];
