import type { Estimate } from '../../statistics/methods/estimate.ts';
import { fewestForEstimate, type Unit } from '../../statistics/statistic.ts';

/** The numbers of an estimate among those of a drawn row. */
export type DrawnEstimate = Pick<Estimate, 'value' | 'low' | 'high' | 'n'>;

/** A labelled estimate as it is drawn. */
export type EstimateRow = { label: string } & DrawnEstimate;

/** An estimate as it is drawn: its numbers are blank where too few values stand behind it, or none. */
export function drawnEstimate(found: Estimate | undefined): DrawnEstimate {
  const { value, low, high, n } = found ?? { value: null, low: null, high: null, n: 0 };
  return n >= fewestForEstimate ? { value, low, high, n } : { value: null, low: null, high: null, n };
}

/** A labelled estimate as a row to draw. */
export const estimateRow = (label: string, estimate: Estimate): EstimateRow => ({
  label,
  ...drawnEstimate(estimate),
});

/** Columns of rows made by `estimateRow`. */
export const estimateColumns = (label: string, value: string, unit: Unit) =>
  [
    { name: 'label', title: label },
    { name: 'value', title: value, unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'n', title: 'Models' },
  ] as const;
