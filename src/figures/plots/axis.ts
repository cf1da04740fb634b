import type { Config } from 'vega-lite';
import { chartConfig, ink } from '../theme.ts';

/** How a plot lays out a column: evenly, by ratios, or as days. Vega cannot switch by itself: one spec each. */
export const plotScales = ['linear', 'log', 'day'] as const;
export type PlotScale = (typeof plotScales)[number];

type Channel = 'x' | 'y';

/** Stands in a compiled plot where the page writes the name of the column that it shows. */
export const axisTitle: Record<Channel, string> = { x: '{x}', y: '{y}' };

/** Room between the outermost values and the frame, so that a stroke can begin outside them. */
const edge = 8;

/** Names of the parameters that hold the ends of an axis; the page sets them before it draws. */
export const axisEnds: Record<Channel, [string, string]> = { x: ['xLow', 'xHigh'], y: ['yLow', 'yHigh'] };

/**
 * The ends of the axes as parameters of a plot. They are set rather than found among the rows, so that the
 * axes stay while the slice changes.
 */
export const axisParameters = (...channels: Channel[]) =>
  channels.flatMap((channel) => axisEnds[channel].map((name, end) => ({ name, value: 1 + end })));

/** Type, scale and axis of one direction of a plot. */
export function plotAxis(channel: Channel, scale: PlotScale) {
  const [low, high] = axisEnds[channel];
  const shared = { domain: [{ expr: low }, { expr: high }], nice: false, padding: edge };
  const axis = {
    title: axisTitle[channel],
    tickCount: channel === 'x' ? 5 : 6,
    gridColor: ink.grid,
    labelOverlap: 'greedy' as const,
    labelFlush: false,
  };
  if (scale === 'day')
    return {
      type: 'temporal' as const,
      scale: { ...shared, type: 'utc' as const },
      axis: { ...axis, format: '%b %Y' },
    };
  return {
    type: 'quantitative' as const,
    scale: { ...shared, type: scale, ...(scale === 'linear' ? { zero: false } : {}) },
    // Few ticks on a log axis are powers of ten; more would draw a line for every multiple.
    axis: { ...axis, ...(scale === 'log' ? { tickCount: 3 } : {}), format: ',~r' },
  };
}

/** The rows that a plot is filled with: nothing is to be guessed of them, days arrive as numbers. */
export const plotRows = { name: 'rows', format: { parse: null } } as const;

/** Settings of the plots: those of the figures, with no row left out in silence and room for what hangs below. */
export const plotConfig: Config = {
  ...chartConfig('phone'),
  padding: { left: 0, right: 8, top: 4, bottom: 4 },
  mark: { invalid: null },
};
