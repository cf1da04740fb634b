import type { TopLevelSpec } from 'vega-lite';
import { ink } from '../theme.ts';
import { axisParameters, plotAxis, plotConfig, plotRows, type PlotScale } from './axis.ts';

/**
 * How many models lie in each bin of a column: `rows` holds the ends `x` and `x2` of the bin, the number of
 * `all` models in it, in grey, and of those `kept` by the slice.
 */
export function plotHistogram(xScale: PlotScale): TopLevelSpec {
  const { axis, ...x } = plotAxis('x', xScale);
  const bars = (field: string, color: string, opacity: number) => ({
    mark: { type: 'rect' as const, color, opacity },
    encoding: {
      y: { field, type: 'quantitative' as const, axis: { title: null, tickCount: 3, format: ',~r' } },
      y2: { datum: 0 },
    },
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: plotRows,
    autosize: { type: 'fit', contains: 'padding' },
    params: axisParameters('x'),
    width: 240,
    height: 90,
    config: plotConfig,
    encoding: {
      x: {
        field: 'x',
        ...x,
        axis: { ...axis, title: null, grid: false, tickCount: xScale === 'log' ? 3 : 4 },
      },
      x2: { field: 'x2' },
    },
    layer: [bars('all', ink.muted, 0.3), bars('kept', ink.accent, 1)],
  };
}
