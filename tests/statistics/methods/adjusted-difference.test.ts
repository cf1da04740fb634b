import { describe, expect, test } from 'vitest';
import { adjustedDifference } from '../../../src/statistics/methods/adjusted-difference.ts';
import { freedomOf, clustersOf } from '../../../src/statistics/methods/clusters.ts';
import { meanDifferenceEstimate } from '../../../src/statistics/methods/difference.ts';
import { fitMultiple } from '../../../src/statistics/methods/multiple.ts';
import { studentCritical } from '../../../src/statistics/methods/student.ts';
import { normalDraws, times } from './made-data.ts';
import { seededRandom } from '../../../src/statistics/methods/random.ts';

const alone = (n: number) => times(n, (i) => i).map((i) => ({ organisation: `o${i}`, lineage: `l${i}` }));

test('the difference within two classes, weighted by what each can tell, by hand', () => {
  // Class a: 3 against 1 and 1, weight 1 · 2 / 3; class b: 10 against 4, weight 1 · 1 / 2. (2 · ⅔ + 6 · ½) / (⅔ + ½).
  const { value, n } = adjustedDifference(
    [true, false, false, true, false],
    [3, 1, 1, 10, 4],
    { classes: [['a', 'a', 'a', 'b', 'b']] },
    alone(5),
  );
  expect(value).toBeCloseTo(26 / 7, 12);
  expect(n).toBe(5);
});

test('the difference beside a straight line, by hand', () => {
  // y = 2 x + 5 for the group and 2 x for the others, whatever x they have.
  const x = [1, 2, 3, 7, 9, 4];
  const group = [true, false, true, false, true, false];
  const y = x.map((each, i) => 2 * each + (group[i] ? 5 : 0));
  expect(adjustedDifference(group, y, { numbers: [x] }, alone(6)).value).toBeCloseTo(5, 10);
});

test('with nothing held it is the difference of means, with the same clustered interval', () => {
  const draw = normalDraws('nothing held');
  const group = times(40, (i) => Number(i % 3 === 0)).map(Boolean);
  const rows = times(40, (i) => i).map((i) => ({ organisation: `o${i % 9}`, lineage: `l${i % 7}` }));
  const y = times(40, draw);
  const of = <T>(column: readonly T[], side: boolean) => column.filter((_, i) => group[i] === side);
  const expected = meanDifferenceEstimate(of(y, true), of(y, false), [
    clustersOf(of(rows, true)),
    clustersOf(of(rows, false)),
  ]);
  const { value, low, high, clusters } = adjustedDifference(group, y, {}, rows);
  expect([value, low, high]).toEqual(
    [expected.value, expected.low, expected.high].map((each) => expect.closeTo(each!, 10) as number),
  );
  expect(clusters).toEqual(expected.clusters);
});

describe('on made data with a number and two columns of classes', () => {
  const n = 120;
  const [draw, random] = [normalDraws('adjusted'), seededRandom('adjusted classes')];
  const pick = (count: number) => Math.floor(random() * count);
  const rows = times(n, () => 0).map(() => ({ organisation: `o${pick(12)}`, lineage: `l${pick(9)}` }));
  const months = times(n, () => pick(5)).map(String);
  // One class is a single row, one a single organisation.
  months[0] = 'alone';
  const kinds = rows.map(({ organisation }) => (organisation === 'o1' ? 'own' : `k${pick(2)}`));
  const group = times(n, () => random()).map((each) => each < 0.4);
  const x = times(n, draw);
  const y = times(n, (i) => x[i]! + Number(months[i]!.charCodeAt(0) % 5) + (group[i] ? 2 : 0) + draw());
  const held = { numbers: [x], classes: [months, kinds] };
  const found = adjustedDifference(group, y, held, rows);

  /** The coefficient by another solver, over the rows that are kept: columns of what is among them. */
  const refit = (kept: readonly number[]) => {
    const of = <T>(column: readonly T[]) => kept.map((i) => column[i]!);
    const dummies = [months, kinds].flatMap((column) => {
      const classes = of(column);
      return [...new Set(classes)].slice(1).map((name) => classes.map((each) => Number(each === name)));
    });
    return fitMultiple([of(group).map(Number), of(x), ...dummies], of(y))!.slopes[0]!;
  };
  const all = times(n, (i) => i);
  const leftOut = (key: (row: number) => string | number) => {
    const groups = [...Map.groupBy(all, key).values()];
    const squares = groups.map((out) => (refit(all.filter((i) => !out.includes(i))) - found.value!) ** 2);
    return { count: groups.length, sum: squares.reduce((a, b) => a + b, 0) };
  };

  test('the coefficient is that of another solver', () => {
    expect(found.value).toBeCloseTo(refit(all), 10);
  });

  test('the clustered interval is that of really fitting again without each cluster', () => {
    const variance = (key: (row: number) => string) => {
      const { count, sum } = leftOut(key);
      return ((count - 1) / count) * sum;
    };
    const organisations = variance((i) => rows[i]!.organisation);
    const lineages = variance((i) => rows[i]!.lineage);
    const both = variance((i) => `${rows[i]!.organisation} ${rows[i]!.lineage}`);
    const error = Math.sqrt(Math.max(organisations + lineages - both, organisations, lineages));
    const freedoms = [true, false].map((side) =>
      freedomOf(clustersOf(rows.filter((_, i) => group[i] === side))),
    );
    const reach = studentCritical(Math.min(...freedoms.map(Number))) * error;
    expect(found.high! - found.value!).toBeCloseTo(reach, 8);
    expect(found.value! - found.low!).toBeCloseTo(reach, 8);
  });

  test('the independent interval is HC3: what leaving out each row moves', () => {
    // An intercept, x, five further months, two further kinds and the group.
    const months_ = new Set(months).size;
    const freedom = n - (1 + 1 + (months_ - 1) + (new Set(kinds).size - 1) + 1);
    const reach = studentCritical(freedom) * Math.sqrt(leftOut((i) => i).sum);
    expect(found.independent!.high! - found.value!).toBeCloseTo(reach, 8);
  });

  test('a class of one row takes nothing from the others', () => {
    const rest = all.slice(1);
    const of = <T>(column: readonly T[]) => rest.map((i) => column[i]!);
    const without = adjustedDifference(
      of(group),
      of(y),
      { numbers: [of(x)], classes: [of(months), of(kinds)] },
      of(rows),
    );
    expect(found.value).toBeCloseTo(without.value!, 10);
  });

  test('a column that is held twice, and one that is constant, change nothing', () => {
    const twice = adjustedDifference(
      group,
      y,
      { numbers: [x, x, times(n, () => 3)], classes: [months, kinds, months] },
      rows,
    );
    expect(twice.value).toBeCloseTo(found.value!, 9);
    expect(twice.low).toBeCloseTo(found.low!, 9);
  });
});

test('null where there is nothing to compare or the group follows from what is held', () => {
  const y = [1, 2, 3, 4, 5, 7];
  const nothing = { value: null, low: null, high: null };
  const group = [true, true, false, false, true, false];
  const both = (names: string) => ({ classes: [[...names]] });
  expect(adjustedDifference(times(6, () => 0).map(Boolean), y, {}, alone(6))).toMatchObject(nothing);
  expect(adjustedDifference(times(6, () => 1).map(Boolean), y, {}, alone(6))).toMatchObject(nothing);
  expect(adjustedDifference(group, y, both('aabbab'), alone(6))).toMatchObject(nothing);
  expect(adjustedDifference([], [], {}, [])).toMatchObject({ ...nothing, n: 0 });
});

test('no interval where one side has too few clusters, or one row alone determines the difference', () => {
  const y = [1, 2, 3, 4, 5, 7, 4, 2];
  const one = adjustedDifference([true, ...times(7, () => 0).map(Boolean)], y, {}, alone(8));
  expect(one.value).toBeCloseTo(1 - 27 / 7, 12);
  expect(one).toMatchObject({ low: null, high: null, independent: { low: null, high: null } });
});

test('columns of another length and values that are no numbers are refused', () => {
  expect(() => adjustedDifference([true], [1, 2], {}, alone(2))).toThrow(RangeError);
  expect(() => adjustedDifference([true, false], [1, NaN], {}, alone(2))).toThrow(RangeError);
  expect(() => adjustedDifference([true, false], [1, 2], { classes: [['a']] }, alone(2))).toThrow(RangeError);
});
