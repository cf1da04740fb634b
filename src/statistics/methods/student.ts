import { TAIL } from './estimate.ts';
import { normalQuantile } from './normal.ts';

/**
 * Above this many degrees of freedom the first terms of the expansion around the normal are exact to 1e-15.
 */
const NEARLY_NORMAL = 1e5;

/**
 * ln B(a, ½) for a ≥ ½. Stirling's series of ln Γ(a) − ln Γ(a + ½) with the large parts cancelled on paper,
 * since subtracting two log-gammas near 10⁴ would lose the digits that the quantile needs; a is first moved
 * above 15, where five terms of the series reach double precision.
 */
function logBetaHalf(a: number): number {
  let shift = 0;
  while (a < 15) {
    shift += Math.log1p(0.5 / a);
    a += 1;
  }
  const remainder = (x: number): number => {
    const s = 1 / (x * x);
    return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / x;
  };
  const logRatio = -0.5 * Math.log(a) - a * Math.log1p(0.5 / a) + 0.5 + remainder(a) - remainder(a + 0.5);
  return 0.5 * Math.log(Math.PI) + logRatio + shift;
}

/**
 * Continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method; x < (a + 1)/(a + b +
 * 2).
 */
function betaFraction(x: number, a: number, b: number): number {
  const guard = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return fraction;
}

/** P(T > t) for t ≥ 0, as ½ I_x(df/2, ½) with x = df / (df + t²). */
function upperTail(t: number, df: number): number {
  const a = df / 2;
  const r = (t / df) * t;
  const x = 1 / (1 + r);
  const y = r / (1 + r);
  const front = Math.exp(-a * Math.log1p(r) - logBetaHalf(a)) * Math.sqrt(y);
  return x < (a + 1) / (a + 2.5)
    ? (0.5 * front * betaFraction(x, a, 0.5)) / a
    : 0.5 - front * betaFraction(y, 0.5, a);
}

function requireDegreesOfFreedom(df: number): void {
  if (!(df >= 1 && df < Infinity)) {
    throw new RangeError(`df is ${df}; expected a finite number of degrees of freedom of at least 1.`);
  }
}

/**
 * P(T ≤ t) of Student's distribution with `df` ≥ 1 degrees of freedom, not necessarily whole, for a finite t.
 * Throws a RangeError for fewer degrees of freedom.
 */
export function studentCdf(t: number, df: number): number {
  requireDegreesOfFreedom(df);
  return t > 0 ? 1 - upperTail(t, df) : upperTail(-t, df);
}

/** Quantile for many degrees of freedom: Abramowitz and Stegun 1964, 26.7.5. */
function expandedQuantile(z: number, df: number): number {
  const z2 = z * z;
  const g1 = (z * (z2 + 1)) / 4;
  const g2 = (z * (z2 * (5 * z2 + 16) + 3)) / 96;
  const g3 = (z * (z2 * (z2 * (3 * z2 + 19) + 17) - 15)) / 384;
  return z + (g1 + (g2 + g3 / df) / df) / df;
}

/**
 * The t with P(T ≤ t) = p of Student's distribution with `df` ≥ 1 degrees of freedom, not necessarily whole;
 * relative accuracy better than 1e-10 for tails down to 1e-100. Throws a RangeError unless 0 < p < 1 and df
 * is finite and at least 1.
 *
 * Newton's method on the upper tail. The tail is convex and the normal quantile, where it starts, lies nearer
 * to zero than the answer, so every step moves outwards and none can overshoot.
 */
export function studentQuantile(p: number, df: number): number {
  requireDegreesOfFreedom(df);
  const z = Math.abs(normalQuantile(p));
  const sign = p < 0.5 ? -1 : 1;
  if (z === 0) return 0;
  if (df > NEARLY_NORMAL) return sign * expandedQuantile(z, df);
  const tail = Math.min(p, 1 - p);
  const logScale = -logBetaHalf(df / 2) - 0.5 * Math.log(df);
  let t = z;
  for (;;) {
    const density = Math.exp(logScale - ((df + 1) / 2) * Math.log1p((t / df) * t));
    const next = t + (upperTail(t, df) - tail) / density;
    if (!(next > t * (1 + 1e-15))) return sign * t;
    t = next;
  }
}

/** Half-width of a two-sided 95 % Student interval in standard errors: the quantile at .975. */
export function studentCritical(df: number): number {
  return studentQuantile(1 - TAIL, df);
}
