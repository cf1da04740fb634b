import type { Definition, Family } from './statistic.ts';
import { abilities } from './named/abilities.ts';
import { bases } from './named/bases.ts';
import { blanks } from './named/blanks.ts';
import { capacityDensity } from './named/capacity-density.ts';
import { carbonAtSizes } from './named/carbon-at-sizes.ts';
import { carbonBreaks, carbonBreakShares } from './named/carbon-break.ts';
import { carbonElasticity } from './named/carbon-elasticity.ts';
import { carbonFamilies } from './named/carbon-families.ts';
import { carbonFrontier } from './named/carbon-frontier.ts';
import { carbonLabelling } from './named/carbon-labels.ts';
import { carbonSpread } from './named/carbon-spread.ts';
import { cautionCounts } from './named/cautions.ts';
import { concentration } from './named/concentration.ts';
import { controls } from './named/controls.ts';
import { counts } from './named/counts.ts';
import { documentation } from './named/documentation.ts';
import { formatExperiment } from './named/format.ts';
import { familyShares } from './named/family-shares.ts';
import { frontier } from './named/frontier.ts';
import { groups } from './named/groups.ts';
import { ladders } from './named/ladders.ts';
import { headroom } from './named/headroom.ts';
import { efficiencyLeverage } from './named/efficiency-leverage.ts';
import { lineages } from './named/lineages.ts';
import { moe } from './named/moe.ts';
import { moeActive } from './named/moe-active.ts';
import { moeAverages } from './named/moe-averages.ts';
import { moeGaps } from './named/moe-gaps.ts';
import { near14b } from './named/near-14b.ts';
import { alikeNoise, sameNoise, severalFormats, templateNoise, twinNoise } from './named/noise.ts';
import { organisations } from './named/organisations.ts';
import { pairs } from './named/pairs.ts';
import { pairKinds } from './named/pair-groups.ts';
import { parentPairs } from './named/parent-pairs.ts';
import { perBillion } from './named/per-billion.ts';
import { providerAverages } from './named/provider-averages.ts';
import { providerKinds } from './named/provider-kinds.ts';
import { providerSizes, qwenSizes } from './named/provider-sizes.ts';
import { providerTrend } from './named/provider-trend.ts';
import { ranks, weightedRanks } from './named/ranks.ts';
import { scaling } from './named/scaling.ts';
import { scalingQuantiles } from './named/scaling-quantiles.ts';
import { sizeForScoreFamily } from './named/size-for-score.ts';
import { sizeBandGains } from './named/size-bands.ts';
import { specialists } from './named/specialists.ts';
import { steps } from './named/steps.ts';
import { submissions } from './named/submissions.ts';
import { typeTails } from './named/tails.ts';
import { survivorship } from './named/survivorship.ts';
import { swiss } from './named/swiss.ts';
import { tradeOff } from './named/trade-off.ts';
import { typeProfile } from './named/type-profile.ts';

import { varianceShares } from './named/variance-shares.ts';

/** Every family of named statistics, in the order in which they are published. */
export const familiesOfStatistics: readonly Family[] = [
  counts,
  lineages,
  cautionCounts,
  perBillion,
  groups,
  scaling,
  scalingQuantiles,
  carbonSpread,
  carbonFamilies,
  carbonElasticity,
  carbonAtSizes,
  carbonBreaks,
  carbonBreakShares,
  carbonFrontier,
  carbonLabelling,
  near14b,
  sizeBandGains,
  varianceShares,
  ladders,
  providerKinds,
  providerAverages,
  providerTrend,
  controls,
  providerSizes,
  qwenSizes,
  pairs,
  pairKinds,
  parentPairs,
  tradeOff,
  abilities,
  specialists,
  typeProfile,
  typeTails,
  organisations,
  submissions,
  frontier,
  headroom,
  sizeForScoreFamily,
  capacityDensity,
  ranks,
  weightedRanks,
  swiss,
  concentration,
  bases,
  familyShares,
  documentation,
  survivorship,
  severalFormats,
  sameNoise,
  templateNoise,
  twinNoise,
  alikeNoise,
  formatExperiment,
  moe,
  moeActive,
  moeAverages,
  ...moeGaps,
  efficiencyLeverage,
  blanks,
  steps,
];

const byId = new Map<string, { family: Family; definition: Definition }>();
for (const family of familiesOfStatistics)
  for (const definition of family.definitions) {
    if (byId.has(definition.id)) throw new Error(`two statistics are called ${definition.id}`);
    byId.set(definition.id, { family, definition });
  }

/** Ids of every named statistic, in the order in which they are published. */
export const statisticIds: readonly string[] = [...byId.keys()];

/** The definition of a statistic and the family whose query feeds it; undefined for an unknown id. */
export const findStatistic = (id: string) => byId.get(id);
