import { describe, expect, test } from 'vitest';
import { clustersOf, freedomOf, type Grouping } from '../../../src/statistics/methods/clusters.ts';
import { firstComponentShare, principalComponents } from '../../../src/statistics/methods/components.ts';
import { deviationsOf } from '../../../src/statistics/methods/correlation.ts';
import { meanDifferenceEstimate } from '../../../src/statistics/methods/difference.ts';
import type { Estimate } from '../../../src/statistics/methods/estimate.ts';
import {
  atLeastIndependent,
  jackknifeError,
  withClusters,
} from '../../../src/statistics/methods/jackknife.ts';
import { fitLine, r2Estimate, slopeEstimate } from '../../../src/statistics/methods/linear.ts';
import { meanEstimate } from '../../../src/statistics/methods/mean.ts';
import { proportion, shareEstimate } from '../../../src/statistics/methods/proportion.ts';
import { fitQuantileLine, quantileSlopeEstimate } from '../../../src/statistics/methods/quantile-line.ts';
import { medianEstimate, quantileEstimate } from '../../../src/statistics/methods/quantile.ts';
import { midRanks } from '../../../src/statistics/methods/rank.ts';
import { pooledRatio } from '../../../src/statistics/methods/ratio.ts';
import { spearmanOfRanks } from '../../../src/statistics/methods/spearman.ts';
import { explainedEstimate, fitMultiple } from '../../../src/statistics/methods/multiple.ts';
import { studentCritical } from '../../../src/statistics/methods/student.ts';
import { normalDraws, times } from './made-data.ts';

const rowsOf = (organisations: string, lineages: string) =>
  [...organisations].map((organisation, i) => ({ organisation, lineage: lineages[i]! }));

test('the mean of six rows in three organisations and three lineages, by hand', () => {
  // Mean 4. Without an organisation 5¼, 4¼, 2½: ⅔ · 3.875. Without a lineage 4¾, 4¼, 3: ⅔ · 1.625. Without a row
  // (24 − x) / 5: ⅚ · 1.6. Both ways 2.583 + 1.083 − 1.333 = 2.333, less than the organisations' 2.583, which stands.
  const clusters = clustersOf(rowsOf('aabbcc', 'pqrpqr'));
  const { value, low, high, independent, clusters: effective } = meanEstimate([1, 2, 3, 4, 5, 9], clusters);
  expect(value).toBe(4);
  expect(high! - 4).toBeCloseTo(4.302652729749464 * Math.sqrt((2 / 3) * 3.875), 10);
  expect(4 - low!).toBeCloseTo(high! - 4, 12);
  expect(independent).toEqual({ low: expect.any(Number) as number, high: expect.any(Number) as number });
  expect(meanEstimate([1, 2, 3, 4, 5, 9])).toMatchObject(independent!);
  expect(effective).toEqual({ organisations: 3, lineages: 3 });
});

test('a median’s ranks follow from the share below it, by hand', () => {
  // Ten organisations of two rows, each a lineage of its own. 10 of 20 rows lie below the median; without an
  // organisation 8, 9 or 10 of 18 do, by what it holds: 5 hold two or none, 5 hold one.
  const values = times(20, (i) => i + 1);
  const organisation = [0, 0, 1, 1, 2, 3, 4, 5, 6, 6, 2, 3, 4, 5, 7, 7, 8, 8, 9, 9].map(String);
  const clusters = clustersOf(organisation.map((each) => ({ organisation: each, lineage: each })));
  // Organisations 0, 1, 6 hold two below, 7, 8, 9 none, 2 to 5 one each.
  const error = Math.sqrt((9 / 10) * 6 * (1 / 18) ** 2);
  const h = studentCritical(9) * error;
  const rank = Math.floor(20 * (0.5 - h));
  const { value, low, high } = medianEstimate(values, clusters);
  expect([value, low, high]).toEqual([10.5, rank, 21 - rank]);
});

test('no interval where clusters are too few, and the independent one beside it', () => {
  const few = clustersOf(rowsOf('aabbaa', 'pppppp'));
  const values = [1, 2, 3, 4, 5, 9];
  expect(meanEstimate(values, few)).toMatchObject({
    low: null,
    high: null,
    independent: { low: expect.any(Number) as number },
  });
  expect(medianEstimate(values, few)).toMatchObject({ value: 3.5, low: null, high: null });
  expect(shareEstimate([true, false, true, true, true, false], few)).toMatchObject({ low: null });
  expect(meanEstimate([], clustersOf([]))).toMatchObject({ value: null, low: null });
});

describe('against really leaving clusters out', () => {
  const draw = normalDraws('leave out');
  const n = 60;
  const organisation = Array.from({ length: n }, (_, i) => String((i * 7) % 11));
  const lineage = Array.from({ length: n }, (_, i) => String(Math.floor(i / 8)));
  const rows = organisation.map((each, i) => ({ organisation: each, lineage: lineage[i]! }));
  const clusters = clustersOf(rows);
  const effects = new Map([...organisation, ...lineage].map((key) => [key, draw()]));
  const x = times(n, (i) => 3 + draw() + effects.get(lineage[i]!)!);
  const y = times(n, (i) => 5 + x[i]! + draw() + effects.get(organisation[i]!)!);
  const t = studentCritical(freedomOf(clusters)!);

  /** The error by its definition: the statistic computed anew without each cluster. */
  function errorOf(statistic: (kept: readonly number[]) => number): number {
    const all = times(n, (i) => i);
    const whole = statistic(all);
    const variance = ({ of, count }: Grouping) =>
      ((count - 1) / count) *
      times(count, (g) => (statistic(all.filter((i) => of[i] !== g)) - whole) ** 2).reduce((a, b) => a + b);
    const [o, l, b] = [clusters.organisations, clusters.lineages, clusters.both].map(variance) as [
      number,
      number,
      number,
    ];
    return Math.sqrt(Math.max(o + l - b, o, l));
  }
  const pick = (values: readonly number[], kept: readonly number[]) => kept.map((i) => values[i]!);
  const half = ({ low, high }: Estimate) => (high! - low!) / 2;

  test('a mean, a slope, a ratio', () => {
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
    expect(half(meanEstimate(y, clusters))).toBeCloseTo(t * errorOf((kept) => mean(pick(y, kept))), 10);
    const slope = errorOf((kept) => fitLine(pick(x, kept), pick(y, kept))!.slope);
    expect(half(slopeEstimate(x, y, clusters))).toBeCloseTo(t * slope, 10);
    const ratio = errorOf((kept) => mean(pick(y, kept)) / mean(pick(x, kept)));
    expect(half(pooledRatio(y, x, clusters))).toBeCloseTo(t * ratio, 10);
  });

  test('a term of some rows is one that is zero in the others', () => {
    const group = times(n, (i) => (i % 3 === 0 ? 1 : 0));
    const rows = Int32Array.from(times(n, (i) => i).filter((i) => group[i] === 1));
    const sparse = { rows, adds: Float64Array.from(rows, (row) => y[row]!) };
    const dense = y.map((each, i) => each * group[i]!);
    const of = (sums: Float64Array) => sums[0]! / sums[1]!;
    expect(jackknifeError(clusters, [sparse, y], of)).toBe(jackknifeError(clusters, [dense, y], of));
    const ratio = errorOf(
      (kept) => pick(dense, kept).reduce((a, b) => a + b) / pick(y, kept).reduce((a, b) => a + b),
    );
    expect(jackknifeError(clusters, [sparse, y], of)).toBeCloseTo(ratio, 10);
  });

  test('R² and a rank correlation on the scale of Fisher’s z', () => {
    const z = errorOf((kept) => Math.atanh(Math.sqrt(fitLine(pick(x, kept), pick(y, kept))!.r2!)));
    const r2 = r2Estimate(x, y, clusters);
    expect(Math.atanh(Math.sqrt(r2.high!))).toBeCloseTo(Math.atanh(Math.sqrt(r2.value!)) + t * z, 10);
    const [ranksX, ranksY] = [midRanks(x), midRanks(y)].map((ranks) => [...ranks]) as [number[], number[]];
    const ofRanks = errorOf((kept) =>
      Math.atanh(Math.sqrt(fitLine(pick(ranksX, kept), pick(ranksY, kept))!.r2!)),
    );
    const rho = spearmanOfRanks(deviationsOf(ranksX), deviationsOf(ranksY), clusters);
    expect(Math.atanh(rho.low!)).toBeCloseTo(Math.atanh(rho.value!) - t * ofRanks, 10);
  });

  test('the share of the first component', () => {
    const columns = [x, y, y.map((value, i) => value + 2 * x[i]! + draw())];
    const error = errorOf(
      (kept) => principalComponents(columns.map((column) => pick(column, kept)))!.shares[0]!,
    );
    const found = firstComponentShare(columns, clusters);
    expect(found.value! - found.low!).toBeCloseTo(t * error, 8);
  });

  test('a difference of means counts a cluster of both sides once', () => {
    const first = times(n, (i) => i).filter((i) => i % 3 === 0);
    const second = times(n, (i) => i).filter((i) => i % 3 > 0);
    const mean = (kept: readonly number[]) => pick(y, kept).reduce((a, b) => a + b, 0) / kept.length;
    const error = errorOf(
      (kept) => mean(kept.filter((i) => i % 3 === 0)) - mean(kept.filter((i) => i % 3 > 0)),
    );
    const sides = [first, second].map((side) => clustersOf(side.map((i) => rows[i]!)));
    const [a, b] = sides as [(typeof sides)[0], (typeof sides)[0]];
    const found = meanDifferenceEstimate(pick(y, first), pick(y, second), [a, b]);
    // The union stands in another order, which changes nothing but the last digits.
    expect(half(found)).toBeCloseTo(studentCritical(Math.min(freedomOf(a)!, freedomOf(b)!)) * error, 10);
    // It says the clusters of the side that its freedom is of, and not those of all rows.
    expect(freedomOf(a)).toBeLessThan(freedomOf(b)!);
    expect(found.clusters).toEqual({ ...a.effective, together: 'both' });
    expect(meanDifferenceEstimate(pick(y, second), pick(y, first), [b, a]).clusters).toEqual(found.clusters);
  });

  test('the share that a plane explains, near to what refitting it gives', () => {
    const other = times(n, () => draw());
    const kept = errorOf((rows) =>
      Math.atanh(Math.sqrt(fitMultiple([pick(x, rows), pick(other, rows)], pick(y, rows))!.r2!)),
    );
    const found = explainedEstimate(fitMultiple([x, other], y), y, clusters);
    const reach = Math.atanh(Math.sqrt(found.high!)) - Math.atanh(Math.sqrt(found.value!));
    expect(reach / (t * kept)).toBeGreaterThan(0.9);
    expect(reach / (t * kept)).toBeLessThan(1.05);
  });

  test('the slope of a median line, near to what refitting it gives', () => {
    const error = errorOf((rows) => fitQuantileLine(pick(x, rows), pick(y, rows), 0.5)!.slope);
    const found = half(quantileSlopeEstimate(x, y, 0.5, clusters)) / (t * error);
    expect(found).toBeGreaterThan(0.7);
    expect(found).toBeLessThan(1.4);
  });
});

test('a share: Wilson’s interval at the rows that its error leaves', () => {
  // Every row a cluster both ways: V = n / (n − 1) · p (1 − p) · 1 / n … as of independent rows, t for z.
  const hits = times(400, (i) => i).map((i) => i % 4 === 0);
  const each = clustersOf(hits.map((_, i) => ({ organisation: String(i), lineage: String(i) })));
  const found = shareEstimate(hits, each);
  const wilson = proportion(100, 400);
  expect(found.low).toBeCloseTo(wilson.low!, 3);
  expect(found.high).toBeCloseTo(wilson.high!, 3);
  expect(found.independent).toEqual({ low: wilson.low, high: wilson.high });
});

test('where all rows agree each effective cluster counts once, by hand', () => {
  // Three clusters: n* = 3 (1.959964 / 4.302653)² = 0.622515, and n* / (n* + z²) = 0.139452.
  const clusters = clustersOf(rowsOf('aabbcc', 'ppqqrr'));
  const all = shareEstimate(
    times(6, () => 0).map(() => true),
    clusters,
  );
  expect(all).toMatchObject({ value: 1, high: 1 });
  expect(all.low).toBeCloseTo(0.139452, 5);
});

test('rows that follow their cluster make the interval as wide as the clusters alone would', () => {
  const hits = times(400, (i) => i).map((i) => i < 200);
  const of = (rows: readonly boolean[], size: number) =>
    shareEstimate(
      rows,
      clustersOf(
        rows.map((_, i) => ({
          organisation: String(Math.floor(i / size)),
          lineage: String(Math.floor(i / size)),
        })),
      ),
    );
  const alike = of(hits, 20);
  const alone = of(
    times(20, (i) => i).map((i) => i < 10),
    1,
  );
  expect(alike.low).toBeCloseTo(alone.low!, 10);
  expect(alike.high! - alike.low!).toBeGreaterThan(0.3);
});

describe('an interval is no narrower than that of independent rows', () => {
  test('clusters whose means are one leave the mean as unsure as strangers would, by hand', () => {
    // Mean 2, and 2 without any cluster: no error between them. Independent: s² = 6 / 5, the error √0.2.
    const values = [1, 3, 1, 3, 1, 3];
    const told = meanEstimate(values, clustersOf(rowsOf('aabbcc', 'ppqqrr')));
    const reach = 2.570581835636314 * Math.sqrt(0.2);
    expect(told.low).toBeCloseTo(2 - reach, 10);
    expect(told.high).toBeCloseTo(2 + reach, 10);
    expect(told.independent).toEqual({ low: told.low, high: told.high });
  });

  test('each end by itself, and as it is where the clusters are wider or either has no bounds', () => {
    const floored = (low: number | null, high: number | null, alone: [number | null, number | null]) =>
      atLeastIndependent({ low, high }, { low: alone[0], high: alone[1] });
    expect(floored(1, 9, [2, 10])).toEqual({ low: 1, high: 10 });
    expect(floored(3, 11, [2, 10])).toEqual({ low: 2, high: 11 });
    expect(floored(1, 11, [2, 10])).toEqual({ low: 1, high: 11 });
    expect(floored(null, null, [2, 10])).toEqual({ low: null, high: null });
    expect(floored(3, 9, [null, null])).toEqual({ low: 3, high: 9 });
  });

  test('beside it stands the interval of independent rows as it was', () => {
    const clusters = clustersOf(rowsOf('abc', 'abc'));
    expect(withClusters({ value: 5, n: 3, low: 2, high: 8 }, clusters, [4, 9])).toMatchObject({
      value: 5,
      low: 2,
      high: 9,
      independent: { low: 2, high: 8 },
    });
    expect(withClusters({ value: 5, n: 3, low: 2, high: 8 }, clusters, null)).toMatchObject({
      low: null,
      high: null,
    });
  });
});

test('a quantile far out has no interval where its rank would lie outside the rows', () => {
  const clusters = clustersOf(rowsOf('abcdefghij', 'abcdefghij'));
  expect(
    quantileEstimate(
      times(10, (i) => i),
      0.9,
      clusters,
    ),
  ).toMatchObject({ low: null, high: null });
});
