import { expect, test } from 'vitest';
import { clustersOf } from '../../../src/statistics/methods/clusters.ts';
import { betweenShare } from '../../../src/statistics/methods/between-share.ts';
import { explainedShares, residualsOf } from '../../../src/statistics/methods/explained-shares.ts';
import { fitMultiple } from '../../../src/statistics/methods/multiple.ts';
import { normalDraws } from './made-data.ts';

const alone = (n: number) => Array.from({ length: n }, (_, i) => ({ organisation: i, lineage: i }));
const values = (shares: ReturnType<typeof explainedShares>) => shares.map(({ value }) => value!);

test('two columns at right angles have what each explains, by hand', () => {
  // y = 2a + b + rest with a, b, rest ±1 and at right angles: 4, 1 and 1 of 6 parts.
  const a = [1, 1, 1, 1, -1, -1, -1, -1];
  const b = [1, 1, -1, -1, 1, 1, -1, -1];
  const rest = [1, -1, 1, -1, 1, -1, 1, -1];
  const y = a.map((each, i) => 2 * each + b[i]! + rest[i]!);
  const adjusted = (sse: number, columns: number) => 1 - sse / (7 - columns) / (6 / 7);
  const [first, second, both] = values(
    explainedShares([{ numbers: a }, { classes: b.map(String) }], y, alone(8)),
  );
  const [onlyA, onlyB, all] = [adjusted(2, 1), adjusted(5, 1), adjusted(1, 2)];
  expect(first).toBeCloseTo((onlyA + all - onlyB) / 2, 12);
  expect(second).toBeCloseTo((onlyB + all - onlyA) / 2, 12);
  expect(both).toBeCloseTo(all, 12);
  expect(first! + second!).toBeCloseTo(both!, 12);
});

const made = (n: number) => {
  const draw = normalDraws('explained shares');
  const rows = Array.from({ length: n }, (_, i) => {
    const size = draw();
    return {
      organisation: `o${i % 9}`,
      lineage: `l${i % 5}`,
      size,
      kind: 'abcd'[(i * 7) % 4]!,
      month: size > 0.3 ? 'late' : 'early',
      y: 2 * size + (i % 9) / 3 + draw(),
    };
  });
  return rows;
};
const groupsOf = (rows: ReturnType<typeof made>) => [
  { classes: rows.map(({ kind }) => kind) },
  { classes: rows.map(({ month }) => month) },
  { numbers: rows.map(({ size }) => size) },
];
const sharesOf = (rows: ReturnType<typeof made>) =>
  explainedShares(
    groupsOf(rows),
    rows.map(({ y }) => y),
    rows,
  );

/** The shares by fits of their own, over all orders of the groups. */
function byOrders(rows: ReturnType<typeof made>): number[] {
  const columns = groupsOf(rows).map((group) =>
    'numbers' in group
      ? [group.numbers!]
      : [...new Set(group.classes)]
          .slice(1)
          .map((name) => group.classes.map((each) => Number(each === name))),
  );
  const y = rows.map((row) => row.y);
  const adjusted = (groups: readonly number[]) => {
    const taken = groups.flatMap((g) => columns[g]!);
    if (taken.length === 0) return 0;
    return 1 - ((1 - fitMultiple(taken, y)!.r2!) * (y.length - 1)) / (y.length - 1 - taken.length);
  };
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  const shares = [0, 0, 0];
  for (const order of orders)
    order.forEach((group, at) => {
      shares[group]! += (adjusted(order.slice(0, at + 1)) - adjusted(order.slice(0, at))) / orders.length;
    });
  return [...shares, adjusted([0, 1, 2])];
}

test('a second implementation, by all orders and fits from the rows', () => {
  const rows = made(60);
  values(sharesOf(rows)).forEach((share, g) => expect(share).toBeCloseTo(byOrders(rows)[g]!, 10));
});

test('the order of the rows and the unit of the columns change nothing', () => {
  const rows = made(60);
  const found = values(sharesOf(rows));
  values(sharesOf(rows.toReversed())).forEach((share, g) => expect(share).toBeCloseTo(found[g]!, 10));
  const scaled = rows.map((row) => ({ ...row, size: 100 + 3 * row.size, y: 5 - 2 * row.y }));
  values(sharesOf(scaled)).forEach((share, g) => expect(share).toBeCloseTo(found[g]!, 9));
});

test('the interval leaves every cluster out and fits anew', () => {
  const rows = made(60);
  const [shares, whole] = [sharesOf(rows), byOrders(rows)];
  const variance = (key: (row: (typeof rows)[number]) => string, g: number) => {
    const names = [...new Set(rows.map(key))];
    return (
      ((names.length - 1) / names.length) *
      names.reduce(
        (sum, name) => sum + (byOrders(rows.filter((row) => key(row) !== name))[g]! - whole[g]!) ** 2,
        0,
      )
    );
  };
  const { organisations, lineages } = clustersOf(rows).effective;
  expect([organisations, lineages].map((each) => Math.round(each))).toEqual([9, 5]);
  shares.forEach(({ value, low, high }, g) => {
    const [o, l, both] = [
      variance(({ organisation }) => organisation, g),
      variance(({ lineage }) => lineage, g),
      variance(({ organisation, lineage }) => `${organisation} ${lineage}`, g),
    ];
    // Student's 97.5 % point with 4 degrees of freedom.
    const reach = 2.7764451052 * Math.sqrt(Math.max(o + l - both, o, l));
    expect(high! - value!).toBeCloseTo(reach, 7);
    expect(value! - low!).toBeCloseTo(reach, 7);
  });
});

test('columns that follow from others add nothing; constant y has no shares', () => {
  const rows = made(40);
  const y = rows.map((row) => row.y);
  const size = { numbers: rows.map((row) => row.size) };
  const [first, second, all] = values(explainedShares([size, size], y, rows));
  expect(first).toBeCloseTo(second!, 9);
  expect(first! + second!).toBeCloseTo(all!, 12);
  const none = explainedShares(
    [size],
    rows.map(() => 3),
    rows,
  );
  expect(none.map(({ value, low }) => [value, low])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(() => explainedShares([size], y.slice(1), rows)).toThrow(RangeError);
});

test('residuals are those of another solver', () => {
  const rows = made(50);
  const groups = groupsOf(rows);
  const columns = [
    ...['b', 'c', 'd'].map((name) => rows.map(({ kind }) => Number(kind === name))),
    rows.map(({ month }) => Number(month === 'late')),
    rows.map(({ size }) => size),
  ];
  const fit = fitMultiple(
    columns,
    rows.map(({ y }) => y),
  )!;
  residualsOf(
    groups,
    rows.map(({ y }) => y),
  ).forEach((residual, i) => expect(residual).toBeCloseTo(fit.residuals[i]!, 9));
});

test('variance between organisations, by hand', () => {
  // Means 2 and 6 of two each, squares within 1 + 1 and 1 + 1: between 16 with 1 degree, within 4 with 2.
  const residuals = [1, 3, 5, 7];
  const rows = ['a', 'a', 'b', 'b'].map((organisation) => ({ organisation, lineage: 'l' }));
  // σ² between is (16 − 2) / 2; the variance of y is 20/3.
  const { value, low } = betweenShare(residuals, residuals, rows);
  expect(value).toBeCloseTo(7 / (20 / 3), 12);
  expect(low).toBeNull();
  expect(betweenShare([1, 2], [1, 2], rows.slice(1, 3)).value).toBeNull();
});

test('the interval of the variance between is that of leaving clusters out', () => {
  const rows = made(60);
  const y = rows.map((row) => row.y);
  const share = betweenShare(y, y, rows);
  const again = (kept: typeof rows) =>
    (betweenShare(
      kept.map((row) => row.y),
      kept.map((row) => row.y),
      kept,
    ).value! *
      varianceOf(kept.map((row) => row.y))) /
    varianceOf(y);
  const variance = (key: (row: (typeof rows)[number]) => string) => {
    const names = [...new Set(rows.map(key))];
    return (
      ((names.length - 1) / names.length) *
      names.reduce(
        (sum, name) => sum + (again(rows.filter((row) => key(row) !== name)) - share.value!) ** 2,
        0,
      )
    );
  };
  const [o, l, both] = [
    variance(({ organisation }) => organisation),
    variance(({ lineage }) => lineage),
    variance(({ organisation, lineage }) => `${organisation} ${lineage}`),
  ];
  const reach = 2.7764451052 * Math.sqrt(Math.max(o + l - both, o, l));
  expect(share.high! - share.value!).toBeCloseTo(reach, 7);
});

function varianceOf(y: readonly number[]): number {
  const mean = y.reduce((a, b) => a + b, 0) / y.length;
  return y.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (y.length - 1);
}
