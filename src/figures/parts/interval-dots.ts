import type { TopLevelSpec } from 'vega-lite';
import type { Drawing } from '../figure.ts';
import { chartBase, ink, widths } from '../theme.ts';
import { tooFewOf } from './estimate-bars.ts';
import { halo } from './halo.ts';

/** What a chart of labelled estimates with intervals needs to know. */
export interface IntervalDots {
  /** Values of the column `label`, from top to bottom. */
  labels: readonly string[];
  axis: string;
  digits: number;
  /** Whether the estimates are shares of one, which are written in per cent. */
  share?: boolean;
  /** Whether the estimates are ratios, on an axis of logarithms with a rule at 1; otherwise the rule is at 0. */
  ratio?: boolean;
  /** A value that the axis reaches in any case, so that there is one where no estimate can be drawn. */
  reaches?: number;
  /** Room for the labels in pixels, where panels stand below each other. */
  gutter?: number;
}

/** Dots with 95 % intervals over the rows' columns `label`, `value`, `low`, `high` and `n`. */
export const intervalDots = (drawing: Drawing, part: IntervalDots): TopLevelSpec => ({
  ...chartBase(drawing),
  ...intervalPanel(drawing, part),
});

/** The same as one panel of several. */
export function intervalPanel(
  drawing: Drawing,
  { labels, axis, digits, share = false, ratio = false, reaches, gutter }: IntervalDots,
) {
  const y = {
    field: 'label',
    type: 'nominal' as const,
    sort: [...labels],
    scale: { domain: [...labels] },
    axis: {
      title: null,
      labelColor: ink.text,
      labelLimit: 180,
      ...(gutter !== undefined && { minExtent: gutter }),
    },
  };
  const format = `.${digits}${share ? '%' : 'f'}`;
  const inPercent = `format(100 * datum.value, '.${digits}f') + '\u00a0%'`;
  const none = { datum: ratio ? 1 : 0, type: 'quantitative' as const };
  const scale = ratio ? ({ type: 'log', nice: false, padding: 16 } as const) : { zero: true };
  return {
    width: widths[drawing] - (drawing === 'phone' ? 50 : 40),
    height: { step: 34 },
    layer: [
      { mark: { type: 'rule' as const, color: ink.muted }, encoding: { x: none } },
      ...(reaches === undefined
        ? []
        : [
            {
              mark: { type: 'rule' as const, color: ink.muted, opacity: 0 },
              encoding: { x: { datum: reaches, type: 'quantitative' as const } },
            },
          ]),
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'rule' as const, strokeWidth: 2.5, color: ink.accent, opacity: 0.55 },
        encoding: { y, x: { field: 'low', type: 'quantitative' as const, scale }, x2: { field: 'high' } },
      },
      {
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'point' as const, filled: true, size: 70, opacity: 1, color: ink.accent },
        encoding: {
          y,
          x: {
            field: 'value',
            type: 'quantitative' as const,
            axis: { title: axis, tickCount: 5, ...(share && { labelExpr: inPercent }) },
          },
          tooltip: [
            { field: 'label', title: ' ' },
            { field: 'value', title: 'Estimate', format },
            { field: 'low', title: '95 % from', format },
            { field: 'high', title: '95 % to', format },
            { field: 'n', title: 'n', format: ',' },
          ],
        },
      },
      // Wide enough that the rule is not seen between the digits of a label upon it.
      ...halo.map((ground) => ({
        transform: [
          { filter: 'isValid(datum.value)' },
          ...(share ? [{ calculate: inPercent, as: 'written' }] : []),
        ],
        mark: {
          type: 'text' as const,
          baseline: 'bottom' as const,
          dy: -6,
          ...ground,
          ...('strokeWidth' in ground && { strokeWidth: 7 }),
        },
        encoding: {
          y,
          x: { field: 'value', type: 'quantitative' as const },
          text: share ? { field: 'written' } : { field: 'value', type: 'quantitative' as const, format },
        },
      })),
      tooFewOf('value', y, none),
    ],
  };
}
