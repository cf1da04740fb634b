import { benchmarks, benchmarkTitles } from '../dataset/benchmarks.ts';
import { formatNumber } from '../statistics/format.ts';
import { scaling } from '../statistics/named/scaling.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import type { Figure } from './figure.ts';
import { estimateColumns, estimateRow } from './parts/estimate-rows.ts';
import { intervalDots } from './parts/interval-dots.ts';

const unit = units.explained;
const entries = [
  ...benchmarks.map((id) => ({ id: `scaling.r2.${id}`, label: benchmarkTitles[id] })),
  { id: 'scaling.r2', label: 'Average' },
];

/** How much of the differences in each raw benchmark log size explains. */
export const sizeExplains: Figure = {
  id: 'size-explains',
  question: 'Which benchmarks does size explain?',
  sql: scaling.sql,
  derive(rows) {
    const estimates = scaling.derive(rows);
    return entries.map(({ id, label }) => estimateRow(label, estimates[id]!));
  },
  columns: estimateColumns('Benchmark', 'Share of variance explained', unit),
  n: (rows) => Number(rows[0]?.n ?? 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const each = rows.filter(({ label, value }) => label !== 'Average' && typeof value === 'number');
    if (each.length < 2) return 'Too few models, or too few sizes, to tell.';
    const sorted = each.toSorted((a, b) => Number(b.value) - Number(a.value));
    const say = (row: (typeof sorted)[number] | undefined) =>
      `${String(row?.label)} (${formatNumber(Number(row?.value), unit)})`;
    return `Most for ${say(sorted[0])}, least for ${say(sorted.at(-1))}.`;
  },
  alt: (rows) =>
    `Share of the variance of each raw benchmark that the logarithm of parameters explains, with 95 % intervals. ${rows
      .map(
        (row) =>
          `${String(row.label)}: ${typeof row.value === 'number' ? formatNumber(row.value, unit) : 'too few'}.`,
      )
      .join(' ')}`,
  notes:
    'R² of a least-squares line of the raw result on the logarithm of parameters, and for the average of its points. Intervals follow from Fisher’s transformation of the correlation.',
  spec: (drawing) =>
    intervalDots(drawing, {
      labels: entries.map(({ label }) => label),
      axis: 'Share of variance explained by size',
      digits: unit.digits,
      zero: true,
    }),
};
