import { describe, expect, test } from 'vitest';
import {
  lineOfSums,
  partialPooling,
  type GroupLine,
} from '../../../src/statistics/methods/partial-pooling.ts';
import { fitLine } from '../../../src/statistics/methods/linear.ts';
import { normalDraws, times } from './made-data.ts';
import { seededRandom } from '../../../src/statistics/methods/random.ts';

/** The line through three points at −1, 0 and 1 whose residuals are e, −2 e and e: Sxx 2, squares 6 e². */
const ofThree = (slope: number, e = 1): GroupLine => ({ n: 3, slope, sxx: 2, residuals: 6 * e * e });

test('two slopes of three points each, by hand', () => {
  // Scatter² 12 ÷ 2 = 6, each slope's error² 6 ÷ 2 = 3. Slopes 1 and 5: 8 ÷ (τ² + 3) = 1, so τ² = 5 and B = ⅝.
  const pooled = partialPooling([ofThree(1), ofThree(5)])!;
  expect(pooled.common).toBeCloseTo(3, 12);
  expect(pooled.spread ** 2).toBeCloseTo(5, 10);
  expect(pooled.scatter ** 2).toBeCloseTo(6, 12);
  expect(pooled.freedom).toBe(2);
  // The weights are ⅛ each, so the common slope has the squared error 4; a shrunk one 3 · ⅝ + (⅜)² · 4.
  expect(pooled.commonError).toBeCloseTo(2, 10);
  expect(pooled.groups.map(({ shrunk }) => shrunk)).toEqual([
    expect.closeTo(1.75, 10),
    expect.closeTo(4.25, 10),
  ]);
  for (const group of pooled.groups) {
    expect(group.ownError ** 2).toBeCloseTo(3, 12);
    expect(group.weight).toBeCloseTo(5 / 8, 10);
    expect(group.shrunkError ** 2).toBeCloseTo(2.4375, 10);
  }
});

test('slopes that differ by no more than their errors are drawn together', () => {
  const pooled = partialPooling([ofThree(1), ofThree(2), ofThree(3)])!;
  expect(pooled.spread).toBe(0);
  expect(pooled.groups.map(({ shrunk, weight }) => [shrunk, weight])).toEqual([
    [2, 0],
    [2, 0],
    [2, 0],
  ]);
});

test('the surer slope keeps more of itself and counts for more', () => {
  const pooled = partialPooling([{ n: 5, slope: 0, sxx: 40, residuals: 6 }, ofThree(6), ofThree(4)])!;
  const [sure, unsure] = pooled.groups;
  expect(sure!.weight).toBeGreaterThan(unsure!.weight);
  expect(pooled.common).toBeLessThan(10 / 3);
  expect(sure!.shrunkError).toBeLessThan(sure!.ownError);
});

test('one group, or no point beyond the lines, determines nothing', () => {
  expect(partialPooling([ofThree(1)])).toBeNull();
  expect(
    partialPooling([
      { n: 2, slope: 1, sxx: 1, residuals: 0 },
      { n: 2, slope: 2, sxx: 1, residuals: 0 },
    ]),
  ).toBeNull();
  expect(partialPooling([ofThree(1, 0), ofThree(2, 0)])).toBeNull();
});

describe('on made families', () => {
  const [draw, random] = [normalDraws('families'), seededRandom('sizes of families')];
  const points = times(9, () => 3 + 1.5 * draw()).map((slope) =>
    times(3 + Math.floor(random() * 4), () => 6 * random()).map((x) => ({ x, y: 5 + slope * x + draw() })),
  );
  const sums = (family: (typeof points)[number]) =>
    family.reduce(
      (total, { x, y }) => [1, x, y, x * x, x * y, y * y].map((each, k) => each + total[k]!),
      [0, 0, 0, 0, 0, 0],
    );
  const lines = points.map((family) => lineOfSums(sums(family))!);
  const pooled = partialPooling(lines)!;

  test('a line of sums is the line of the points', () => {
    points.forEach((family, j) => {
      const fit = fitLine(
        family.map(({ x }) => x),
        family.map(({ y }) => y),
      )!;
      expect(lines[j]!.slope).toBeCloseTo(fit.slope, 9);
      const residuals = family.reduce(
        (total, { x, y }) => total + (y - fit.intercept - fit.slope * x) ** 2,
        0,
      );
      expect(lines[j]!.residuals).toBeCloseTo(residuals, 8);
      expect(lines[j]!.n).toBe(family.length);
    });
  });

  test('points of one size have no line', () => {
    expect(lineOfSums([3, 6, 10, 12, 20, 40])).toBeNull();
    expect(lineOfSums([1, 2, 3, 4, 6, 9])).toBeNull();
  });

  test('the spread is the one that halving finds', () => {
    const variance = lines.reduce((total, { residuals }) => total + residuals, 0) / pooled.freedom;
    const distance = (between: number) => {
      const weights = lines.map(({ sxx }) => 1 / (between + variance / sxx));
      const total = weights.reduce((a, b) => a + b, 0);
      const mean = lines.reduce((sum, { slope }, j) => sum + weights[j]! * slope, 0) / total;
      return lines.reduce((sum, { slope }, j) => sum + weights[j]! * (slope - mean) ** 2, 0);
    };
    let [low, high] = [0, 1000];
    for (let step = 0; step < 200; step++) {
      const middle = (low + high) / 2;
      if (distance(middle) > lines.length - 1) low = middle;
      else high = middle;
    }
    expect(low).toBeGreaterThan(0.1);
    expect(pooled.spread ** 2).toBeCloseTo(low, 9);
  });

  test('shrunk slopes are the mode of what slopes and points say together', () => {
    // Their squared distances from the own slopes and from the common one, each over its variance, are least.
    for (const { own, ownError, shrunk } of pooled.groups)
      expect((shrunk - own) / ownError ** 2 + (shrunk - pooled.common) / pooled.spread ** 2).toBeCloseTo(
        0,
        9,
      );
    const offset = pooled.groups.reduce((total, { shrunk }) => total + shrunk - pooled.common, 0);
    expect(offset).toBeCloseTo(0, 9);
  });

  test('neither the order of families nor the unit of the score matters', () => {
    const turned = partialPooling(lines.toReversed())!;
    expect(turned.common).toBeCloseTo(pooled.common, 12);
    expect(turned.groups.toReversed().map(({ shrunk }) => shrunk)).toEqual(
      pooled.groups.map(({ shrunk }) => expect.closeTo(shrunk, 12) as number),
    );
    const scaled = partialPooling(
      lines.map((line) => ({ ...line, slope: 10 * line.slope, residuals: 100 * line.residuals })),
    )!;
    expect(scaled.spread).toBeCloseTo(10 * pooled.spread, 8);
    expect(scaled.groups[0]!.shrunkError).toBeCloseTo(10 * pooled.groups[0]!.shrunkError, 8);
  });
});
