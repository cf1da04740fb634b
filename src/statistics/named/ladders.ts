import { benchmarks, byBenchmark, type Benchmark } from '../../dataset/benchmarks.ts';
import { effectiveQuestions } from '../../dataset/questions.ts';
import {
  familiesOf,
  fewestRungs,
  laddersOf,
  ladderStages,
  rungsQuery,
  type Ladder,
  type Rung,
  type Stage,
} from '../ladder-families.ts';
import { binomialDifference } from '../methods/binomial-difference.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count, estimate, symmetricEstimate, TAIL, type Estimate } from '../methods/estimate.ts';
import {
  clusteredReach,
  jackknifeError,
  rowJackknifeError,
  withClusters,
  shiftsOf,
} from '../methods/jackknife.ts';
import { mapped } from '../methods/mapped.ts';
import { telling } from '../methods/shifts.ts';
import { meanEstimate } from '../methods/mean.ts';
import { normalQuantile } from '../methods/normal.ts';
import { lineOfSums, partialPooling, type PooledSlopes } from '../methods/partial-pooling.ts';
import { averageDifference } from '../methods/score-error.ts';
import { studentCritical } from '../methods/student.ts';
import { estimated, fact, family, units, type Definition } from '../statistic.ts';

/** What one rung adds to the sums of its ladder, size in doublings from 1 B. */
const addends = ({ parameters_b, average }: Rung) => {
  const doublings = Math.log2(parameters_b);
  return [1, doublings, average, doublings ** 2, doublings * average, average ** 2];
};
const width = 6;

/** The pooled slopes of ladders, in points per doubling; null where they determine none. */
function pooled(ladders: readonly Ladder[]): PooledSlopes | null {
  const lines = ladders.flatMap(({ rungs }) => {
    const sums = rungs
      .map(addends)
      .reduce((totals, each) => totals.map((total, k) => total + each[k]!), new Array<number>(width).fill(0));
    return lineOfSums(sums) ?? [];
  });
  return lines.length === ladders.length ? partialPooling(lines) : null;
}

/** The common slope of ladders, and the spread about it, with the jackknife over makers and lineages. */
function commonOf(ladders: readonly Ladder[], of: (slopes: PooledSlopes) => number): Estimate {
  const rows = ladders.flatMap(({ rungs }) => rungs);
  const whole = pooled(ladders);
  if (whole === null) return estimate(null, rows.length);
  const terms = ladders.flatMap(({ rungs: own }, at) => {
    const first = ladders.slice(0, at).reduce((total, { rungs }) => total + rungs.length, 0);
    return Array.from({ length: width }, (_, k) => {
      const term = new Float64Array(rows.length);
      own.forEach((rung, i) => (term[first + i] = addends(rung)[k]!));
      return term;
    });
  });
  // A family that the group left out makes up, or of which it leaves a single size, has no line of its own.
  const ofSums = (sums: Float64Array): number => {
    const lines = ladders.flatMap((_, at) => lineOfSums(sums.subarray(at * width, (at + 1) * width)) ?? []);
    const slopes = partialPooling(lines);
    return slopes === null ? NaN : of(slopes);
  };
  const value = of(whole);
  const clusters = clustersOf(rows);
  const reach = clusteredReach(clusters, jackknifeError(clusters, terms, ofSums));
  const alone = rowJackknifeError(terms, ofSums);
  const independent = symmetricEstimate(
    value,
    rows.length,
    alone === null || rows.length < 2 ? null : studentCritical(rows.length - 1) * alone,
  );
  const clustered = withClusters(
    independent,
    clusters,
    reach === null ? null : [value - reach, value + reach],
  );
  return telling(clustered, rows, () => shiftsOf(terms, ofSums));
}

/** An estimate of what cannot be negative: its bounds end at 0. */
const fromZero = (of: Estimate): Estimate => mapped(of, (value) => Math.max(0, value));

/** A step from one size of a ladder to the next, in standard errors of the questions of both models. */
export interface Step {
  ladder: Ladder;
  from: Rung;
  to: Rung;
  change: number;
  errors: number;
  /** Changes of the raw results, in standard errors of each benchmark's questions. */
  byBenchmark: Readonly<Record<Benchmark, number>>;
}

/** Every step of ladders; two models of one size make none. */
const stepsOf = (ladders: readonly Ladder[]): Step[] =>
  ladders.flatMap((ladder) =>
    ladder.rungs.slice(1).flatMap((to, i) => {
      const from = ladder.rungs[i]!;
      if (from.parameters_b === to.parameters_b) return [];
      return [
        {
          ladder,
          from,
          to,
          change: to.average - from.average,
          errors: averageDifference(from, to),
          byBenchmark: byBenchmark((name) =>
            binomialDifference(to[name], from[name], effectiveQuestions[name]),
          ),
        },
      ];
    }),
  );

/** Every step that the families of a slice have, also of those that have too few sizes there for a slope. */
export const stepsAmong = (rows: readonly Rung[]): Step[] => stepsOf(laddersOf(rows, 1));

/** How far a single fall must reach, in standard errors, to count. */
export const singleFall = normalQuantile(1 - TAIL);

/**
 * How far the largest model of each ladder lies from what is foretold of it: by the line of its smaller sizes, or from
 * the next smaller one and the common slope of the other families of its stage.
 */
export function foretold(ladders: readonly Ladder[]) {
  return ladders.flatMap((ladder) => {
    const rest = { ...ladder, rungs: ladder.rungs.slice(0, -1) };
    const [below, top] = [ladder.rungs.at(-2)!, ladder.rungs.at(-1)!];
    const others = pooled(ladders.filter((each) => each !== ladder && each.stage === ladder.stage));
    const sizes = rest.rungs.map(({ parameters_b }) => Math.log2(parameters_b));
    const scores = rest.rungs.map(({ average }) => average);
    const [x, y] = [sizes, scores].map((each) => each.reduce((a, b) => a + b, 0) / each.length) as [
      number,
      number,
    ];
    const sxx = sizes.reduce((total, size) => total + (size - x) ** 2, 0);
    if (others === null || !(sxx > 0)) return [];
    const slope = sizes.reduce((total, size, i) => total + (size - x) * (scores[i]! - y), 0) / sxx;
    const size = Math.log2(top.parameters_b);
    const own = y + slope * (size - x);
    const borrowed = below.average + others.common * (size - Math.log2(below.parameters_b));
    return [
      {
        // A family at two stages is one lineage of ladders.
        organisation: top.organisation,
        lineage: ladder.family.id,
        ladder,
        top,
        own,
        borrowed,
        ownError: Math.abs(own - top.average),
        borrowedError: Math.abs(borrowed - top.average),
      },
    ];
  });
}

/** A definition of the slope of one ladder, whose scatter is that of all ladders of its stage. */
const slope = (id: string, label: string): Definition => ({
  id,
  label,
  unit: units.pointsPerDoubling,
  minimum: fewestRungs,
});

const slopeIds = (stage: Stage, id: string) => ({
  own: `ladders.${stage}.${id}.own`,
  shrunk: `ladders.${stage}.${id}.shrunk`,
});

/**
 * Official families as ladders of sizes: points of average score per doubling of parameters, each family's own and
 * drawn towards the common one; steps that fall; and whether the others foretell the largest model of a family.
 */
export const ladders = family({
  query: rungsQuery,
  definitions: [
    ...ladderStages.flatMap(({ id: stage, label }) => [
      estimated(
        `ladders.${stage}.slope`,
        `points per doubling of parameters that ${label} official families have in common`,
        units.pointsPerDoubling,
      ),
      estimated(
        `ladders.${stage}.spread`,
        `standard deviation of the points per doubling between ${label} official families`,
        units.pointsPerDoubling,
      ),
      ...familiesOf(stage).flatMap(({ id, name }) => [
        slope(slopeIds(stage, id).own, `points per doubling of parameters of ${name}, ${label}`),
        slope(
          slopeIds(stage, id).shrunk,
          `points per doubling of parameters of ${name}, ${label}, drawn towards the common slope`,
        ),
      ]),
    ]),
    fact('ladders.steps', 'steps from one size of an official family to the next', units.steps),
    fact('ladders.falls', 'steps within official families that lower the average score', units.steps),
    fact(
      'ladders.falls.beyond',
      'steps within official families that lower the average score beyond its binomial error',
      units.steps,
    ),
    fact(
      'ladders.benchmark_falls.corrected',
      'results of single benchmarks that a step within an official family lowers, beyond the binomial error corrected for all of them',
      units.comparisons,
    ),
    fact(
      'ladders.comparisons',
      'results of single benchmarks compared over a step within an official family',
      units.comparisons,
    ),
    estimated(
      'ladders.top.own_error',
      'points by which the line of the smaller models misses the largest of a family, on the mean',
      units.points,
    ),
    estimated(
      'ladders.top.borrowed_error',
      'points by which the next smaller model and the slope of other families miss the largest of a family, on the mean',
      units.points,
    ),
    estimated(
      'ladders.top.lead',
      'points by which the largest model of a family is missed with the slope of others, minus with its own line',
      units.points,
    ),
  ],
  derive(rows) {
    const all = laddersOf(rows);
    const steps = stepsAmong(rows);
    const changes = steps.flatMap((step) => benchmarks.map((name) => step.byBenchmark[name]));
    const corrected = changes.length === 0 ? Infinity : normalQuantile((1 - TAIL) ** (1 / changes.length));
    const tops = foretold(all);
    const clusters = clustersOf(tops);
    const mean = (of: (top: (typeof tops)[number]) => number) => meanEstimate(tops.map(of), clusters);
    return {
      ...Object.fromEntries(ladderStages.flatMap(({ id }) => slopesOf(all, id))),
      'ladders.steps': count(steps.length),
      'ladders.falls': factOf(steps.filter(({ change }) => change < 0).length, steps.length),
      'ladders.falls.beyond': factOf(steps.filter(({ errors }) => errors < -singleFall).length, steps.length),
      'ladders.benchmark_falls.corrected': factOf(
        changes.filter((errors) => errors < -corrected).length,
        changes.length,
      ),
      'ladders.comparisons': count(changes.length),
      'ladders.top.own_error': mean(({ ownError }) => ownError),
      'ladders.top.borrowed_error': mean(({ borrowedError }) => borrowedError),
      'ladders.top.lead': mean(({ ownError, borrowedError }) => borrowedError - ownError),
    };
  },
});

const factOf = (value: number, n: number): Estimate => estimate(value, n);

/** The statistics of the slopes of one stage. */
function slopesOf(all: readonly Ladder[], stage: Stage): [string, Estimate][] {
  const own = all.filter((ladder) => ladder.stage === stage);
  const slopes = pooled(own);
  const reach = slopes === null ? 0 : studentCritical(slopes.freedom);
  const families = familiesOf(stage).flatMap(({ id }): [string, Estimate][] => {
    const at = own.findIndex((ladder) => ladder.family.id === id);
    const n = own[at]?.rungs.length ?? 0;
    const slope = slopes?.groups[at];
    const ids = slopeIds(stage, id);
    return [
      [ids.own, slope ? symmetricEstimate(slope.own, n, reach * slope.ownError) : estimate(null, n)],
      [ids.shrunk, slope ? symmetricEstimate(slope.shrunk, n, reach * slope.shrunkError) : estimate(null, n)],
    ];
  });
  return [
    [`ladders.${stage}.slope`, commonOf(own, ({ common }) => common)],
    [`ladders.${stage}.spread`, fromZero(commonOf(own, ({ spread }) => spread))],
    ...families,
  ];
}
