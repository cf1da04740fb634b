import { timeOf } from '../../dataset/calendar.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count, type Estimate } from '../methods/estimate.ts';
import { exponential } from '../methods/mapped.ts';
import { meanEstimate } from '../methods/mean.ts';
import { inverseOf, pooledCurve, throughLevels, type MonotoneCurve } from '../methods/monotone.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, fact, units, family } from '../statistic.ts';
import { moeModels, type MoeModel } from './moe-averages.ts';
import { sameAge } from './moe-gaps.ts';

/** Fewest dense models that a curve rests on. */
const fewestDense = 30;
/** Sizes are recorded to a thousandth, so an active size this near to the total is the total. */
const ALL = 0.99;

const dayOf = ({ upload_date: day }: MoeModel): number | null =>
  day === null ? null : timeOf(day) / 86_400_000;

/** An MoE model with both sizes and a day, and the dense size that scores as it does, in billions. */
export interface Levered {
  row: MoeModel & { active_parameters_b: number };
  dense_b: number;
}

/** Models that route, and so leave weights idle for each token. */
export const routes = ({ row }: Levered): boolean => row.active_parameters_b < ALL * row.parameters_b;

/** The mean score of dense models by log₂ of size, never falling, of those uploaded within half a year of a day. */
function denseCurves(rows: readonly MoeModel[]): (day: number) => MonotoneCurve | null {
  const dense = rows
    .filter((row) => !row.moe && dayOf(row) !== null)
    .sort((a, b) => a.parameters_b - b.parameters_b);
  const days = Float64Array.from(dense, (row) => dayOf(row)!);
  const sizes = [...new Set(dense.map((row) => row.parameters_b))];
  const place = new Map(sizes.map((size, at) => [size, at]));
  const places = dense.map((row) => place.get(row.parameters_b)!);
  const known = new Map<number, MonotoneCurve | null>();
  return (day) => {
    let curve = known.get(day);
    if (curve === undefined) {
      const [total, models] = [new Float64Array(sizes.length), new Float64Array(sizes.length)];
      dense.forEach(({ average }, i) => {
        if (Math.abs(days[i]! - day) > sameAge.days) return;
        total[places[i]!]! += average;
        models[places[i]!]! += 1;
      });
      const taken = [...sizes.keys()].filter((at) => models[at]! > 0);
      curve =
        models.reduce((sum, each) => sum + each, 0) < fewestDense
          ? null
          : throughLevels(
              pooledCurve(
                taken.map((at) => Math.log2(sizes[at]!)),
                taken.map((at) => total[at]! / models[at]!),
                taken.map((at) => models[at]!),
              ),
            );
      known.set(day, curve);
    }
    return curve;
  };
}

/**
 * The MoE models with an active size and a day whose score dense models of their age reach, and how many score below
 * or above all sizes of those.
 */
export function leveredOf(rows: readonly MoeModel[]): { levered: Levered[]; below: number; above: number } {
  const curveOf = denseCurves(rows);
  const found = { levered: [] as Levered[], below: 0, above: 0 };
  for (const row of rows) {
    const { active_parameters_b: active, average } = row;
    const day = dayOf(row);
    if (!row.moe || active === null || active <= 0 || day === null) continue;
    const curve = curveOf(day);
    if (curve === null) continue;
    const size = inverseOf(curve, average);
    if (size !== null)
      found.levered.push({ row: { ...row, active_parameters_b: active }, dense_b: 2 ** size });
    else if (average < curve.y[0]!) found.below += 1;
    else found.above += 1;
  }
  return found;
}

/** The two sizes that the dense size is divided by. */
export const leverageSizes = [
  { id: 'active', column: 'active_parameters_b', label: 'active size' },
  { id: 'total', column: 'parameters_b', label: 'total size' },
] as const;
type LeverageSize = (typeof leverageSizes)[number];

/** The dense size ÷ one of the two sizes. */
export const leverageOf = ({ row, dense_b }: Levered, { column }: LeverageSize): number =>
  dense_b / row[column];

const groups = [
  { id: 'mean', label: 'MoE models', has: () => true },
  { id: 'routed.mean', label: 'MoE models that leave weights idle', has: routes },
  { id: 'official.mean', label: 'official MoE models', has: ({ row }: Levered) => row.official_provider },
] as const;

const ofAge = 'dense models of their age score as they do at';

/**
 * Efficiency leverage in parameters: the size at which dense models of the same age have the score of an MoE model,
 * over its active and over its total size. Active sizes are known on review only, so all of it is of the reviewed
 * models under either preparation.
 */
export const efficiencyLeverage = family({
  query: moeModels.reviewed_models,
  definitions: [
    fact('leverage.count', 'MoE models that a dense size of the same score is found for', units.models),
    fact('leverage.below.count', 'MoE models that score below dense models of every size', units.models),
    fact('leverage.above.count', 'MoE models that score above dense models of every size', units.models),
    ...leverageSizes.flatMap(({ id, label }) => [
      ...groups.map((group) =>
        estimated(
          `leverage.${id}.${group.id}`,
          `size that ${ofAge} ÷ their ${label}, geometric mean, ${group.label}`,
          units.fold,
        ),
      ),
      estimated(
        `leverage.${id}.median`,
        `size that ${ofAge} ÷ their ${label}, median, MoE models`,
        units.fold,
      ),
    ]),
  ],
  derive(rows) {
    const { levered, below, above } = leveredOf(rows);
    const of = (
      members: readonly Levered[],
      size: LeverageSize,
      method: typeof meanEstimate | typeof medianEstimate,
    ): Estimate =>
      exponential(
        method(
          members.map((each) => Math.log(leverageOf(each, size))),
          clustersOf(members.map(({ row }) => row)),
        ),
      );
    return {
      'leverage.count': count(levered.length),
      'leverage.below.count': count(below),
      'leverage.above.count': count(above),
      ...Object.fromEntries(
        leverageSizes.flatMap((size) => [
          ...groups.map(({ id, has }): [string, () => Estimate] => [
            `leverage.${size.id}.${id}`,
            () => of(levered.filter(has), size, meanEstimate),
          ]),
          [`leverage.${size.id}.median`, () => of(levered, size, medianEstimate)],
        ]),
      ),
    };
  },
});
