import { byBenchmark } from '../../dataset/benchmarks.ts';
import { flag, known, select, text } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { benchmarks, benchmarkTitles } from '../../dataset/benchmarks.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf, type Clusters } from '../methods/clusters.ts';
import { count, type Estimate } from '../methods/estimate.ts';
import { differenceEstimate, linearQuantile } from '../methods/linearised.ts';
import { medianEstimate, quantileEstimate } from '../methods/quantile.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';

/** Kinds of model as submitters chose them; the two rarest are taken together. */
export const profileTypes = [
  { id: 'pretrained', label: 'pretrained', models: 'pretrained models' },
  { id: 'continued', label: 'continued', models: 'models of continued pretraining' },
  { id: 'fine-tuned', label: 'fine-tuned', models: 'fine-tuned models' },
  { id: 'chat', label: 'chat', models: 'chat models' },
  { id: 'merge', label: 'merge', models: 'merges' },
  { id: 'other', label: 'multimodal, other', models: 'multimodal and other models' },
] as const;

/** What is profiled: the average by its middle and its worst tenth, and each benchmark by its middle. */
export const profileScores = [
  { id: 'average.median', column: 'average', label: 'Average, median', of: medianEstimate },
  {
    id: 'average.p10',
    column: 'average',
    label: 'Average, worst tenth',
    of: (values: readonly number[], clusters: Clusters) => quantileEstimate(values, 0.1, clusters),
  },
  ...benchmarks.map((name) => ({
    id: `${name}.median`,
    column: name,
    label: benchmarkTitles[name],
    of: medianEstimate,
  })),
] as const;

const phrase = ({ id, column }: { id: string; column: string }) =>
  id === 'average.p10'
    ? '10th percentile of the average'
    : `median ${column === 'average' ? 'average' : benchmarkTitles[column as (typeof benchmarks)[number]]}`;

/** Types whose averages are also told at one size, above 6 and up to 9 billion parameters, where most models are. */
const nearEight = profileTypes.filter(({ id }) => id === 'fine-tuned' || id === 'merge');
const averages = profileScores.filter(({ column }) => column === 'average');

const query = select(models, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    type: known(
      text`CASE WHEN ${columns.type} IN ('multimodal', 'other') THEN 'other' ELSE ${columns.type} END`,
    ),
    near_8b: known(flag`coalesce(${columns.parameters_b} > 6 AND ${columns.parameters_b} <= 9, false)`),
    average: columns.average,
    ...byBenchmark((name) => columns[name]),
  },
  orderBy: [columns.row],
}));

/** Normalised scores by type of model: medians, and the bound of the worst tenth of the average. */
export const typeProfile = family({
  query,
  definitions: [
    estimated(
      'profile.merge.average.p10_lead',
      '10th percentile of the average of merges minus the median of pretrained models',
      units.points,
    ),
    ...profileTypes.flatMap((type) => [
      fact(`profile.${type.id}.count`, `number of ${type.models}`, units.models),
      ...profileScores.map((score) =>
        estimated(`profile.${type.id}.${score.id}`, `${phrase(score)} of ${type.models}`, units.points),
      ),
    ]),
    ...nearEight.flatMap((type) =>
      averages.map((score) =>
        estimated(
          `profile.${type.id}.near_8b.${score.id}`,
          `${phrase(score)} of ${type.models} over 6 and up to 9 B`,
          units.points,
        ),
      ),
    ),
  ],
  derive(rows) {
    const quantileOf = (type: string, p: number) => {
      const members = rows.filter((row) => row.type === type);
      return linearQuantile(numbersOf(members, 'average'), p, members);
    };
    return Object.fromEntries([
      [
        'profile.merge.average.p10_lead',
        differenceEstimate(quantileOf('merge', 0.1), quantileOf('pretrained', 0.5)),
      ],
      ...profileTypes.flatMap((type) => {
        const members = rows.filter((row) => row.type === type.id);
        const clusters = clustersOf(members);
        return [
          [`profile.${type.id}.count`, count(members.length)],
          ...profileScores.map((score) => [
            `profile.${type.id}.${score.id}`,
            score.of(numbersOf(members, score.column), clusters),
          ]),
        ];
      }),
      ...nearEight.flatMap((type) => {
        const members = rows.filter((row) => row.type === type.id && row.near_8b);
        const clusters = clustersOf(members);
        return averages.map((score) => [
          `profile.${type.id}.near_8b.${score.id}`,
          score.of(numbersOf(members, score.column), clusters),
        ]);
      }),
    ]) as Record<string, Estimate>;
  },
});
