import { byBenchmark } from '../../dataset/benchmarks.ts';
import { select } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { benchmarks, benchmarkTitles, type Benchmark } from '../../dataset/benchmarks.ts';
import { effectiveQuestions } from '../../dataset/questions.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf, type Clustered, type Clusters } from '../methods/clusters.ts';
import { type Estimate, estimate } from '../methods/estimate.ts';
import { largestOfMany } from '../methods/largest-of-many.ts';
import { differenceEstimate, linearExplained, type Linearised } from '../methods/linearised.ts';
import { explainedEstimate, fitMultiple } from '../methods/multiple.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { once } from '../methods/once.ts';
import { units, type Definition, family, type Unit } from '../statistic.ts';

/** Fewest models for a fit of one benchmark on the other five; below, the plane would follow single models. */
export const fewestForProfile = 50;

/** Probability that the largest of pure noise stays below the bar of a search. */
const searchLevel = 0.95;

/** How far models stand above what their other five benchmarks suggest, in shares of the raw result. */
export interface Standouts {
  n: number;
  explained: () => Estimate;
  /** The same, to be compared. */
  linear: () => Linearised | null;
  /** Raw result minus the one that the other five suggest, row by row. */
  residuals: Float64Array;
  /** Standard error that the limited number of questions gives each residual. */
  questionErrors: Float64Array;
  /** Standard deviation of all residuals. */
  scatter: number;
  /** Standard errors that the largest of pure noise in the whole search stays below, 95 times in 100. */
  bar: number;
}

/** Errors in a search over n models on six benchmarks, as the bar counts them. */
const searched = (n: number) => n * benchmarks.length;

/**
 * Fits one benchmark on the other five over the raw results of n models; null where fewer than `fewestForProfile` models or columns that follow from each other determine no plane. The question
 * error of a residual is that of the model's own result and, through the slopes, of the other five, each
 * binomial.
 */
function fitStandouts(
  n: number,
  raw: Readonly<Record<Benchmark, readonly number[]>>,
  benchmark: Benchmark,
  clusters: Clusters,
): Standouts | null {
  if (n < fewestForProfile) return null;
  const others = benchmarks.filter((name) => name !== benchmark);
  const fit = fitMultiple(
    others.map((name) => raw[name]),
    raw[benchmark],
  );
  if (fit === null || fit.r2 === null) return null;
  const variance = new Float64Array(n);
  for (const [name, slope] of [
    [benchmark, 1] as const,
    ...others.map((name, j) => [name, fit.slopes[j]!] as const),
  ]) {
    const shares = raw[name];
    const weight = slope ** 2 / effectiveQuestions[name];
    for (let row = 0; row < n; row++) variance[row]! += weight * shares[row]! * (1 - shares[row]!);
  }
  return {
    n,
    explained: () => explainedEstimate(fit, raw[benchmark]!, clusters),
    linear: once(() => linearExplained(fit, raw[benchmark]!, clusters.rows)),
    residuals: fit.residuals,
    questionErrors: variance.map(Math.sqrt),
    scatter: fit.residualSd,
    bar: largestOfMany(searched(n), searchLevel),
  };
}

/** All six raw results of a model, by benchmark, and what it is clustered by. */
type Results = Readonly<Record<Benchmark, number>> & Clustered;

const fitted = new WeakMap<readonly Results[], Readonly<Record<Benchmark, () => Standouts | null>>>();

/**
 * Standouts of every benchmark over models. Fitted once for an array of rows, because the statistics and the figure
 * of a page ask for the same one.
 */
export function standoutsOf(rows: readonly Results[]): (benchmark: Benchmark) => Standouts | null {
  let found = fitted.get(rows);
  if (!found) {
    const raw = byBenchmark((name) => rows.map((row) => row[name]));
    const clusters = clustersOf(rows);
    found = byBenchmark((name) => once(() => fitStandouts(rows.length, raw, name, clusters)));
    fitted.set(rows, found);
  }
  const of = found;
  return (benchmark) => of[benchmark]();
}

/** Whether the residual of a row is above what the questions alone would give the largest of the search. */
export const beyondQuestions = ({ residuals, questionErrors, bar }: Standouts, row: number): boolean =>
  residuals[row]! > bar * questionErrors[row]!;

/** Whether the residual of a row is above what the scatter of all models would give the largest. */
export const beyondScatter = ({ residuals, scatter, bar }: Standouts, row: number): boolean =>
  residuals[row]! > bar * scatter;

const profiled = (id: string, label: string, unit: Unit): Definition => ({
  id,
  label,
  unit,
  minimum: fewestForProfile,
});

const ofBenchmark = (name: Benchmark, title = benchmarkTitles[name]) => [
  profiled(
    `benchmarks.explained.${name}`,
    `share of the variance of ${title} that the other five benchmarks explain`,
    units.explained,
  ),
  profiled(
    `specialists.${name}.largest`,
    `largest result in ${title} above what the other five suggest`,
    units.points,
  ),
  profiled(
    `specialists.${name}.noise`,
    `most that the questions alone would give the largest in ${title}`,
    units.points,
  ),
  profiled(
    `specialists.${name}.scatter`,
    `most that the scatter of all models would give the largest in ${title}`,
    units.points,
  ),
  profiled(
    `specialists.${name}.beyond_noise`,
    `share of models whose ${title} is above the other five beyond the noise of the questions`,
    units.share,
  ),
  profiled(
    `specialists.${name}.count`,
    `models whose ${title} stands out beyond noise and scatter`,
    units.standouts,
  ),
];

/** Benchmarks that the others say least about, each against the four others. */
export const leads = (['ifeval', 'musr'] as const).flatMap((low) =>
  benchmarks.filter((name) => name !== 'ifeval' && name !== 'musr').map((high) => [low, high] as const),
);

const fact = (value: number | null, n: number): Estimate => estimate(value, n);

const query = select(models, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    model: columns.model,
    caution: columns.caution,
    ...byBenchmark((name) => columns[`${name}_raw`]),
  },
  orderBy: [columns.row],
}));

/**
 * Specialists: the raw result of each benchmark against the least-squares plane on the other five, in points of
 * a hundred. A model stands out when its residual is above two bars, both for the largest of all models on all
 * six benchmarks: question noise (its own binomial errors) and scatter (the standard deviation of all
 * residuals).
 */
export const specialists = family({
  query,
  definitions: [
    profiled(
      'specialists.expected',
      'standard errors that the largest of pure noise typically reaches in the search',
      units.standardErrors,
    ),
    profiled(
      'specialists.bar',
      'standard errors that the largest of pure noise in the search stays below, 95 times in 100',
      units.standardErrors,
    ),
    ...benchmarks.flatMap((name) => ofBenchmark(name)),
    ...leads.map(([low, high]) =>
      profiled(
        `benchmarks.explained.lead.${low}.${high}`,
        `share of the variance that the other five benchmarks explain, ${benchmarkTitles[high]} minus ${benchmarkTitles[low]}`,
        units.shareDifference,
      ),
    ),
  ],
  derive(rows) {
    const n = rows.length;
    const enough = n >= fewestForProfile;
    const standouts = standoutsOf(rows);
    const clusters = clustersOf(rows);
    const largest = (p: number) => fact(enough ? largestOfMany(searched(n), p) : null, n);
    return {
      'specialists.expected': largest(0.5),
      'specialists.bar': largest(searchLevel),
      ...Object.fromEntries(
        leads.map(([low, high]) => [
          `benchmarks.explained.lead.${low}.${high}`,
          () => differenceEstimate(standouts(high)?.linear() ?? null, standouts(low)?.linear() ?? null),
        ]),
      ),
      ...Object.fromEntries(
        benchmarks.flatMap((name): [string, () => Estimate][] => {
          const all = [...rows.keys()];
          const of = (estimateOf: (standouts: Standouts) => Estimate) => () => {
            const found = standouts(name);
            return found ? estimateOf(found) : fact(null, n);
          };
          const points = (value: (standouts: Standouts, top: number) => number) =>
            of((found) => fact(100 * value(found, found.residuals.indexOf(Math.max(...found.residuals))), n));
          return [
            [`benchmarks.explained.${name}`, of(({ explained }) => explained())],
            [`specialists.${name}.largest`, points(({ residuals }, top) => residuals[top]!)],
            [
              `specialists.${name}.noise`,
              points(({ questionErrors, bar }, top) => bar * questionErrors[top]!),
            ],
            [`specialists.${name}.scatter`, points(({ scatter, bar }) => bar * scatter)],
            [
              `specialists.${name}.beyond_noise`,
              of((found) =>
                shareEstimate(
                  all.map((row) => beyondQuestions(found, row)),
                  clusters,
                ),
              ),
            ],
            [
              `specialists.${name}.count`,
              of((found) =>
                fact(all.filter((row) => beyondQuestions(found, row) && beyondScatter(found, row)).length, n),
              ),
            ],
          ];
        }),
      ),
    };
  },
});
