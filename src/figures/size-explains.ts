import { benchmarks, benchmarkTitles } from '../dataset/benchmarks.ts';
import { formatNumber, readsAsZero } from '../statistics/format.ts';
import { scaling } from '../statistics/named/scaling.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { estimateColumns, estimateRow, type EstimateRow } from './parts/estimate-rows.ts';
import { intervalDots } from './parts/interval-dots.ts';

const unit = units.explained;
const entries = [
  ...benchmarks.map((id) => ({ id: `scaling.r2.${id}`, label: benchmarkTitles[id] })),
  { id: 'scaling.r2', label: 'Average' },
];

/** How much of the differences in each raw benchmark log size explains. */
export const sizeExplains = figure({
  id: 'size-explains',
  question: 'Which benchmarks does size explain?',
  query: scaling.query,
  derive(rows): EstimateRow[] {
    const estimates = scaling.derive(rows);
    return entries.map(({ id, label }) => estimateRow(label, estimates[id]!));
  },
  columns: estimateColumns('Benchmark', 'Share of variance explained', unit),
  n: (rows) => rows[0]?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const each = rows.filter(
      (row): row is EstimateRow & { value: number } => row.label !== 'Average' && row.value !== null,
    );
    const sorted = each.toSorted((a, b) => b.value - a.value);
    const [most, ...others] = sorted;
    const least = others.at(-1);
    if (!most || !least) return 'Too few models, or too few sizes, to tell.';
    if (readsAsZero(most.value, unit))
      return `None of them: even for ${most.label} the share is ${formatNumber(most.value, unit)}.`;
    const say = ({ label, value }: (typeof sorted)[number]) => `${label} (${formatNumber(value, unit)})`;
    return `Most for ${say(most)}, least for ${say(least)}.`;
  },
  alt: (rows) =>
    `Share of the variance of each raw benchmark that the logarithm of parameters explains, with 95 % intervals. ${rows
      .map(({ label, value }) => `${label}: ${value === null ? 'too few' : formatNumber(value, unit)}.`)
      .join(' ')}`,
  notes:
    'R² of a least-squares line of the raw result on the logarithm of parameters, and for the average of its points. Lines are 95 % intervals.',
  spec: (drawing) =>
    intervalDots(drawing, {
      labels: entries.map(({ label }) => label),
      axis: 'Share of variance explained by size',
      digits: unit.digits,
      share: true,
    }),
});
