import { isBrushed } from './brush.ts';
import { axes } from './axes.ts';
import type { Colouring } from './colourings.ts';
import type { Options } from './options.ts';
import type { TableColumn } from './table-columns.ts';
import type { Slice } from '../slice/slice.ts';

/** The column that tells the categories of a colouring apart. */
const coloured: Readonly<Record<string, TableColumn['name']>> = {
  size_class: 'size_class',
  provider: 'official_provider',
  moe: 'moe',
  type: 'type',
};

const columnOf = ({ id }: Colouring) => (Object.hasOwn(coloured, id) ? [coloured[id]!] : []);

/**
 * The columns of all that the page shows: of its table, of the axes and colours of its plots, and those along which
 * models are kept, by a brush or by bounds.
 */
export function shownInFile(
  { columns, plot1, plot2, histograms, within }: Options,
  slice: Slice,
): TableColumn['name'][] {
  const ofPlots = [plot1, plot2].flatMap(({ x, y, colouring }) => [
    x.axis.column,
    y.axis.column,
    ...columnOf(colouring),
  ]);
  const brushed = axes.filter((axis) => isBrushed({ slice, within }, axis)).map(({ column }) => column);
  return [...new Set([...columns, ...ofPlots, ...histograms.map(({ axis }) => axis.column), ...brushed])];
}
