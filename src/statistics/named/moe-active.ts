import { clustersOf } from '../methods/clusters.ts';
import { count } from '../methods/estimate.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';
import { moeModels } from './moe-averages.ts';

/** Sizes are recorded to a thousandth, so an active size this near to the total is the total. */
const ALL = 0.99;

/** What is known of the active parameters of the MoE models of a preparation. */
export const moeActive = family({
  query: moeModels.models,
  definitions: [
    fact('moe.active_known.count', 'MoE models whose active parameters are known', units.models),
    fact('moe.active_unknown.count', 'MoE models whose active parameters are unknown', units.models),
    estimated('moe.active_known.share', 'share of MoE models whose active parameters are known', units.share),
    fact('moe.all_active.count', 'MoE models that use all their weights for every token', units.models),
    estimated('moe.active_fraction.median', 'median of active ÷ total parameters, MoE models', units.share),
  ],
  derive(rows) {
    const models = rows.filter(({ moe }) => moe);
    const known = models.filter(({ active_parameters_b: active }) => active !== null && active > 0);
    const total = numbersOf(known, 'parameters_b');
    const fraction = numbersOf(known, 'active_parameters_b').map((active, index) => active / total[index]!);
    return {
      'moe.active_known.count': count(known.length),
      'moe.active_unknown.count': count(models.length - known.length),
      'moe.active_known.share': shareEstimate(
        models.map((model) => known.includes(model)),
        clustersOf(models),
      ),
      'moe.all_active.count': count(fraction.filter((share) => share >= ALL).length),
      'moe.active_fraction.median': medianEstimate(fraction, clustersOf(known)),
    };
  },
});
