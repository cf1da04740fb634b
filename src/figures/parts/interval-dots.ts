import type { TopLevelSpec } from 'vega-lite';
import type { Drawing } from '../figure.ts';
import { chartBase, ink, widths } from '../theme.ts';
import { tooFew } from './estimate-bars.ts';
import { halo } from './halo.ts';

/** What a chart of labelled estimates with intervals needs to know. */
export interface IntervalDots {
  /** Values of the column `label`, from top to bottom. */
  labels: readonly string[];
  axis: string;
  digits: number;
  /** Whether the axis starts at zero, with a rule there. */
  zero: boolean;
}

/** Dots with 95 % intervals over the rows' columns `label`, `value`, `low`, `high` and `n`. */
export function intervalDots(drawing: Drawing, { labels, axis, digits, zero }: IntervalDots): TopLevelSpec {
  const y = {
    field: 'label',
    type: 'nominal' as const,
    sort: [...labels],
    scale: { domain: [...labels] },
    axis: { title: null, labelColor: ink.text, labelLimit: 180 },
  };
  const format = `.${digits}f`;
  return {
    ...chartBase(drawing),
    width: widths[drawing] - (drawing === 'phone' ? 50 : 40),
    height: { step: 34 },
    layer: [
      ...(zero
        ? [
            {
              mark: { type: 'rule' as const, color: ink.muted },
              encoding: { x: { datum: 0, type: 'quantitative' as const } },
            },
          ]
        : []),
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'rule', strokeWidth: 2.5, color: ink.accent, opacity: 0.55 },
        encoding: { y, x: { field: 'low', type: 'quantitative', scale: { zero } }, x2: { field: 'high' } },
      },
      {
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'point', filled: true, size: 70, opacity: 1, color: ink.accent },
        encoding: {
          y,
          x: { field: 'value', type: 'quantitative', axis: { title: axis, tickCount: 5 } },
          tooltip: [
            { field: 'label', title: ' ' },
            { field: 'value', title: 'Estimate', format },
            { field: 'low', title: '95 % from', format },
            { field: 'high', title: '95 % to', format },
            { field: 'n', title: 'n', format: ',' },
          ],
        },
      },
      ...halo.map((ground) => ({
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'text' as const, baseline: 'bottom' as const, dy: -6, ...ground },
        encoding: {
          y,
          x: { field: 'value', type: 'quantitative' as const },
          text: { field: 'value', type: 'quantitative' as const, format },
        },
      })),
      tooFew(y),
    ],
  };
}
