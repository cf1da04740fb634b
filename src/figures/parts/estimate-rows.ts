import type { Row } from '../../engine/engine.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import { fewestForEstimate, type Unit } from '../../statistics/statistic.ts';
import type { FigureColumn } from '../figure.ts';

/** A labelled estimate as a row to draw; its numbers are blank where too few values stand behind it. */
export function estimateRow(label: string, { value, low, high, n }: Estimate): Row {
  const shown = n >= fewestForEstimate;
  return { label, value: shown ? value : null, low: shown ? low : null, high: shown ? high : null, n };
}

/** Columns of rows made by `estimateRow`. */
export const estimateColumns = (label: string, value: string, unit: Unit): FigureColumn[] => [
  { name: 'label', title: label },
  { name: 'value', title: value, unit },
  { name: 'low', title: '95 % from', unit },
  { name: 'high', title: '95 % to', unit },
  { name: 'n', title: 'Models' },
];
