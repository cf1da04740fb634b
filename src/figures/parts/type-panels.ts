import type { TopLevelSpec } from 'vega-lite';
import { profileTypes } from '../../statistics/named/type-profile.ts';
import type { Drawing } from '../figure.ts';
import { chartBase, ink, panelHeader, widths } from '../theme.ts';
import { tooFew } from './estimate-bars.ts';
import type { DrawnEstimate } from './estimate-rows.ts';

/** A dot of a panel: an estimate of the models of one type. */
export type TypeDot<Panel extends string> = Record<Panel, string> & { type: string } & DrawnEstimate;

/**
 * Panels of dots with 95 % intervals by type of model, one for each value of a column, on one axis. It reaches `reaches`
 * in any case, so that the numbers behind the intervals stay within their panel and none moves the others.
 */
export function typePanels(
  drawing: Drawing,
  {
    field,
    title,
    panels,
    columns,
    reaches,
  }: { field: string; title: string; panels: readonly string[]; columns: number; reaches: number },
): TopLevelSpec {
  const phone = drawing === 'phone';
  const y = {
    field: 'type',
    type: 'nominal',
    sort: profileTypes.map(({ label }) => label),
    axis: { title: null, labelColor: ink.text, labelLimit: 130 },
  } as const;
  return {
    ...chartBase(drawing),
    facet: { field, type: 'nominal', sort: [...panels], header: panelHeader },
    columns: phone ? 1 : columns,
    spacing: { row: 14, column: 20 },
    spec: {
      width: phone ? widths.phone - 84 : 430 / columns,
      height: { step: phone ? 18 : 20 },
      layer: [
        {
          mark: { type: 'rule', color: ink.muted, opacity: 0 },
          encoding: { x: { datum: reaches, type: 'quantitative' } },
        },
        {
          transform: [{ filter: 'isValid(datum.low)' }],
          mark: { type: 'rule', strokeWidth: 2.5, color: ink.accent, opacity: 0.5 },
          encoding: { y, x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
        },
        {
          transform: [{ filter: 'isValid(datum.value)' }],
          mark: { type: 'point', filled: true, size: 55, opacity: 1, color: ink.accent },
          encoding: {
            y,
            x: {
              field: 'value',
              type: 'quantitative',
              scale: { zero: true },
              axis: { title: 'Points', tickCount: 4 },
            },
            tooltip: [
              { field, title },
              { field: 'type', title: 'Type' },
              { field: 'value', title: 'Points', format: '.1f' },
              { field: 'low', title: '95 % from', format: '.1f' },
              { field: 'high', title: '95 % to', format: '.1f' },
              { field: 'n', title: 'Models', format: ',' },
            ],
          },
        },
        {
          transform: [
            { filter: 'isValid(datum.value)' },
            { calculate: 'isValid(datum.high) ? datum.high : datum.value', as: 'right' },
          ],
          mark: { type: 'text', align: 'left', dx: 8 },
          encoding: {
            y,
            x: { field: 'right', type: 'quantitative' },
            text: { field: 'value', type: 'quantitative', format: '.1f' },
          },
        },
        tooFew(y),
      ],
    },
  };
}
