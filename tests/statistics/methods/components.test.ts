import { expect, test } from 'vitest';
import { bootstrapInterval } from './bootstrap.ts';
import { firstComponentShare, principalComponents } from '../../../src/statistics/methods/components.ts';
import { coverage, normalDraws, times } from './made-data.ts';

/** k columns that share a factor with these loadings; `shape` makes the draws skewed or heavy-tailed. */
function factorColumns(
  seed: string,
  n: number,
  loadings: readonly number[],
  shape: (draw: number) => number = (draw) => draw,
): number[][] {
  const draw = normalDraws(seed);
  const factor = times(n, () => shape(draw()));
  return loadings.map((loading) =>
    factor.map((f) => loading * f + Math.sqrt(1 - loading ** 2) * shape(draw())),
  );
}

test('two columns: the first component carries (1 + |r|) / 2', () => {
  // Deviations −1, 0, 1 and −2, −1, 3: r = 5 / √28.
  const r = 5 / Math.sqrt(28);
  const columns = [
    [1, 2, 3],
    [0, 1, 5],
  ];
  expect(firstComponentShare(columns)).toMatchObject({ n: 3, low: null, high: null });
  expect(firstComponentShare(columns).value).toBeCloseTo((1 + r) / 2, 13);
  const components = principalComponents(columns)!;
  expect(components.shares[1]).toBeCloseTo((1 - r) / 2, 13);
  // Both loadings 1/√2; the first row is −1/√(2/3) and −2/√(14/3) in standard units.
  expect(components.scores[0]![0]).toBeCloseTo(
    (-1 / Math.sqrt(2 / 3) - 2 / Math.sqrt(14 / 3)) / Math.SQRT2,
    13,
  );
});

test('three columns, from numpy.linalg.eigh of numpy.corrcoef, an independent computation', () => {
  const components = principalComponents([
    [1, 2, 4, 3, 7, 5, 6, 9],
    [2, 1, 3, 5, 6, 4, 8, 7],
    [9, 1, 5, 2, 6, 8, 3, 4],
  ])!;
  components.values.forEach((value, i) =>
    expect(value).toBeCloseTo([1.84250468, 0.98212544, 0.17536988][i]!, 7),
  );
  components.vectors[0]!.forEach((loading, i) => {
    expect(loading).toBeCloseTo([0.69296943, 0.70210909, -0.16381755][i]!, 7);
  });
});

test('the variance of a score is its eigenvalue, and scores are uncorrelated', () => {
  const { scores, values } = principalComponents(factorColumns('scores', 200, [0.9, 0.7, 0.4]))!;
  scores.forEach((first, i) =>
    scores.forEach((second, j) => {
      const product = first.reduce((total, score, row) => total + score * second[row]!, 0) / 200;
      expect(product).toBeCloseTo(i === j ? values[i]! : 0, 11);
    }),
  );
});

test('no columns, one column, constant columns, few rows, columns of unequal length', () => {
  expect(firstComponentShare([])).toEqual({ value: null, n: 0, low: null, high: null });
  expect(firstComponentShare([[], []])).toEqual({ value: null, n: 0, low: null, high: null });
  expect(firstComponentShare([[1, 2, 3, 4]])).toEqual({ value: 1, n: 4, low: null, high: null });
  expect(
    firstComponentShare([
      [1, 2, 3],
      [5, 5, 5],
    ]),
  ).toEqual({ value: null, n: 3, low: null, high: null });
  expect(
    firstComponentShare([
      [1, 2],
      [3, 1],
    ]),
  ).toMatchObject({ n: 2, low: null, high: null });
  expect(() => firstComponentShare([[1, 2], [1]])).toThrow('rows');
});

test.each([
  ['normal', (draw: number) => draw],
  ['skewed', (draw: number) => Math.exp(draw / 2)],
])('the delta-method interval is as wide as the bootstrap one on %s data, within 10 %%', (name, shape) => {
  const columns = factorColumns(name, 400, [0.9, 0.8, 0.6, 0.5], shape);
  const { low, high } = firstComponentShare(columns);
  const bootstrap = bootstrapInterval(
    400,
    (rows) => {
      const resampled = columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
      return principalComponents(resampled)?.shares[0] ?? null;
    },
    { seed: name },
  );
  const width = high! - low!;
  expect(Math.abs((bootstrap.high! - bootstrap.low!) / width - 1)).toBeLessThan(0.1);
  // And lies in the same place, within a tenth of the width.
  expect(Math.abs(bootstrap.low! - low!)).toBeLessThan(0.1 * width);
  expect(Math.abs(bootstrap.high! - high!)).toBeLessThan(0.1 * width);
});

test('covers the true share', () => {
  let round = 0;
  // Two columns with a factor of loadings .8: correlation .64, share .82.
  const share = coverage(1000, 0.82, () => {
    return firstComponentShare(factorColumns(`round ${round++}`, 400, [0.8, 0.8]));
  });
  expect(share).toBeGreaterThan(0.93);
  expect(share).toBeLessThan(0.97);
});
