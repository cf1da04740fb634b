import type { Row } from '../engine/engine.ts';
import { formatInterval, formatNumber } from '../statistics/format.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';
import { groups as scores } from '../statistics/named/groups.ts';
import { moeAverages, moeColumns } from '../statistics/named/moe-averages.ts';
import { moeScoreGap, moeSizes } from '../statistics/named/moe-gaps.ts';
import { fewestForEstimate, units, type Unit } from '../statistics/statistic.ts';
import type { Figure } from './figure.ts';
import { groupDots } from './parts/group-dots.ts';
import { ink } from './theme.ts';

const kinds = [
  { id: 'moe', label: 'MoE', color: ink.moe },
  { id: 'dense', label: 'dense', color: ink.dense },
] as const;

const panels = {
  score: 'Average score (points)',
  ratio: 'Score per billion parameters',
  gap: 'Points above dense peers of the same',
} as const;

const averages = [
  { id: 'mean', label: 'mean', seed: true },
  { id: 'median', label: 'median', seed: false },
] as const;
const gapLabel = { total: 'total size', active: 'active size' } as const;

function row(
  id: string,
  panel: string,
  label: string,
  group: string,
  estimate: Estimate | undefined,
  seed = false,
): Row {
  const shown = estimate !== undefined && estimate.n >= fewestForEstimate;
  return {
    id,
    panel,
    label,
    group,
    value: shown ? estimate.value : null,
    low: shown ? estimate.low : null,
    high: shown ? estimate.high : null,
    n: estimate?.n ?? 0,
    seed,
  };
}

const find = (rows: readonly Row[], id: string) => rows.find((each) => each.id === id);
function say(rows: readonly Row[], id: string, unit: Unit, interval = false): string {
  const found = find(rows, id);
  if (typeof found?.value !== 'number') return 'too few models';
  const value = formatNumber(found.value, unit);
  return interval && typeof found.low === 'number' && typeof found.high === 'number'
    ? `${value} (95 % interval ${formatInterval(found.low, found.high, unit)})`
    : value;
}

/** Seed figure 10: the score of MoE models against that of dense ones, raw and against dense peers. */
export const moeVsDenseScore: Figure = {
  id: 'moe-vs-dense-score',
  question: 'Do MoE models score higher than dense ones?',
  seed: 'S10',
  sql: moeColumns('models'),
  derive(rows) {
    const score = scores.derive(rows);
    const ratio = moeAverages.derive(rows);
    return [
      ...averages.flatMap(({ id, label, seed }) =>
        kinds.map((kind) =>
          row(
            `score.${kind.id}.${id}`,
            panels.score,
            label,
            kind.label,
            score[`score.${kind.id}.${id}`],
            seed,
          ),
        ),
      ),
      ...[...averages, { id: 'pooled', label: 'pooled', seed: false } as const].flatMap(
        ({ id, label, seed }) =>
          kinds.map((kind) =>
            row(
              `ratio.${kind.id}.${id}`,
              panels.ratio,
              label,
              kind.label,
              ratio[`score_per_b.${kind.id}.${id}`],
              seed,
            ),
          ),
      ),
      ...moeSizes.map((size) =>
        row(`gap.${size.id}`, panels.gap, gapLabel[size.id], 'MoE', moeScoreGap(rows, size)),
      ),
    ];
  },
  columns: [
    { name: 'panel', title: 'Panel' },
    { name: 'label', title: 'Measure' },
    { name: 'group', title: 'Models' },
    { name: 'value', title: 'Value', unit: units.pointsPerBillion },
    { name: 'low', title: '95 % from', unit: units.pointsPerBillion },
    { name: 'high', title: '95 % to', unit: units.pointsPerBillion },
    { name: 'n', title: 'Number of models' },
  ],
  n: (rows) =>
    rows.filter(({ id }) => String(id).match(/^score\..*\.mean$/)).reduce((sum, { n }) => sum + Number(n), 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [moe, dense] = kinds.map(({ id }) => find(rows, `score.${id}.median`)?.value);
    if (typeof moe !== 'number' || typeof dense !== 'number')
      return 'Too few MoE models, or too few dense ones, to compare.';
    const raw = `The median MoE model scores ${formatNumber(moe, units.points)} points, the median dense one ${formatNumber(dense, units.points)}`;
    const gap = (size: 'total' | 'active') => say(rows, `gap.${size}`, units.points, true);
    const known = (['total', 'active'] as const).filter(
      (size) => typeof find(rows, `gap.${size}`)?.value === 'number',
    );
    if (known.length === 0) return `${raw}; too few have dense models of their size and age beside them.`;
    return `${raw}; against dense models of the same size and age, MoE models stand at ${known.map((size) => `${gap(size)} points by ${size} size`).join(' and ')}.`;
  },
  alt: (rows) =>
    `Dots with 95 % intervals in three panels. Average score: ${kinds
      .map(
        ({ id, label }) =>
          `${label} mean ${say(rows, `score.${id}.mean`, units.points)}, median ${say(rows, `score.${id}.median`, units.points)}`,
      )
      .join('; ')}. Score per billion parameters: ${kinds
      .map(
        ({ id, label }) =>
          `${label} mean ${say(rows, `ratio.${id}.mean`, units.pointsPerBillion)}, median ${say(rows, `ratio.${id}.median`, units.pointsPerBillion)}, pooled ${say(rows, `ratio.${id}.pooled`, units.pointsPerBillion)}`,
      )
      .join(
        '; ',
      )}. Points above dense models of the same age: at the same total size ${say(rows, 'gap.total', units.points, true)}, at the same active size ${say(rows, 'gap.active', units.points, true)}.`,
  notes:
    'Hollow dots are means, which the seed drew; lines are 95 % intervals. Ratios are over models above 1 B, by total parameters. In the last panel zero is the median of the 31 dense models nearest in size among those uploaded within half a year of the MoE model; its intervals count the MoE models of one total size, which mostly share a base, as one group. MoE models without enough dense ones on either side of their size, or without a known size or upload date, are left out of it.',
  spec: (drawing) =>
    groupDots(drawing, {
      panels: [
        { title: panels.score, labels: ['mean', 'median'] },
        { title: panels.ratio, labels: ['mean', 'median', 'pooled'] },
        { title: panels.gap, labels: Object.values(gapLabel), groups: ['MoE'], zero: true },
      ],
      groups: kinds,
      axes: 'independent',
      digits: 1,
    }),
};
