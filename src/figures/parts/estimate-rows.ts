import type { Row } from '../../engine/engine.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import { fewestForEstimate, type Unit } from '../../statistics/statistic.ts';
import type { FigureColumn } from '../figure.ts';

/** An estimate as it is drawn: its numbers are blank where too few values stand behind it, or none. */
export function drawnEstimate(found: Estimate | undefined): Estimate {
  const { value, low, high, n } = found ?? { value: null, low: null, high: null, n: 0 };
  return n >= fewestForEstimate ? { value, low, high, n } : { value: null, low: null, high: null, n };
}

/** A labelled estimate as a row to draw. */
export const estimateRow = (label: string, estimate: Estimate): Row => ({
  label,
  ...drawnEstimate(estimate),
});

/** Columns of rows made by `estimateRow`. */
export const estimateColumns = (label: string, value: string, unit: Unit): FigureColumn[] => [
  { name: 'label', title: label },
  { name: 'value', title: value, unit },
  { name: 'low', title: '95 % from', unit },
  { name: 'high', title: '95 % to', unit },
  { name: 'n', title: 'Models' },
];
