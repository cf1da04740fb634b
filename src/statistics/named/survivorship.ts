import { carbonBreak } from '../../dataset/carbon.ts';
import { flag, monthOf, select, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { adjustedDifference } from '../methods/adjusted-difference.ts';
import { clustersOf } from '../methods/clusters.ts';
import { estimate, type Estimate } from '../methods/estimate.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { sortedQuantile } from '../methods/quantile.ts';
import { shareDifference } from '../methods/share-difference.ts';
import { sum } from '../methods/sum.ts';
import { estimated, family, numbersOf, units, type Derivation } from '../statistic.ts';

const query = select(models, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    official_provider: columns.official_provider,
    on_hub: columns.on_hub,
    month: monthOf(columns.submission_date),
    since: flag`${columns.submission_date} >= ${carbonBreak}`,
    parameters_b: columns.parameters_b,
    average: columns.average,
  },
  orderBy: [columns.row],
}));
type Model = RowOf<typeof query>;

/** What is fixed while models that stayed are compared with those that are gone. */
export const survivalLevels = [
  { id: 'raw', label: 'nothing fixed', short: 'nothing fixed', size: false, month: false },
  { id: 'size', label: 'same size', short: 'size', size: true, month: false },
  { id: 'size_month', label: 'same size and month', short: 'size and month', size: true, month: true },
] as const;
type Level = (typeof survivalLevels)[number];

/** Fifths of the community models by their average, from the lowest. */
export const fifths = [1, 2, 3, 4, 5] as const;

/** The members of each fifth by average; equal averages stay together. */
export function inFifths<T extends { average: number }>(rows: readonly T[]): T[][] {
  const sorted = numbersOf(rows, 'average').sort((a, b) => a - b);
  const cuts = fifths.slice(0, -1).map((fifth) => sortedQuantile(sorted, fifth / 5)!);
  const members = fifths.map((): T[] => []);
  for (const row of rows) {
    // Above all cuts, at −1, is the last fifth.
    members.at(cuts.findIndex((cut) => row.average <= cut))!.push(row);
  }
  return members;
}

const gone = (rows: readonly Model[]): Estimate =>
  shareEstimate(
    rows.map(({ on_hub }) => !on_hub),
    clustersOf(rows),
  );

/** Share of rows of the ten organisations that have most of them: a fact of the table, so without an interval. */
function ofTen(rows: readonly Model[]): Estimate {
  const sizes = [...Map.groupBy(rows, ({ organisation }) => organisation).values()].map(
    ({ length }) => length,
  );
  const most = sizes.sort((a, b) => b - a).slice(0, 10);
  return estimate(rows.length === 0 ? null : sum(most) / rows.length, rows.length);
}

/** How much larger the share of models gone is among community models than among official ones, of a size and month. */
function goneApart(rows: readonly Model[]): Estimate {
  const compared = rows.filter((row) => row.parameters_b > 0 && row.month !== null);
  return adjustedDifference(
    compared.map(({ official_provider }) => !official_provider),
    compared.map(({ on_hub }) => Number(!on_hub)),
    {
      numbers: [numbersOf(compared, 'parameters_b').map(Math.log2)],
      classes: [compared.map((row) => `${row.month} ${row.since}`)],
    },
    compared,
  );
}

/** How far the average of models still on the Hub lies above that of models gone from it. */
function kept(rows: readonly Model[], { size, month }: Level): Estimate {
  const compared = rows.filter((row) => row.parameters_b > 0 && (!month || row.month !== null));
  return adjustedDifference(
    compared.map(({ on_hub }) => on_hub),
    numbersOf(compared, 'average'),
    {
      numbers: size ? [numbersOf(compared, 'parameters_b').map(Math.log2)] : [],
      classes: month ? [compared.map((row) => `${row.month} ${row.since}`)] : [],
    },
    compared,
  );
}

/**
 * Which models had left the Hub when the table was made: shares gone by provider. Whether the better ones of the
 * community stayed: shares gone by fifth of the average, and the average of those kept less that of those gone.
 */
export const survivorship = family({
  query,
  definitions: [
    estimated('survivorship.gone.official', 'share of official models gone from the Hub', units.share),
    estimated('survivorship.gone.community', 'share of community models gone from the Hub', units.share),
    estimated(
      'survivorship.gone.lead',
      'share gone from the Hub, community minus official models',
      units.shareDifference,
    ),
    estimated(
      'survivorship.gone.size_month',
      'share gone from the Hub, community minus official models, same size and month',
      units.shareDifference,
    ),
    estimated(
      'survivorship.gone.top10_share',
      'share of the gone community models that are of the ten organisations with most of them',
      units.share,
    ),
    ...fifths.map((fifth) =>
      estimated(
        `survivorship.gone.fifth_${fifth}`,
        `share gone from the Hub of community models in fifth ${fifth} of 5 by average`,
        units.share,
      ),
    ),
    ...survivalLevels.map(({ id, label }) =>
      estimated(
        `survivorship.kept.${id}`,
        `average score of community models, those on the Hub minus those gone, ${label}`,
        units.points,
      ),
    ),
  ],
  derive(rows) {
    const official = rows.filter((row) => row.official_provider);
    const community = rows.filter((row) => !row.official_provider);
    return Object.fromEntries([
      ['survivorship.gone.official', () => gone(official)],
      ['survivorship.gone.community', () => gone(community)],
      ['survivorship.gone.lead', () => shareDifference(community, official, ({ on_hub }) => !on_hub)],
      ['survivorship.gone.size_month', () => goneApart(rows)],
      ['survivorship.gone.top10_share', () => ofTen(community.filter(({ on_hub }) => !on_hub))],
      ...inFifths(community).map((members, i) => [
        `survivorship.gone.fifth_${fifths[i]}`,
        () => gone(members),
      ]),
      ...survivalLevels.map((level) => [`survivorship.kept.${level.id}`, () => kept(community, level)]),
    ]) as Derivation;
  },
});
