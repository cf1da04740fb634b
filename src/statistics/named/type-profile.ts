import { byBenchmark } from '../../dataset/benchmarks.ts';
import { flag, known, select, text, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { benchmarks, benchmarkTitles } from '../../dataset/benchmarks.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count } from '../methods/estimate.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, fact, numbersOf, units, family, type Derivation } from '../statistic.ts';

/** Kinds of model as submitters chose them; the two rarest are taken together. */
export const profileTypes = [
  { id: 'pretrained', label: 'pretrained', models: 'pretrained models' },
  { id: 'continued', label: 'continued', models: 'models of continued pretraining' },
  { id: 'fine-tuned', label: 'fine-tuned', models: 'fine-tuned models' },
  { id: 'chat', label: 'chat', models: 'chat models' },
  { id: 'merge', label: 'merge', models: 'merges' },
  { id: 'other', label: 'multimodal, other', models: 'multimodal and other models' },
] as const;

/** What is profiled: the average and each benchmark. */
export const profileScores = [
  { column: 'average', label: 'Average' },
  ...benchmarks.map((name) => ({ column: name, label: benchmarkTitles[name] })),
] as const;

/** Types that are also told at one size, above 6 and up to 9 billion parameters, where most models are. */
export const nearEight = profileTypes.filter(({ id }) => id === 'fine-tuned' || id === 'merge');

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

/** A model with its type and its scores. */
export type ProfiledModel = RowOf<typeof query>;

/** Median normalised scores by type of model. */
export const typeProfile = family({
  query,
  definitions: [
    ...profileTypes.flatMap((type) => [
      fact(`profile.${type.id}.count`, `number of ${type.models}`, units.models),
      ...profileScores.map(({ column, label }) =>
        estimated(
          `profile.${type.id}.${column}.median`,
          `median ${column === 'average' ? 'average' : label} of ${type.models}`,
          units.points,
        ),
      ),
    ]),
    ...nearEight.map((type) =>
      estimated(
        `profile.${type.id}.near_8b.average.median`,
        `median average of ${type.models} over 6 and up to 9 B`,
        units.points,
      ),
    ),
  ],
  derive(rows) {
    const median = (members: readonly ProfiledModel[], column: (typeof profileScores)[number]['column']) =>
      medianEstimate(numbersOf(members, column), clustersOf(members));
    return Object.fromEntries([
      ...profileTypes.flatMap((type) => {
        const members = rows.filter((row) => row.type === type.id);
        return [
          [`profile.${type.id}.count`, count(members.length)],
          ...profileScores.map(({ column }) => [
            `profile.${type.id}.${column}.median`,
            () => median(members, column),
          ]),
        ];
      }),
      ...nearEight.map((type) => [
        `profile.${type.id}.near_8b.average.median`,
        () =>
          median(
            rows.filter((row) => row.type === type.id && row.near_8b),
            'average',
          ),
      ]),
    ]) as Derivation;
  },
});
