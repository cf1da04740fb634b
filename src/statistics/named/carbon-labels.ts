import { select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import {
  carbonLabelOf,
  carbonLabels,
  carbonNoise,
  carbonNoiseRange,
  isSureLabel,
  labelledOf,
  typicalFold,
} from '../carbon-label.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count } from '../methods/estimate.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { estimated, fact, units, family } from '../statistic.ts';

const query = select(
  models,
  ({ organisation, lineage, architecture, parameters_b, co2_step_corrected_kg, row }) => ({
    rows: { ...clusterKeys({ organisation, lineage }), architecture, parameters_b, co2_step_corrected_kg },
    where: sql`${parameters_b} > 0 AND ${co2_step_corrected_kg} > 0`,
    orderBy: [row],
  }),
);

const ends = ['low', 'high'] as const;
const peers = 'the median of models of their architecture and size';

/**
 * Labels A to E of what the evaluation of a model cost against the median of its architecture and size, and how many
 * of them the noise between exact twins could not change.
 */
export const carbonLabelling = family({
  query,
  definitions: [
    fact('carbon_labels.count', 'models with a carbon label', units.models),
    fact(
      'carbon_labels.none.count',
      'models with a step-corrected CO₂ and no label: their architecture is not known, or too few models are of it and of their size',
      units.models,
    ),
    ...carbonLabels.map(({ id, letter, words }) =>
      estimated(
        `carbon_labels.${id}.share`,
        `share of labelled models with ${letter}, ${words} CO₂ than ${peers}`.replace(
          'same CO₂ than',
          'same CO₂ as',
        ),
        units.share,
      ),
    ),
    fact(
      'carbon_labels.sure.count',
      `models whose label would be the same with ${carbonNoise} times less or more CO₂`,
      units.models,
    ),
    estimated(
      'carbon_labels.sure.share',
      `share of labelled models whose label would be the same with ${carbonNoise} times less or more CO₂`,
      units.share,
    ),
    ...ends.map((end) =>
      estimated(
        `carbon_labels.sure_${end}.share`,
        `share of labelled models whose label would be the same with ${carbonNoiseRange[end]} times less or more CO₂, the ${end === 'low' ? 'lower' : 'upper'} end of that factor for independent groups of twins`,
        units.share,
      ),
    ),
    estimated(
      'carbon_labels.sure_typical.share',
      `share of labelled models whose label would be the same with ${typicalFold} times less or more CO₂`,
      units.share,
    ),
  ],
  derive(rows) {
    const { members, folds } = labelledOf(rows);
    const clusters = clustersOf(members);
    const share = (is: (fold: number) => boolean) => shareEstimate(folds.map(is), clusters);
    const sure = (fold: number) => isSureLabel(fold, carbonNoise);
    return {
      'carbon_labels.count': count(members.length),
      'carbon_labels.none.count': count(rows.length - members.length),
      ...Object.fromEntries(
        carbonLabels.map((label) => [
          `carbon_labels.${label.id}.share`,
          () => share((fold) => carbonLabelOf(fold) === label),
        ]),
      ),
      'carbon_labels.sure.count': count(folds.filter(sure).length),
      'carbon_labels.sure.share': () => share(sure),
      ...Object.fromEntries(
        ends.map((end) => [
          `carbon_labels.sure_${end}.share`,
          () => share((fold) => isSureLabel(fold, carbonNoiseRange[end])),
        ]),
      ),
      'carbon_labels.sure_typical.share': () => share((fold) => isSureLabel(fold, typicalFold)),
    };
  },
});
