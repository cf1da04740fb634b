import type { TopLevelSpec } from 'vega-lite';
import { ink } from '../theme.ts';
import { axisParameters, plotAxis, plotConfig, plotRows, type PlotScale } from './axis.ts';

/**
 * The ground of a scatter plot: every model as a grey point; `rows` holds `x` and `y`. The page paints the
 * models of the slice over it, because Vega takes too long for thousands of points that change at every frame.
 */
export const plotScatter = (xScale: PlotScale, yScale: PlotScale): TopLevelSpec => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  data: plotRows,
  autosize: { type: 'fit', contains: 'padding' },
  params: axisParameters('x', 'y'),
  width: 480,
  height: 300,
  config: plotConfig,
  mark: { type: 'circle', size: 12, opacity: 0.28, color: ink.muted },
  encoding: {
    x: { field: 'x', ...plotAxis('x', xScale) },
    y: { field: 'y', ...plotAxis('y', yScale) },
  },
});
