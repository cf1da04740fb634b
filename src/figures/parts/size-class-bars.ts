import type { TopLevelSpec } from 'vega-lite';
import { sizeClasses } from '../../dataset/grouping.ts';
import { formatNumber } from '../../statistics/format.ts';
import { perBillion, type SizedModel } from '../../statistics/named/per-billion.ts';
import { fewestForEstimate, type Unit } from '../../statistics/statistic.ts';
import { figure, type Drawing, type Figure, type TypedFigure } from '../figure.ts';
import { estimateBars } from './estimate-bars.ts';
import { drawnEstimate, type DrawnEstimate } from './estimate-rows.ts';
import { chartBase, colourBySize, panelHeader, widths } from '../theme.ts';

const averages = [
  { id: 'mean', label: 'mean of ratios (notebook)' },
  { id: 'median', label: 'median ratio' },
  { id: 'pooled', label: 'pooled ratio' },
] as const;
export type Average = (typeof averages)[number]['id'];

/** One average of one size class. */
export type SizeClassBar = {
  size: (typeof sizeClasses)[number]['id'];
  size_label: string;
  average: Average;
  average_label: string;
} & DrawnEstimate;

/** What a figure of a ratio to parameters by size class says of itself. */
export interface SizeClassBars extends Pick<
  TypedFigure<SizedModel, SizeClassBar>,
  'id' | 'question' | 'seed' | 'takeaway' | 'notes'
> {
  /** Start of the ids of the statistics that are drawn. */
  statistic: 'score_per_b' | 'co2_per_b';
  /** What the axis shows, with its unit. */
  axis: string;
  unit: Unit;
}

/** The value of one average of one size class among the drawn rows; null where too few models carry it. */
export const valueOf = (rows: readonly SizeClassBar[], size: string, average: Average): number | null =>
  rows.find((each) => each.size === size && each.average === average)?.value ?? null;

/** A figure that shows one ratio to parameters by size class under three averages, with intervals. */
export function sizeClassBars(part: SizeClassBars): Figure {
  const write = (value: number | null) => (value === null ? 'too few' : formatNumber(value, part.unit));
  return figure({
    ...part,
    query: perBillion.query,
    derive(rows): SizeClassBar[] {
      const estimates = perBillion.derive(rows);
      return sizeClasses.flatMap(({ id: size, label }) =>
        averages.map(({ id, label: averageLabel }) => ({
          size,
          size_label: label,
          average: id,
          average_label: averageLabel,
          ...drawnEstimate(estimates[`${part.statistic}.${size}.${id}`]),
        })),
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
    n: (rows) => rows.filter(({ average }) => average === 'mean').reduce((sum, row) => sum + row.n, 0),
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
  });
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
        axis: { title: part.axis, tickCount: drawing === 'phone' ? 4 : 6 },
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
