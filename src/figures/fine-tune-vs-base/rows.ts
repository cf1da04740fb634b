import { quantileEstimate } from '../../statistics/methods/quantile.ts';
import { fewestForEstimate, numbersOf } from '../../statistics/statistic.ts';
import { cells } from '../parts/cells.ts';
import { layerOf } from '../parts/layers.ts';
import { changesOf, type Answer, type Pair } from './changes.ts';

/** Points that a cell is wide. */
export const binWidth = 2;

const blank = {
  group: null,
  x0: null,
  x1: null,
  density: null,
  mean: null,
  low: null,
  high: null,
  median: null,
  share_up: null,
  band_low: null,
  band_high: null,
  n: null,
};
type Blank = typeof blank;
type Strip = { layer: 'cell' } & Omit<Blank, 'group' | 'x0' | 'x1' | 'density' | 'n'> & {
    group: string;
    x0: number;
    x1: number;
    density: number;
    n: number;
  };
type Summary = 'mean' | 'low' | 'high' | 'median' | 'share_up';
export type Line = { layer: 'line' } & Omit<Blank, Summary | 'group' | 'n'> &
  Record<Summary, number | null> & { group: string; n: number };
type Noise = { layer: 'noise' } & Record<'low' | 'high' | 'band_low' | 'band_high', number | null> & {
    n: number;
  } & Omit<Blank, 'low' | 'high' | 'band_low' | 'band_high' | 'n'>;
export type Drawn = Strip | Line | Noise;
export type Known = Line & Record<'mean' | 'low' | 'high', number>;

/** The line of a group. */
export const lineOf = (rows: readonly Drawn[], group: string) =>
  layerOf(rows, 'line').find((row) => row.group === group);
export const hasInterval = (row: Line | undefined): row is Known =>
  row !== undefined && row.mean !== null && row.low !== null && row.high !== null;
/** The rows that are drawn: cells and a line a group, and the noise of repeats. */
export function drawnOf(rows: readonly Answer[]): Drawn[] {
  const paired = rows.filter((row): row is Pair => row.layer === 'pair');
  const replicates = rows.filter(({ layer }) => layer === 'replicate');
  const spread = quantileEstimate(numbersOf(replicates, 'change'), 0.9);
  const {
    value: noise,
    low: bandLow,
    high: bandHigh,
  } = spread.n >= fewestForEstimate ? spread : { value: null, low: null, high: null };
  return [
    ...changesOf(paired).flatMap(({ group, changes, estimates }): Drawn[] => {
      const counted = cells(
        changes,
        changes.map(() => 0),
        binWidth,
        1,
      );
      const most = Math.max(1, ...counted.map(({ count }) => count));
      const shown = changes.length >= fewestForEstimate;
      const { mean, median, share_up } = estimates;
      return [
        ...counted.map(({ x0, x1, count }) => ({
          layer: 'cell' as const,
          ...blank,
          group,
          x0,
          x1,
          density: count / most,
          n: count,
        })),
        {
          layer: 'line',
          ...blank,
          group,
          mean: shown ? mean.value : null,
          low: shown ? mean.low : null,
          high: shown ? mean.high : null,
          median: shown ? median.value : null,
          share_up: shown ? share_up.value : null,
          n: changes.length,
        },
      ];
    }),
    {
      layer: 'noise',
      ...blank,
      low: noise === null ? null : -noise,
      high: noise,
      band_low: bandLow,
      band_high: bandHigh,
      n: spread.n,
    },
  ];
}
