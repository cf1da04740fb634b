import type { TopLevelSpec } from 'vega-lite';
import type { LayerSpec } from 'vega-lite/types_unstable/spec/layer.js';
import type { Field } from 'vega-lite/types_unstable/channeldef.js';
import type { Drawing } from '../figure.ts';
import { chartBase, chartConfig, ink, widths } from '../theme.ts';

/** A panel: the rows of one `panel`, its title, and the values of their `label` from top to bottom. */
export interface DotPanel {
  title: string;
  labels: readonly string[];
  /** Groups that the panel shows, where it does not show all. */
  groups?: readonly string[];
  /** Marks zero, what the values are compared with. */
  zero?: boolean;
}

/** What a chart of panels of dots needs to know. */
export interface GroupDots {
  panels: readonly DotPanel[];
  /** Values of the column `group` with their colours; each dot has its group written beside it. */
  groups: readonly { label: string; color: string }[];
  /** Whether every panel has an axis of its own, or all share one. */
  axes: 'independent' | 'shared';
  digits: number;
}

/**
 * Dots with 95 % intervals in panels, coloured by group, over the rows' columns `panel`, `label`, `group`,
 * `value`, `low`, `high`, `n` and `seed`: a dot of the seed's own measure is hollow.
 */
export function groupDots(drawing: Drawing, part: GroupDots): TopLevelSpec {
  return {
    ...chartBase(drawing),
    config: {
      ...chartConfig(drawing),
      padding: { left: 4, right: 8, top: 4, bottom: 0 },
      concat: { spacing: 22 },
    },
    resolve: { scale: { x: part.axes } },
    vconcat: part.panels.map((panel) => panelOf(drawing, part, panel)),
  };
}

function panelOf(
  drawing: Drawing,
  { groups, digits }: GroupDots,
  { title, labels, groups: shown = groups.map(({ label }) => label), zero = false }: DotPanel,
): LayerSpec<Field> {
  const phone = drawing === 'phone';
  const y = {
    field: 'label',
    type: 'nominal' as const,
    scale: { domain: [...labels] },
    axis: labels.length > 1 ? { title: null, labelColor: ink.text, labelLimit: phone ? 130 : 200 } : null,
  };
  const yOffset = {
    field: 'group',
    type: 'nominal' as const,
    scale: { domain: [...shown] },
  };
  const color = {
    field: 'group',
    type: 'nominal' as const,
    scale: { domain: groups.map(({ label }) => label), range: groups.map((group) => group.color) },
  };
  const format = `.${digits}f`;
  return {
    title: {
      text: title,
      anchor: 'start',
      frame: 'group',
      fontSize: phone ? 12 : 13,
      fontWeight: 600,
      color: ink.text,
    },
    transform: [{ filter: `datum.panel === '${title}'` }],
    width: widths[drawing] - (labels.length > 1 ? (phone ? 30 : 60) : 0) - (phone ? 40 : 10),
    height: { step: 20, for: 'offset' },
    layer: [
      ...(zero
        ? [
            {
              mark: { type: 'rule' as const, color: ink.muted, strokeDash: [4, 3] },
              encoding: { x: { datum: 0, type: 'quantitative' as const } },
            },
          ]
        : []),
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'rule', strokeWidth: 2.5, opacity: 0.6 },
        encoding: {
          y,
          yOffset,
          color,
          x: { field: 'low', type: 'quantitative', scale: { zero: true } },
          x2: { field: 'high' },
        },
      },
      {
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'point', filled: true, size: 62, opacity: 1, strokeWidth: 2 },
        encoding: {
          y,
          yOffset,
          x: {
            field: 'value',
            type: 'quantitative',
            axis: { title: null, tickCount: phone ? 4 : 6, format: '~f' },
          },
          stroke: color,
          fill: { condition: { test: 'datum.seed', value: ink.paper }, ...color },
          tooltip: [
            { field: 'group', title: 'Models' },
            { field: 'label', title: 'Measure' },
            { field: 'value', title: 'Value', format },
            { field: 'low', title: '95 % from', format },
            { field: 'high', title: '95 % to', format },
            { field: 'n', title: 'n', format: ',' },
          ],
        },
      },
      // The zero line may pass behind a label, so labels stand on a ground of paper.
      ...[{ stroke: ink.paper, strokeWidth: 4 }, { color: ink.text }].map((paint) => ({
        transform: [
          { filter: 'isValid(datum.value)' },
          {
            calculate: `datum.group + ' ' + replace(format(datum.value, '${format}'), '-', '−')`,
            as: 'written',
          },
          { calculate: 'isValid(datum.high) ? max(datum.high, datum.value) : datum.value', as: 'right' },
        ],
        mark: { type: 'text' as const, align: 'left' as const, dx: 8, ...paint },
        encoding: {
          y,
          yOffset,
          x: { field: 'right', type: 'quantitative' as const },
          text: { field: 'written' },
        },
      })),
      {
        transform: [
          { filter: '!isValid(datum.value)' },
          { calculate: "datum.group + ': too few models'", as: 'written' },
        ],
        mark: { type: 'text', align: 'left', color: ink.muted },
        encoding: { y, yOffset, x: { value: 0 }, text: { field: 'written' } },
      },
    ],
  };
}
