import { formatNumber } from '../statistics/format.ts';
import { moeAverages, pointsPerKg } from '../statistics/named/moe-averages.ts';
import { fewestForEstimate } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { drawnEstimate, type DrawnEstimate } from './parts/estimate-rows.ts';
import { groupDots } from './parts/group-dots.ts';
import { ink } from './theme.ts';

const kinds = [
  { id: 'moe', label: 'MoE', color: ink.moe },
  { id: 'official', label: 'official', color: ink.official },
  { id: 'community', label: 'community', color: ink.community },
] as const;

const averages = [
  { id: 'mean', panel: 'Mean of the models’ ratios (notebook)', seed: true },
  { id: 'median', panel: 'Median ratio', seed: false },
  { id: 'pooled', panel: 'Pooled: all score ÷ all CO₂', seed: false },
] as const;

type Kind = (typeof kinds)[number]['label'];
type Panel = (typeof averages)[number]['panel'];

type Drawn = { panel: Panel; label: string; group: Kind } & DrawnEstimate & { seed: boolean };

const valueOf = (rows: readonly Drawn[], group: Kind, panel: Panel): number | null =>
  rows.find((row) => row.group === group && row.panel === panel)?.value ?? null;
const [mean, median] = averages;
const write = (value: number | null) =>
  value === null ? 'too few models' : formatNumber(value, pointsPerKg);

/** Seed figure 11: score per carbon of MoE models and of dense ones by provider. */
export const moeCo2Efficiency = figure({
  id: 'moe-co2-efficiency',
  question: 'How much score goes with a kilogram of CO₂, MoE or dense?',
  seed: [11],
  query: moeAverages.query,
  derive(rows): Drawn[] {
    const estimates = moeAverages.derive(rows);
    return averages.flatMap(({ id: average, panel, seed }) =>
      kinds.map(({ id: kind, label }) => ({
        panel,
        label: '',
        group: label,
        ...drawnEstimate(estimates[`score_per_kg.${kind}.${average}`]),
        seed,
      })),
    );
  },
  columns: [
    { name: 'panel', title: 'Average' },
    { name: 'group', title: 'Models' },
    { name: 'value', title: 'Points per kg CO₂', unit: pointsPerKg },
    { name: 'low', title: '95 % from', unit: pointsPerKg },
    { name: 'high', title: '95 % to', unit: pointsPerKg },
    { name: 'n', title: 'Number of models' },
  ],
  n: (rows) => rows.filter(({ panel }) => panel === mean.panel).reduce((sum, { n }) => sum + n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const ordered = (panel: Panel) =>
      kinds
        .flatMap(({ label }) => {
          const value = valueOf(rows, label, panel);
          return value === null ? [] : [{ label, value }];
        })
        .toSorted((a, b) => b.value - a.value);
    const [order, means] = [ordered(median.panel), ordered(mean.panel)];
    if (order.length < kinds.length) return 'Too few models in one of the three groups to compare them all.';
    const same = order.every(({ label }, index) => label === means[index]?.label);
    const list = order.map(({ label, value }) => `${label} ${write(value)}`).join(', ');
    return `By the median, in points per kg: ${list}; the mean of ratios puts them in ${same ? 'the same' : 'another'} order.`;
  },
  alt: (rows) =>
    `Dots with 95 % intervals of points per kg CO₂ in three panels. ${averages
      .map(
        ({ panel }) =>
          `${panel}: ${kinds.map(({ label }) => `${label} ${write(valueOf(rows, label, panel))}`).join('; ')}.`,
      )
      .join(' ')}`,
  notes:
    'Average score over the CO₂ of the evaluation, in points per kilogram. Hollow dots are means of the models’ own ratios, which the notebook drew; lines are 95 % intervals. Official and community are the dense models of providers on the leaderboard’s list and of all others; the notebook calls the latter fine-tuned.',
  spec: (drawing) =>
    groupDots(drawing, {
      panels: averages.map(({ panel }) => ({ title: panel, labels: [''] })),
      groups: kinds,
      axes: 'shared',
      digits: 1,
    }),
});
