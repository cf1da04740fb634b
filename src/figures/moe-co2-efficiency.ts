import type { Row } from '../engine/engine.ts';
import { formatNumber } from '../statistics/format.ts';
import { moeAverages, pointsPerKg } from '../statistics/named/moe-averages.ts';
import { fewestForEstimate } from '../statistics/statistic.ts';
import type { Figure } from './figure.ts';
import { drawnEstimate } from './parts/estimate-rows.ts';
import { groupDots } from './parts/group-dots.ts';
import { ink } from './theme.ts';

const kinds = [
  { id: 'moe', label: 'MoE', color: ink.moe },
  { id: 'official', label: 'official', color: ink.official },
  { id: 'community', label: 'community', color: ink.community },
] as const;

const averages = [
  { id: 'mean', panel: 'Mean of the models’ ratios (seed)', seed: true },
  { id: 'median', panel: 'Median ratio', seed: false },
  { id: 'pooled', panel: 'Pooled: all score ÷ all CO₂', seed: false },
] as const;

type Kind = (typeof kinds)[number]['label'];
type Panel = (typeof averages)[number]['panel'];

const valueOf = (rows: readonly Row[], group: Kind, panel: Panel): number | null => {
  const value = rows.find((row) => row.group === group && row.panel === panel)?.value;
  return typeof value === 'number' ? value : null;
};
const [mean, median] = averages;
const write = (value: number | null) =>
  value === null ? 'too few models' : formatNumber(value, pointsPerKg);

/** Seed figure 11: score per carbon of MoE models and of dense ones by provider. */
export const moeCo2Efficiency: Figure = {
  id: 'moe-co2-efficiency',
  question: 'How much score does a kilogram of CO₂ buy, MoE or dense?',
  seed: [11],
  sql: moeAverages.sql,
  derive(rows) {
    const estimates = moeAverages.derive(rows);
    return averages.flatMap(({ id: average, panel, seed }) =>
      kinds.map(({ id: kind, label }) => {
        return {
          panel,
          label: '',
          group: label,
          ...drawnEstimate(estimates[`score_per_kg.${kind}.${average}`]),
          seed,
        };
      }),
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
  n: (rows) => rows.filter(({ panel }) => panel === mean.panel).reduce((sum, { n }) => sum + Number(n), 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const medians = kinds.map(({ label }) => ({ label, value: valueOf(rows, label, median.panel) }));
    if (medians.some(({ value }) => value === null))
      return 'Too few models in one of the three groups to compare them all.';
    const order = medians.toSorted((a, b) => Number(b.value) - Number(a.value));
    const means = kinds
      .map(({ label }) => ({ label, value: Number(valueOf(rows, label, mean.panel)) }))
      .toSorted((a, b) => b.value - a.value);
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
    'Average score over the CO₂ of the evaluation, in points per kilogram. Hollow dots are means of the models’ own ratios, which the seed drew; lines are 95 % intervals. Official and community are the dense models of providers on the leaderboard’s list and of all others; the seed calls the latter fine-tuned.',
  spec: (drawing) =>
    groupDots(drawing, {
      panels: averages.map(({ panel }) => ({ title: panel, labels: [''] })),
      groups: kinds,
      axes: 'shared',
      digits: 1,
    }),
};
