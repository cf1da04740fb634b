import type { PlotScale } from '../figures/plots/axis.ts';
import type { Mask } from './kept.ts';

/** The values of a column that an axis can show: a log axis shows none of zero or less. */
export const isDrawn = (value: number, scale: PlotScale): boolean =>
  scale === 'log' ? value > 0 : !Number.isNaN(value);

/** The least and the greatest value that an axis shows; null where it shows none. */
export function endsOf(values: Float64Array, scale: PlotScale): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!isDrawn(value, scale)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return null;
  // An axis of one value still needs two ends.
  return low === high ? [low, scale === 'log' ? low * 1.01 : low + 1] : [low, high];
}

/** Cuts an axis into bins of the same width as it is drawn. */
export interface Cuts {
  edges: Float64Array;
  /** The bin of each model; -1 where the axis does not show it. */
  bins: Int16Array;
}

/** Cuts the axis between the ends of its values into `count` bins. */
export function cut(values: Float64Array, scale: PlotScale, count: number): Cuts {
  const ends = endsOf(values, scale) ?? [1, 2];
  const along = scale === 'log' ? Math.log : (value: number) => value;
  const back = scale === 'log' ? Math.exp : (value: number) => value;
  const [from, to] = [along(ends[0]), along(ends[1])];
  const width = (to - from) / count;
  return {
    edges: Float64Array.from({ length: count + 1 }, (_, index) =>
      index === 0 ? ends[0] : index === count ? ends[1] : back(from + index * width),
    ),
    bins: Int16Array.from(values, (value) =>
      isDrawn(value, scale) ? Math.min(count - 1, Math.floor((along(value) - from) / width)) : -1,
    ),
  };
}

/** How many models lie in each bin, all of them or those that the mask keeps. */
export function histogram({ edges, bins }: Cuts, mask?: Mask): Int32Array {
  const counts = new Int32Array(edges.length - 1);
  for (let i = 0; i < bins.length; i++) {
    const bin = bins[i]!;
    if (bin >= 0 && (!mask || mask[i] === 1)) counts[bin]!++;
  }
  return counts;
}

/** The cells that two cuts make and that hold a model, and how many models of each a mask keeps. */
export function density(x: Cuts, y: Cuts) {
  const across = x.edges.length - 1;
  const place = Int32Array.from(x.bins, (column, i) =>
    column < 0 || y.bins[i]! < 0 ? -1 : y.bins[i]! * across + column,
  );
  const used = [...new Set(place)].filter((at) => at >= 0).sort((a, b) => a - b);
  const index = new Map(used.map((at, cell) => [at, cell]));
  const cellOf = place.map((at) => index.get(at) ?? -1);
  return {
    cells: used.map((at) => {
      const [column, row] = [at % across, Math.floor(at / across)];
      return { x: x.edges[column]!, x2: x.edges[column + 1]!, y: y.edges[row]!, y2: y.edges[row + 1]! };
    }),
    counts(mask?: Mask): Int32Array {
      const counts = new Int32Array(used.length);
      for (let i = 0; i < cellOf.length; i++)
        if (cellOf[i]! >= 0 && (!mask || mask[i] === 1)) counts[cellOf[i]!]!++;
      return counts;
    },
  };
}
