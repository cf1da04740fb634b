import { describe, expect, it } from 'vitest';
import {
  clusteredVariance,
  clustersOf,
  freedomOf,
  type Clustered,
} from '../../../src/statistics/methods/clusters.ts';
import { meanEstimate } from '../../../src/statistics/methods/mean.ts';
import { askingShifts } from '../../../src/statistics/methods/shifts.ts';
import { sliceDifference, type SliceEstimate } from '../../../src/statistics/methods/slice-difference.ts';
import { studentCritical } from '../../../src/statistics/methods/student.ts';

interface Model extends Clustered {
  y: number;
}
const model = (organisation: string, lineage: string, y: number): Model => ({ organisation, lineage, y });
const valuesOf = (rows: readonly Model[]) => rows.map(({ y }) => y);

/** The mean of some models as a slice answers it. */
function meanOf(rows: readonly Model[]): SliceEstimate {
  const [estimate, told] = askingShifts(() => meanEstimate(valuesOf(rows), clustersOf(rows)));
  return { estimate, ...told(estimate)! };
}

const mean = (values: readonly number[]) => values.reduce((total, each) => total + each, 0) / values.length;

/** The same difference by leaving out each cluster of the union from both slices, one after the other. */
function recomputed(a: readonly Model[], b: readonly Model[]) {
  const value = mean(valuesOf(a)) - mean(valuesOf(b));
  const union = [...a, ...b];
  const variance = (key: (row: Model) => string) => {
    const groups = [...new Set(union.map(key))];
    const squares = groups.map((group) => {
      const left = (rows: readonly Model[]) => mean(valuesOf(rows.filter((row) => key(row) !== group)));
      return (left(a) - left(b) - value) ** 2;
    });
    return ((groups.length - 1) / groups.length) * squares.reduce((total, each) => total + each, 0);
  };
  const [organisations, lineages, both] = [
    variance((row) => String(row.organisation)),
    variance((row) => String(row.lineage)),
    variance((row) => `${row.organisation} ${row.lineage}`),
  ];
  const squared = Math.max(organisations + lineages - both, organisations, lineages);
  const freedom = Math.min(freedomOf(clustersOf(a))!, freedomOf(clustersOf(b))!);
  const reach = studentCritical(freedom) * Math.sqrt(squared);
  return { value, low: value - reach, high: value + reach };
}

// Four makers with two lineages each, of which the makers p, q, r, s share some.
const models = ['p', 'q', 'r', 's', 't', 'u'].flatMap((maker, i) =>
  ['k', 'l', 'm', 'n'].map((lineage, j) => model(maker, lineage, ((7 * i + 5 * j * j) % 11) + i * j)),
);

describe('the difference of two slices', () => {
  it('is what the means are apart, with the rows of both counted', () => {
    const [a, b] = [models.slice(0, 12), models.slice(12)];
    const { value, n } = sliceDifference(meanOf(a), meanOf(b));
    expect(value).toBeCloseTo(mean(valuesOf(a)) - mean(valuesOf(b)), 12);
    expect(n).toBe(24);
  });

  it('is 0 with an interval of no width between a slice and itself', () => {
    expect(sliceDifference(meanOf(models), meanOf([...models]))).toMatchObject({ value: 0, low: 0, high: 0 });
  });

  it.each([
    ['apart', models.slice(0, 12), models.slice(12)],
    ['with rows in common', models.slice(0, 18), models.slice(8)],
    ['one within the other', models.slice(0, 14), models],
    ['with one lineage less', models.filter(({ lineage }) => lineage !== 'k'), models],
  ])('of slices %s has the interval of leaving clusters out of both at once', (_, a, b) => {
    const { value, low, high } = sliceDifference(meanOf(a), meanOf(b));
    const again = recomputed(a, b);
    expect(value).toBeCloseTo(again.value, 12);
    expect(low).toBeCloseTo(again.low, 10);
    expect(high).toBeCloseTo(again.high, 10);
  });

  it('by hand: three makers of one model in each slice, alike lineages apart', () => {
    // Each slice has its own makers and lineages, so that every model is a cluster: six of them.
    const a = [1, 2, 6].map((y, i) => model(`a${i}`, `x${i}`, y));
    const b = [4, 4, 7].map((y, i) => model(`b${i}`, `z${i}`, y));
    // Means 3 and 5. Without 1, 2, 6 the first is 4, 3.5, 1.5: shifts 1, 0.5, −1.5, squares 3.5; without 4, 4, 7 the
    // second is 5.5, 5.5, 4: shifts 0.5, 0.5, −1, squares 1.5. 5/6 of 5 is the variance between organisations.
    const { value, low, high } = sliceDifference(meanOf(a), meanOf(b));
    expect(value).toBe(-2);
    const reach = studentCritical(2) * Math.sqrt((5 / 6) * 5);
    expect(low).toBeCloseTo(-2 - reach, 12);
    expect(high).toBeCloseTo(-2 + reach, 12);
  });

  it('adds the variances of slices without a cluster in common, but for the count of clusters', () => {
    const own = (rows: readonly Model[], name: string) =>
      rows.map(({ organisation, lineage, y }) => model(`${name}${organisation}`, `${name}${lineage}`, y));
    const [a, b] = [own(models.slice(0, 16), 'a'), own(models.slice(4), 'b')];
    const squares = (rows: readonly Model[]) => (grouping: { of: Int32Array; count: number }) => {
      const { shifts } = meanOf(rows);
      return shifts(grouping).reduce((total, shift) => total + shift ** 2, 0);
    };
    const alone = [a, b].map((rows) => clustersOf(rows));
    const expected = (name: 'organisations' | 'lineages' | 'both') => {
      const sum = squares(a)(alone[0]![name]) + squares(b)(alone[1]![name]);
      const count = alone[0]![name].count + alone[1]![name].count;
      return ((count - 1) / count) * sum;
    };
    const [organisations, lineages, both] = [
      expected('organisations'),
      expected('lineages'),
      expected('both'),
    ];
    const variance = Math.max(organisations + lineages - both, organisations, lineages);
    const reach = studentCritical(Math.min(...alone.map((each) => freedomOf(each)!))) * Math.sqrt(variance);
    const { value, high } = sliceDifference(meanOf(a), meanOf(b));
    expect(high! - value!).toBeCloseTo(reach, 10);
  });

  it('has no interval where one cluster is a whole slice, or where clusters are too few', () => {
    const lone = models.filter(({ organisation }) => organisation === 'p');
    expect(sliceDifference(meanOf(lone), meanOf(models))).toMatchObject({ low: null, high: null });
    const two = models.slice(0, 2);
    expect(sliceDifference(meanOf(two), meanOf(two))).toMatchObject({ value: 0, low: null, high: null });
  });
});

it('shifts within a slice are those that its own interval is made of', () => {
  const { estimate, rows, shifts } = meanOf(models);
  const clusters = clustersOf(rows);
  const variance = clusteredVariance(clusters, (grouping) => {
    const squares = shifts(grouping).reduce((total, shift) => total + shift ** 2, 0);
    return ((grouping.count - 1) / grouping.count) * squares;
  });
  const reach = studentCritical(freedomOf(clusters)!) * Math.sqrt(variance!);
  expect(estimate.high! - estimate.value!).toBeCloseTo(reach, 12);
});
