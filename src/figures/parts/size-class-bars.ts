import type { TopLevelSpec } from 'vega-lite';
import { sizeClasses } from '../../dataset/grouping.ts';
import type { Row } from '../../engine/engine.ts';
import { formatNumber } from '../../statistics/format.ts';
import { perBillion } from '../../statistics/named/per-billion.ts';
import { fewestForEstimate, type Unit } from '../../statistics/statistic.ts';
import type { Drawing, Figure } from '../figure.ts';
import { estimateBars } from './estimate-bars.ts';
import { drawnEstimate } from './estimate-rows.ts';
import { chartBase, colourBySize, panelHeader, widths } from '../theme.ts';

const averages = [
  { id: 'mean', label: 'mean of ratios (seed)' },
  { id: 'median', label: 'median ratio' },
  { id: 'pooled', label: 'pooled ratio' },
] as const;
export type Average = (typeof averages)[number]['id'];

/** What a figure of a ratio to parameters by size class says of itself. */
export interface SizeClassBars extends Pick<Figure, 'id' | 'question' | 'seed' | 'takeaway' | 'notes'> {
  /** Start of the ids of the statistics that are drawn. */
  statistic: 'score_per_b' | 'co2_per_b';
  axis: string;
  unit: Unit;
}

/** The value of one average of one size class among the drawn rows; null where too few models carry it. */
export function valueOf(rows: readonly Row[], size: string, average: Average): number | null {
  const row = rows.find((each) => each.size === size && each.average === average);
  return typeof row?.value === 'number' ? row.value : null;
}

/** A figure that shows one ratio to parameters by size class under three averages, with intervals. */
export function sizeClassBars(part: SizeClassBars): Figure {
  const write = (value: unknown) => (typeof value === 'number' ? formatNumber(value, part.unit) : 'too few');
  return {
    ...part,
    sql: perBillion.sql,
    derive(rows) {
      const estimates = perBillion.derive(rows);
      return sizeClasses.flatMap(({ id: size, label }) =>
        averages.map(({ id, label: averageLabel }) => {
          return {
            size,
            size_label: label,
            average: id,
            average_label: averageLabel,
            ...drawnEstimate(estimates[`${part.statistic}.${size}.${id}`]),
          };
        }),
      );
    },
    columns: [
      { name: 'size_label', title: 'Size class' },
      { name: 'average_label', title: 'Average' },
      { name: 'value', title: part.axis, unit: part.unit },
      { name: 'low', title: '95 % from', unit: part.unit },
      { name: 'high', title: '95 % to', unit: part.unit },
      { name: 'n', title: 'Models' },
    ],
    n: (rows) =>
      rows.filter(({ average }) => average === 'mean').reduce((sum, row) => sum + Number(row.n), 0),
    counts: 'models',
    minimum: fewestForEstimate,
    spec: (drawing) => spec(part, drawing),
    alt: (rows) =>
      `Bars for three size classes under three averages. ${sizeClasses
        .map(
          ({ id, label }) =>
            `Models ${label}: mean ${write(valueOf(rows, id, 'mean'))}, median ${write(valueOf(rows, id, 'median'))}, pooled ${write(valueOf(rows, id, 'pooled'))}.`,
        )
        .join(' ')} Unit: ${part.unit.name}.`,
  };
}

function spec(part: SizeClassBars, drawing: Drawing): TopLevelSpec {
  const y = {
    field: 'average_label',
    type: 'nominal',
    sort: averages.map(({ label }) => label),
    axis: { title: null, labelLimit: 200 },
  } as const;
  return {
    ...chartBase(drawing),
    facet: {
      row: {
        field: 'size_label',
        type: 'nominal',
        sort: sizeClasses.map(({ label }) => label),
        header: panelHeader,
      },
    },
    spacing: 14,
    spec: {
      width: widths[drawing] - (drawing === 'phone' ? 60 : 70),
      height: { step: 24 },
      layer: estimateBars({
        y,
        axis: { title: `${part.axis} (${part.unit.name})`, tickCount: drawing === 'phone' ? 4 : 6 },
        color: colourBySize,
        format: `.${part.unit.digits}f`,
        height: 14,
        gap: 8,
        says: [
          { field: 'size_label', title: 'Size class' },
          { field: 'average_label', title: 'Average' },
        ],
        titles: { value: 'Value', n: 'Models' },
      }),
    },
  };
}
