import type { TopLevelSpec } from 'vega-lite';
import type { PositionFieldDef } from 'vega-lite/types_unstable/channeldef.js';
import { formatNumber } from '../../statistics/format.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import type { Unit } from '../../statistics/statistic.ts';
import type { Drawing } from '../figure.ts';
import { estimateBars } from './estimate-bars.ts';
import { drawnEstimate, type DrawnEstimate } from './estimate-rows.ts';
import { chartBase, colourByProvider, panelHeader, widths } from '../theme.ts';

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

/** Where a bar stands. */
type Place = { panel: string; group: string; provider: string; average: string; line: string };

/** A bar as it is drawn. */
export type PanelRow = Place & DrawnEstimate;

/** An estimate as a bar. */
export const panelRow = (place: Place, estimate: Estimate): PanelRow => ({
  ...place,
  ...drawnEstimate(estimate),
});

/** The value of one bar; null where too few models carry it. */
export function panelValue(rows: readonly PanelRow[], place: Readonly<Partial<Place>>): number | null {
  const names = Object.keys(place) as (keyof Place)[];
  return rows.find((each) => names.every((name) => each[name] === place[name]))?.value ?? null;
}

/** A value as text, or that there is none. */
export const panelText = (value: number | null, unit: Unit): string =>
  value === null ? 'too few' : formatNumber(value, unit);

/** Columns of the rows of panels; panels differ in their unit, so numbers carry two digits. */
export const panelColumns = (group: string, unit: Unit) =>
  [
    { name: 'panel', title: 'Measure' },
    { name: 'group', title: group },
    { name: 'provider', title: 'Provider' },
    { name: 'average', title: 'Average' },
    { name: 'value', title: 'Value', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'n', title: 'Models' },
  ] as const;

/** Bars of means and medians by provider in panels of different measures, with 95 % intervals. */
export function providerPanels(drawing: Drawing, part: ProviderPanels): TopLevelSpec {
  const phone = drawing === 'phone';
  const charts = part.panels.map((panel, index) => chart(drawing, part, panel, index));
  return {
    ...chartBase(drawing),
    spacing: phone ? 26 : 22,
    ...(phone ? { vconcat: charts } : { hconcat: charts }),
  } as TopLevelSpec;
}

function chart(drawing: Drawing, { groups, lines, panels }: ProviderPanels, panel: Panel, index: number) {
  const phone = drawing === 'phone';
  const y: PositionFieldDef<string> = {
    field: 'line',
    type: 'nominal',
    sort: [...lines],
    // Beside the first panel on a wide screen the others need no names of their own.
    axis: phone || index === 0 ? { title: null, labelLimit: 160 } : null,
  };
  return {
    transform: [{ filter: `datum.panel === '${panel.id}'` }],
    facet: {
      row: {
        field: 'group',
        type: 'nominal',
        sort: [...groups],
        header: panelHeader,
      },
    },
    spacing: 12,
    spec: {
      width: phone ? widths.phone - 70 : (widths.desktop - 70) / panels.length,
      height: { step: phone ? 20 : 22 },
      layer: estimateBars({
        y,
        axis: { title: panel.axis, tickCount: 4 },
        color: colourByProvider,
        format: `.${panel.unit.digits}f`,
        height: 13,
        gap: 6,
        says: [
          { field: 'group', title: ' ' },
          { field: 'line', title: 'Models' },
        ],
        titles: { value: panel.axis, n: 'n' },
      }),
    },
  };
}
