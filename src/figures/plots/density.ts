import type { TopLevelSpec } from 'vega-lite';
import { ink } from '../theme.ts';
import { axisParameters, plotAxis, plotConfig, plotRows, type PlotScale } from './axis.ts';

/**
 * The ground of a scatter plot of models too many for points: `rows` holds a cell each, from `x`, `y` to `x2`,
 * `y2`, with the number of `all` models in it. The page paints those of the slice over it.
 */
export const plotDensity = (xScale: PlotScale, yScale: PlotScale): TopLevelSpec => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  data: plotRows,
  autosize: { type: 'fit', contains: 'padding' },
  params: axisParameters('x', 'y'),
  width: 480,
  height: 300,
  config: plotConfig,
  mark: { type: 'rect', color: ink.muted },
  encoding: {
    x: { field: 'x', ...plotAxis('x', xScale) },
    y: { field: 'y', ...plotAxis('y', yScale) },
    x2: { field: 'x2' },
    y2: { field: 'y2' },
    opacity: { field: 'all', type: 'quantitative', scale: { type: 'log', range: [0.08, 0.5], domainMin: 1 } },
  },
});
