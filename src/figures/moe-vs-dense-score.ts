import { formatInterval, formatNumber } from '../statistics/format.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';
import { groups as scores } from '../statistics/named/groups.ts';
import { moeAverages, moeModels } from '../statistics/named/moe-averages.ts';
import { moeScoreGaps, moeSizes } from '../statistics/named/moe-gaps.ts';
import { fewestForEstimate, units, type Unit } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { drawnEstimate, type DrawnEstimate } from './parts/estimate-rows.ts';
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

type Panel = keyof typeof panels;
type Group = (typeof kinds)[number]['label'];
type Drawn = { panel: string; label: string; group: Group } & DrawnEstimate & { seed: boolean };

const row = (
  panel: string,
  label: string,
  group: Group,
  found: Estimate | undefined,
  seed = false,
): Drawn => ({
  panel,
  label,
  group,
  ...drawnEstimate(found),
  seed,
});

const find = (rows: readonly Drawn[], panel: Panel, label: string, group: Group = 'MoE') =>
  rows.find((each) => each.panel === panels[panel] && each.label === label && each.group === group);

/** A found value with its interval where it is asked for; “too few models” for none. */
function write(found: Drawn | undefined, unit: Unit, interval = false): string {
  if (!found || found.value === null) return 'too few models';
  const value = formatNumber(found.value, unit);
  return interval && found.low !== null && found.high !== null
    ? `${value} (95 % interval ${formatInterval(found.low, found.high, unit)})`
    : value;
}

/** Seed figure 10: the score of MoE models against that of dense ones, raw and against dense peers. */
export const moeVsDenseScore = figure({
  id: 'moe-vs-dense-score',
  question: 'Do MoE models score higher than dense ones?',
  seed: [10],
  query: moeModels.models,
  derive(rows): Drawn[] {
    const score = scores.derive(rows);
    const ratio = moeAverages.derive(rows);
    return [
      ...averages.flatMap(({ id, label, seed }) =>
        kinds.map((kind) => row(panels.score, label, kind.label, score[`score.${kind.id}.${id}`], seed)),
      ),
      ...[...averages, { id: 'pooled', label: 'pooled', seed: false } as const].flatMap(
        ({ id, label, seed }) =>
          kinds.map((kind) =>
            row(panels.ratio, label, kind.label, ratio[`score_per_b.${kind.id}.${id}`], seed),
          ),
      ),
      ...moeSizes.map((size) => row(panels.gap, gapLabel[size.id], 'MoE', moeScoreGaps(rows, size).mean)),
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
  n: (rows) => kinds.reduce((sum, { label }) => sum + (find(rows, 'score', 'mean', label)?.n ?? 0), 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [moe, dense] = kinds.map(({ label }) => find(rows, 'score', 'median', label)?.value);
    if (moe == null || dense == null) return 'Too few MoE models, or too few dense ones, to compare.';
    const raw = `The median MoE model scores ${formatNumber(moe, units.points)} points, the median dense one ${formatNumber(dense, units.points)}`;
    const known = Object.values(gapLabel)
      .map((label) => ({ label, found: find(rows, 'gap', label) }))
      .filter(({ found }) => found != null && found.value !== null);
    if (known.length === 0) return `${raw}; too few have dense models of their size and age beside them.`;
    return `${raw}; against dense models of the same size and age, MoE models stand at ${known.map(({ label, found }) => `${write(found, units.points, true)} points by ${label}`).join(' and ')}.`;
  },
  alt(rows) {
    const values = (panel: Panel, labels: readonly string[], unit: Unit) =>
      kinds
        .map(
          (kind) =>
            `${kind.label} ${labels.map((label) => `${label} ${write(find(rows, panel, label, kind.label), unit)}`).join(', ')}`,
        )
        .join('; ');
    const gaps = Object.values(gapLabel).map(
      (label) => `at the same ${label} ${write(find(rows, 'gap', label), units.points, true)}`,
    );
    return `Dots with 95 % intervals in three panels. Average score: ${values('score', ['mean', 'median'], units.points)}. Score per billion parameters: ${values('ratio', ['mean', 'median', 'pooled'], units.pointsPerBillion)}. Points above dense models of the same age: ${gaps.join(', ')}.`;
  },
  notes:
    'Hollow dots are means, which the notebook drew; lines are 95 % intervals. Ratios are over models above 1 B, by total parameters. In the last panel zero is the median of the dense models at most a quarter larger than the MoE model, or smaller by the same factor, and uploaded within half a year of it. MoE models with fewer than ten such dense ones, or fewer than three on either side of their size, or without a known size or upload date, are left out of it; the table says how many are left.',
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
});
