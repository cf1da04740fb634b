/** A row of one layer, where the type of the rows tells their layers apart. */
type InLayer<D extends { readonly layer?: unknown }, L> = string extends D['layer'] ? D : D & { layer: L };

/** The rows of one layer, for figures that draw several kinds of row and tell them apart by `layer`. */
export const layerOf = <D extends { readonly layer?: unknown }, const L extends D['layer'] & string>(
  rows: readonly D[],
  name: L,
): InLayer<D, L>[] => rows.filter((row): row is D & InLayer<D, L> => row.layer === name);

/** Keeps the rows of one layer in a chart. */
export const only = (name: string) => ({ filter: `datum.layer === '${name}'` });

/** Keeps the row of a layer that is the first in the order of `x0`, one in each group. */
const endOf = (name: string, order: 'ascending' | 'descending', groupby: string[]) => [
  only(name),
  {
    window: [{ op: 'row_number' as const, as: 'place' }],
    ...(groupby.length > 0 && { groupby }),
    sort: [{ field: 'x0', order }],
  },
  { filter: 'datum.place === 1' },
];

/** Keeps the row of a layer farthest right, one in each group: there stands the name of its line. */
export const farthestRight = (name: string, groupby: string[] = []) => endOf(name, 'descending', groupby);

/** Keeps the row of a layer farthest left, where the name of a line stands that others cross at its right end. */
export const farthestLeft = (name: string) => endOf(name, 'ascending', []);
