import { clustersOf, type Clusters } from '../../src/statistics/methods/clusters.ts';
import { meanDifferenceEstimate } from '../../src/statistics/methods/difference.ts';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';
import { fitLine, r2Estimate, slopeEstimate } from '../../src/statistics/methods/linear.ts';
import { meanEstimate } from '../../src/statistics/methods/mean.ts';
import { normalQuantile } from '../../src/statistics/methods/normal.ts';
import { shareEstimate } from '../../src/statistics/methods/proportion.ts';
import { medianEstimate } from '../../src/statistics/methods/quantile.ts';
import { quantileSlopeEstimate } from '../../src/statistics/methods/quantile-line.ts';
import { seededRandom } from '../../src/statistics/methods/random.ts';
import { shareDifference } from '../../src/statistics/methods/share-difference.ts';
import {
  componentsOf,
  drawValues,
  spreadOf,
  totalOf,
  type Components,
  type SimulatedModel,
} from './world.ts';

/** A result of the models in the table, for its variance components and its line on size. */
export interface Results {
  average: readonly number[];
  /** Natural logarithm of the carbon. */
  logCarbon: readonly number[];
}

/** How a result comes about: a line on size, flat where models are taken whatever their size, and effects about it. */
interface World {
  slope: number;
  components: Components;
}

/** The worlds that are drawn: the average as it is, and the average and the carbon on size. */
export interface Worlds {
  level: World;
  line: World;
  carbon: World;
}

/** Worlds with the variance components and lines of the table. */
export function worldsOf(models: readonly SimulatedModel[], results: Results): Worlds {
  const size = models.map((model) => model.size);
  const onSize = (values: readonly number[]): World => {
    const { slope, intercept } = fitLine(size, values)!;
    const left = values.map((value, i) => value - intercept - slope * size[i]!);
    return { slope, components: componentsOf(left, models) };
  };
  return {
    level: { slope: 0, components: componentsOf(results.average, models) },
    line: onSize(results.average),
    carbon: onSize(results.logCarbon),
  };
}

/** A draw of one world in the models of a slice. */
interface Drawn {
  models: readonly SimulatedModel[];
  clusters: Clusters;
  size: readonly number[];
  values: readonly number[];
  world: World;
}

interface Simulated {
  id: string;
  label: string;
  world: keyof Worlds;
  truth(drawn: Omit<Drawn, 'values'>): number;
  estimate(drawn: Drawn): Estimate;
}

const slope = ({ world }: Omit<Drawn, 'values'>) => world.slope;
const zero = () => 0;
/** The share of models above the bar that a quarter of all possible ones are above. */
const quarter = 0.25;

/** Shares of two quarters, about those of Qwen architectures. */
const [earlyShare, lateShare] = [0.15, 0.45];

/** The statistics that are drawn, each with its true value among all models that could be drawn. */
export const simulated: readonly Simulated[] = [
  {
    id: 'mean',
    label: 'Mean',
    world: 'level',
    truth: zero,
    estimate: ({ values, clusters }) => meanEstimate(values, clusters),
  },
  {
    id: 'median',
    label: 'Median',
    world: 'level',
    truth: zero,
    estimate: ({ values, clusters }) => medianEstimate(values, clusters),
  },
  {
    id: 'share',
    label: 'Share of models above a bar',
    world: 'level',
    truth: () => quarter,
    estimate({ values, clusters, world }) {
      const bar = normalQuantile(1 - quarter) * Math.sqrt(totalOf(world.components));
      return shareEstimate(
        values.map((value) => value > bar),
        clusters,
      );
    },
  },
  {
    // As the share of a family of architecture in the first whole quarter and in the last.
    id: 'share_difference',
    label: 'Difference of two shares above bars, last quarter minus first whole one',
    world: 'level',
    truth: () => lateShare - earlyShare,
    estimate({ models, values, world }) {
      const [late, early] = [lateShare, earlyShare].map(
        (share) => normalQuantile(1 - share) * Math.sqrt(totalOf(world.components)),
      );
      const side = (isLate: boolean) =>
        models.flatMap((model, i) =>
          model.late === isLate ? [{ ...model, isAbove: values[i]! > (isLate ? late! : early!) }] : [],
        );
      return shareDifference(side(true), side(false), ({ isAbove }) => isAbove);
    },
  },
  {
    // A shift of one side moves the estimate and its truth alike, so that none is drawn.
    id: 'difference',
    label: 'Difference of means, community minus official',
    world: 'level',
    truth: zero,
    estimate({ models, values }) {
      const side = (official: boolean) => {
        const own = [...models.keys()].filter((i) => models[i]!.official === official);
        return { values: own.map((i) => values[i]!), clusters: clustersOf(own.map((i) => models[i]!)) };
      };
      const [community, official] = [side(false), side(true)];
      return meanDifferenceEstimate(community.values, official.values, [
        community.clusters,
        official.clusters,
      ]);
    },
  },
  {
    id: 'slope',
    label: 'Slope of the average on size',
    world: 'line',
    truth: slope,
    estimate: ({ size, values, clusters }) => slopeEstimate(size, values, clusters),
  },
  {
    id: 'r2',
    label: 'R² of that line',
    world: 'line',
    truth({ world, size }) {
      const explained = world.slope ** 2 * spreadOf(size);
      return explained / (explained + totalOf(world.components));
    },
    estimate: ({ size, values, clusters }) => r2Estimate(size, values, clusters),
  },
  {
    id: 'quantile',
    label: 'Slope of the line of the best tenth',
    world: 'line',
    truth: slope,
    estimate: ({ size, values, clusters }) => quantileSlopeEstimate(size, values, 0.9, clusters),
  },
  {
    id: 'elasticity',
    label: 'Elasticity of carbon',
    world: 'carbon',
    truth: slope,
    estimate: ({ size, values, clusters }) => slopeEstimate(size, values, clusters),
  },
];

/** A slice of the models of which intervals are drawn. */
export interface Slice {
  id: string;
  label: string;
  has(model: SimulatedModel): boolean;
}

export const slices: readonly Slice[] = [
  { id: 'all', label: 'Whole table', has: () => true },
  { id: 'small', label: 'Small models', has: ({ small }) => small },
  { id: 'qwen', label: 'Models of the Qwen family', has: ({ family }) => family === 'qwen' },
  { id: 'official', label: 'Official models', has: ({ official }) => official },
];

/** How often an interval held the truth: a share of the draws that gave one, and the standard error of that share. */
export interface Coverage {
  /** Draws with an interval. */
  draws: number;
  /** null where no draw gave an interval. */
  share: number | null;
  error: number | null;
}

/** The coverage of the intervals of one statistic in one slice. */
export interface CoverageRow {
  slice: string;
  statistic: string;
  clustered: Coverage;
  independent: Coverage;
}

class Tally {
  draws = 0;
  #held = 0;
  add(low: number | null, high: number | null, truth: number) {
    if (low === null || high === null) return;
    this.draws++;
    if (low <= truth && truth <= high) this.#held++;
  }
  coverage(): Coverage {
    const { draws } = this;
    if (draws === 0) return { draws, share: null, error: null };
    const share = this.#held / draws;
    return { draws, share, error: Math.sqrt((share * (1 - share)) / draws) };
  }
}

/**
 * How often the 95 % intervals of statistics hold the truth, slice by slice, over draws of the results of all models
 * in worlds like the table. Repeats the same numbers for the same seed.
 */
export function simulateCoverage(
  models: readonly SimulatedModel[],
  worlds: Worlds,
  {
    draws,
    seed,
    of = slices,
    statistics = simulated,
  }: {
    draws: number;
    seed: number;
    of?: readonly Slice[];
    statistics?: readonly Simulated[];
  },
): CoverageRow[] {
  const parts = of.map((slice) => {
    const at = [...models.keys()].filter((i) => slice.has(models[i]!));
    const own = at.map((i) => models[i]!);
    return {
      at,
      slice,
      given: { models: own, clusters: clustersOf(own), size: own.map(({ size }) => size) },
      tallies: statistics.map((statistic) => ({
        statistic,
        clustered: new Tally(),
        independent: new Tally(),
      })),
    };
  });
  const size = models.map((model) => model.size);
  const needed = [...new Set(statistics.map(({ world }) => world))];
  for (let draw = 0; draw < draws; draw++) {
    const drawn = new Map(
      needed.map((name) => {
        const world = worlds[name];
        const values = drawValues(models, world.components, seededRandom(`${seed} ${name} ${draw}`));
        return [name, values.map((value, i) => value + world.slope * size[i]!)];
      }),
    );
    for (const { at, given, tallies } of parts)
      for (const { statistic, clustered, independent } of tallies) {
        const world = worlds[statistic.world];
        const values = drawn.get(statistic.world)!;
        const found = statistic.estimate({ ...given, world, values: at.map((i) => values[i]!) });
        const truth = statistic.truth({ ...given, world });
        clustered.add(found.low, found.high, truth);
        independent.add(found.independent?.low ?? null, found.independent?.high ?? null, truth);
      }
  }
  return parts.flatMap(({ slice, tallies }) =>
    tallies.map(({ statistic, clustered, independent }) => ({
      slice: slice.id,
      statistic: statistic.id,
      clustered: clustered.coverage(),
      independent: independent.coverage(),
    })),
  );
}
