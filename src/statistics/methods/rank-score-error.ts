import { clusteredVariance, type Clusters, type Grouping } from './clusters.ts';
import { hallSheather } from './hall-sheather.ts';
import { arithmeticMean } from './moments.ts';
import { nthSmallest } from './nth-smallest.ts';
import { ROUNDING, type Points } from './rank-scores.ts';
import { sumOver } from './sum.ts';

/** Mean x of the points next to the line: those whose ranks lie within the bandwidth of its own. */
function centreNearLine(x: Float64Array, residuals: Float64Array, tau: number): number {
  const n = x.length;
  const width = hallSheather(n, tau);
  const ranked = residuals.slice();
  const from = nthSmallest(ranked, Math.max(0, Math.floor(n * (tau - width))));
  const to = nthSmallest(ranked, Math.min(n, Math.ceil(n * (tau + width))) - 1);
  return arithmeticMean(x.filter((_, i) => residuals[i]! >= from && residuals[i]! <= to))!;
}

/** Rank scores less their mean 1 − tau; points on the line share what is left alike. */
function centredScores({ x, y, tau }: Points, residuals: Float64Array, slope: number): Float64Array {
  const scores = new Float64Array(x.length);
  let above = 0;
  let on = 0;
  for (let i = 0; i < x.length; i++) {
    const rounding = ROUNDING * (Math.abs(y[i]!) + Math.abs(slope * x[i]!));
    if (residuals[i]! > rounding) {
      scores[i] = tau;
      above++;
    } else if (residuals[i]! < -rounding) scores[i] = tau - 1;
    else on++;
  }
  const shared = (x.length * (1 - tau) - above) / on - (1 - tau);
  for (let i = 0; i < x.length; i++)
    if (scores[i] === 0) scores[i] = Math.min(tau, Math.max(tau - 1, shared));
  return scores;
}

/**
 * Jackknife variance of a sum that is zero over all rows: without a group, whose share of the weights is missing,
 * it stands for the negative sum of the group over the share that is left.
 */
function leaveOut(sums: Float64Array, weights: Float64Array, { of, count }: Grouping): number {
  const [ofGroup, weight] = [new Float64Array(count), new Float64Array(count)];
  let total = 0;
  for (let i = 0; i < of.length; i++) {
    ofGroup[of[i]!]! += sums[i]!;
    weight[of[i]!]! += weights[i]!;
    total += weights[i]!;
  }
  let squares = 0;
  for (let g = 0; g < count; g++) squares += (ofGroup[g]! / (1 - weight[g]! / total)) ** 2;
  return ((count - 1) / count) * squares;
}

/**
 * Standard error of Σ x a, the sum of rank scores (see rankScores) at the fitted line, whose `residuals` are
 * distances in y. Where the spread of y changes with x, the sum varies as that of (x − c) a, with c the mean
 * of x weighted by the density of y at the line (Koenker and Machado 1999, doi:10.1080/01621459.1999.10473882);
 * c is taken from the points next to the line, a uniform kernel in ranks.
 *
 * If the quantile of y is a straight line in x, the square is tau (1 − tau) Σ (x − c)². If it is not, and the
 * line is the best straight one, it is Σ (x − c)² (a − 1 + tau)² (Angrist, Chernozhukov and Fernández-Val
 * 2006, doi:10.1111/j.1468-0262.2006.00671.x), which is too small where a few points decide a quantile far
 * out. The larger of both is taken. Where `clusters` are given, the second is the jackknife variance of sums over
 * them (Parente and Santos Silva 2016, doi:10.1515/jem-2014-0011, for the sandwich); null where they are too few.
 */
export function rankScoreError(
  points: Points,
  residuals: Float64Array,
  slope: number,
  clusters?: Clusters,
): number | null {
  const { x, tau } = points;
  const centre = centreNearLine(x, residuals, tau);
  const scores = centredScores(points, residuals, slope);
  const straight = tau * (1 - tau) * sumOver(x.length, (i) => (x[i]! - centre) ** 2);
  if (!clusters) {
    const best = sumOver(x.length, (i) => ((x[i]! - centre) * scores[i]!) ** 2);
    return Math.sqrt(Math.max(straight, best));
  }
  const weights = x.map((each) => (each - centre) ** 2);
  const sums = x.map((each, i) => (each - centre) * scores[i]!);
  const best = clusteredVariance(clusters, (grouping) => leaveOut(sums, weights, grouping));
  return best === null || !Number.isFinite(best) ? null : Math.sqrt(Math.max(straight, best));
}

/** What each row adds to the sum of rank scores about the centre near the line; it adds up to about zero. */
export function scoresAboutCentre(points: Points, residuals: Float64Array, slope: number): Float64Array {
  const centre = centreNearLine(points.x, residuals, points.tau);
  const scores = centredScores(points, residuals, slope);
  return points.x.map((each, i) => (each - centre) * scores[i]!);
}
