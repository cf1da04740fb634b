import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, ink } from '../theme.ts';

/**
 * How often each bin of a column occurs: `rows` holds `from`, `to`, `all` (every model) and `kept` (those of
 * the slice). A stroke along the axis is the selection `brush`.
 */
export const plotHistogram = (): TopLevelSpec => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  data: { name: 'rows' },
  width: 260,
  height: 90,
  config: chartConfig('phone'),
  encoding: {
    x: { field: 'from', type: 'quantitative', bin: 'binned', axis: { title: null, grid: false } },
    x2: { field: 'to' },
  },
  layer: [
    {
      params: [{ name: 'brush', select: { type: 'interval', encodings: ['x'] } }],
      mark: { type: 'bar', color: ink.grid, binSpacing: 1 },
      encoding: { y: { field: 'all', type: 'quantitative', axis: null } },
    },
    {
      mark: { type: 'bar', color: ink.accent, binSpacing: 1 },
      encoding: { y: { field: 'kept', type: 'quantitative', axis: null } },
    },
  ],
});
