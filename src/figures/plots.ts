import type { TopLevelSpec } from 'vega-lite';
import { plotScales } from './plots/axis.ts';
import { plotDensity } from './plots/density.ts';
import { plotFront } from './plots/front.ts';
import { plotHistogram } from './plots/histogram.ts';
import { queryPlots } from './plots/query.ts';
import { plotScatter } from './plots/scatter.ts';

const byTwo = plotScales.flatMap((x) => plotScales.map((y) => [x, y] as const));

/**
 * Charts without a question of their own, which the pages for taking the table apart fill with what the reader
 * asks: by id, as Vega-Lite. They are compiled when the report is built, as the figures are.
 */
export const plots: Readonly<Record<string, TopLevelSpec>> = Object.fromEntries([
  ...byTwo.map(([x, y]) => [`scatter-${x}-${y}`, plotScatter(x, y)]),
  ...byTwo.map(([x, y]) => [`density-${x}-${y}`, plotDensity(x, y)]),
  ...plotScales.map((x) => [`histogram-${x}`, plotHistogram(x)]),
  ['front-desktop', plotFront('desktop')],
  ['front-phone', plotFront('phone')],
  ...Object.entries(queryPlots),
]) as Record<string, TopLevelSpec>;
