import type { TopLevelSpec } from 'vega-lite';
import { plotHistogram } from './plots/histogram.ts';

/**
 * Charts without a question of their own, which the pages for taking the table apart fill with what the reader
 * asks: by id, as Vega-Lite. They are compiled when the report is built, as the figures are.
 */
export const plots: Readonly<Record<string, TopLevelSpec>> = {
  histogram: plotHistogram(),
};
