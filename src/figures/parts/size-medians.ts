import type { PositionFieldDef } from 'vega-lite/types_unstable/channeldef.js';
import { sortedQuantile } from '../../statistics/methods/quantile.ts';
import { fewestForEstimate } from '../../statistics/statistic.ts';
import { ink } from '../theme.ts';
import { only } from './layers.ts';

/** Sizes nearest to the same eighth of a doubling are taken as one. */
const perDoubling = 8;

/** What the notes of a figure say of its dots. */
export const sizeMediansNote = `A dot is the median of the models of one size, sizes within a factor of 1.09 taken together; the larger, the more models. A size with fewer than ${fewestForEstimate} has none.`;

/** Models of one size: the median size in billions, quantiles of a value at .1, .5 and .9, and how many they are. */
export type SizeMedian = { x0: number; low: number; mid: number; high: number; n: number };

/**
 * The median of `values` at each size that at least ten models have, sizes in doublings and not left of `leftEdge`,
 * from small to large. A window over a fixed number of models would carry the peaks of crowded sizes to their
 * neighbours; this one never reaches another size.
 */
export function sizeMedians(
  doublings: readonly number[],
  values: readonly number[],
  leftEdge: number,
): SizeMedian[] {
  const bins = Map.groupBy(doublings.keys(), (index) => Math.round(doublings[index]! * perDoubling));
  return [...bins]
    .sort(([a], [b]) => a - b)
    .flatMap(([, members]) => {
      if (members.length < fewestForEstimate) return [];
      const sorted = (of: readonly number[]) => Float64Array.from(members, (index) => of[index]!).sort();
      const [sizes, own] = [sorted(doublings), sorted(values)];
      const at = sortedQuantile(sizes, 0.5)!;
      const quantile = (p: number) => sortedQuantile(own, p)!;
      if (at < leftEdge) return [];
      return [
        { x0: 2 ** at, low: quantile(0.1), mid: quantile(0.5), high: quantile(0.9), n: members.length },
      ];
    });
}

/** The dots in words. */
export const medianDots = 'a dot for the median at each size';

/** What is drawn over a density, as the end of a clause: dots and lines only where there are some. */
export function withDrawn(drawn: readonly (string | false)[]): string {
  const words = drawn.filter((each) => each !== false);
  return words.length === 0 ? '' : `, with ${words.join(' and ')}`;
}

/**
 * Of rows at sizes, from small to large, those nearest to the given sizes in billions, an eighth of a doubling away
 * at most; the first and the last row where fewer than two are that near, so that none are told only where none are
 * drawn.
 */
export function readAt<D extends { readonly x0: number }>(rows: readonly D[], sizes: readonly number[]): D[] {
  const near = sizes.flatMap((size) => {
    const away = ({ x0 }: D) => Math.abs(Math.log2(x0 / size));
    const [nearest] = rows.toSorted((a, b) => away(a) - away(b));
    return nearest && away(nearest) <= 1 / perDoubling ? [nearest] : [];
  });
  return near.length > 1 ? near : [...new Set([...rows.slice(0, 1), ...rows.slice(-1)])];
}

/** Dots over the rows of a layer of size medians. */
export const sizeDots = (
  layer: string,
  { x, y }: { x: PositionFieldDef<string>; y: PositionFieldDef<string> & { field: string } },
  { name, format }: { name: string; format: string },
) => ({
  transform: [only(layer)],
  mark: {
    type: 'point' as const,
    filled: true,
    opacity: 1,
    color: ink.accent,
    stroke: ink.paper,
    strokeWidth: 1,
  },
  encoding: {
    x,
    y,
    size: {
      field: 'n',
      type: 'quantitative' as const,
      scale: { type: 'sqrt' as const, domainMin: 0, range: [20, 260] },
    },
    tooltip: [
      { field: 'x0', title: 'Parameters near (B)', format: '.2~f' },
      { field: y.field, title: name, format },
      { field: 'low', title: '10th percentile', format },
      { field: 'high', title: '90th percentile', format },
      { field: 'n', title: 'Models', format: ',' },
    ],
  },
});
