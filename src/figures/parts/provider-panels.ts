import type { TopLevelSpec } from 'vega-lite';
import type { Row } from '../../engine/engine.ts';
import { formatNumber } from '../../statistics/format.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import { fewestForEstimate, type Unit } from '../../statistics/statistic.ts';
import type { Drawing, FigureColumn } from '../figure.ts';
import { chartConfig, ink, widths } from '../theme.ts';

/** One of the charts that stand side by side, one above the other on a phone. */
export interface Panel {
  /** Value of the column `panel` of its rows. */
  id: string;
  /** What its axis measures. */
  axis: string;
  unit: Unit;
}

export interface ProviderPanels {
  panels: readonly Panel[];
  /** Values of the column `group`, from top to bottom: one block of bars each. */
  groups: readonly string[];
  /** Values of the column `line`, from top to bottom: one bar each in every block. */
  lines: readonly string[];
}

/** An estimate as a bar; its numbers are blank where too few values stand behind it. */
export function panelRow(
  place: { panel: string; group: string; provider: string; average: string; line: string },
  { value, low, high, n }: Estimate,
): Row {
  const shown = n >= fewestForEstimate;
  return { ...place, value: shown ? value : null, low: shown ? low : null, high: shown ? high : null, n };
}

/** The value of one bar; null where too few models carry it. */
export function panelValue(rows: readonly Row[], place: Readonly<Record<string, string>>): number | null {
  const row = rows.find((each) => Object.entries(place).every(([name, value]) => each[name] === value));
  return typeof row?.value === 'number' ? row.value : null;
}

/** A value as text, or that there is none. */
export const panelText = (value: number | null, unit: Unit): string =>
  value === null ? 'too few' : formatNumber(value, unit);

/** Columns of the rows of panels; panels differ in their unit, so numbers carry two digits. */
export const panelColumns = (group: string, unit: Unit): FigureColumn[] => [
  { name: 'panel', title: 'Measure' },
  { name: 'group', title: group },
  { name: 'provider', title: 'Provider' },
  { name: 'average', title: 'Average' },
  { name: 'value', title: 'Value', unit },
  { name: 'low', title: '95 % from', unit },
  { name: 'high', title: '95 % to', unit },
  { name: 'n', title: 'Models' },
];

/** Bars of means and medians by provider in panels of different measures, with 95 % intervals. */
export function providerPanels(drawing: Drawing, part: ProviderPanels): TopLevelSpec {
  const phone = drawing === 'phone';
  const charts = part.panels.map((panel, index) => chart(drawing, part, panel, index));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: { name: 'rows' },
    config: chartConfig(drawing),
    spacing: phone ? 26 : 22,
    ...(phone ? { vconcat: charts } : { hconcat: charts }),
  } as TopLevelSpec;
}

function chart(drawing: Drawing, { groups, lines, panels }: ProviderPanels, panel: Panel, index: number) {
  const phone = drawing === 'phone';
  const y = {
    field: 'line',
    type: 'nominal',
    sort: [...lines],
    // Beside the first panel on a wide screen the others need no names of their own.
    axis: phone || index === 0 ? { title: null, labelLimit: 160 } : null,
  } as const;
  const format = `.${panel.unit.digits}f`;
  return {
    transform: [
      { filter: `datum.panel === '${panel.id}'` },
      { calculate: 'max(datum.value, isValid(datum.high) ? datum.high : datum.value)', as: 'right' },
    ],
    facet: {
      row: {
        field: 'group',
        type: 'nominal',
        sort: [...groups],
        header: { labelOrient: 'top', labelAnchor: 'start', title: null, labelPadding: 4 },
      },
    },
    spacing: 12,
    spec: {
      width: phone ? widths.phone - 70 : (widths.desktop - 70) / panels.length,
      height: { step: phone ? 20 : 22 },
      layer: [
        {
          mark: { type: 'bar', height: 13, cornerRadiusEnd: 2 },
          encoding: {
            y,
            x: {
              field: 'value',
              type: 'quantitative',
              axis: { title: panel.axis, tickCount: 4 },
            },
            color: {
              field: 'provider',
              type: 'nominal',
              scale: { domain: ['official', 'community'], range: [ink.official, ink.community] },
            },
            opacity: { condition: { test: "datum.average === 'mean'", value: 0.45 }, value: 0.9 },
            tooltip: [
              { field: 'group', title: ' ' },
              { field: 'line', title: 'Models' },
              { field: 'value', title: panel.axis, format },
              { field: 'low', title: '95 % from', format },
              { field: 'high', title: '95 % to', format },
              { field: 'n', title: 'n', format: ',' },
            ],
          },
        },
        {
          mark: { type: 'rule', strokeWidth: 1.5, color: ink.text },
          encoding: { y, x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
        },
        {
          transform: [{ filter: '!isValid(datum.value)' }],
          mark: { type: 'text', align: 'left', color: ink.muted },
          encoding: { y, x: { datum: 0 }, text: { value: 'too few models' } },
        },
        {
          transform: [{ filter: 'isValid(datum.value)' }],
          mark: { type: 'text', align: 'left', dx: 6 },
          encoding: {
            y,
            x: { field: 'right', type: 'quantitative' },
            text: { field: 'value', type: 'quantitative', format },
          },
        },
      ],
    },
  };
}
