import { describe, expect, test } from 'vitest';
import { cut, density, endsOf, histogram } from '../../src/explorer/bins.ts';

const values = (...list: number[]) => Float64Array.from(list);

describe('the ends of an axis', () => {
  test('are the least and the greatest value that it shows', () => {
    expect(endsOf(values(3, Number.NaN, 0, 7), 'linear')).toEqual([0, 7]);
    expect(endsOf(values(3, Number.NaN, 0, -2, 7), 'log')).toEqual([3, 7]);
  });

  test('differ even for one value, and are none for none', () => {
    expect(endsOf(values(5, 5), 'linear')).toEqual([5, 6]);
    const [low, high] = endsOf(values(5), 'log')!;
    expect(high).toBeGreaterThan(low);
    expect(endsOf(values(Number.NaN), 'linear')).toBeNull();
    expect(endsOf(values(0), 'log')).toBeNull();
  });
});

describe('a histogram', () => {
  test('counts in bins of one width, the greatest value in the last', () => {
    const cuts = cut(values(0, 1, 2.4, 2.5, 9, 10, Number.NaN), 'linear', 4);
    expect([...cuts.edges]).toEqual([0, 2.5, 5, 7.5, 10]);
    expect([...cuts.bins]).toEqual([0, 0, 0, 1, 3, 3, -1]);
    expect([...histogram(cuts)]).toEqual([3, 1, 0, 2]);
  });

  test('counts what a mask keeps', () => {
    const cuts = cut(values(0, 1, 2.4, 2.5, 9, 10), 'linear', 4);
    expect([...histogram(cuts, Uint8Array.of(0, 1, 1, 0, 0, 1))]).toEqual([2, 0, 0, 1]);
  });

  test('cuts a log axis by ratios', () => {
    const cuts = cut(values(1, 9, 11, 99, 10_000, 0), 'log', 4);
    [1, 10, 100, 1000, 10_000].forEach((edge, at) => expect(cuts.edges[at]).toBeCloseTo(edge, 9));
    expect([...histogram(cuts)]).toEqual([2, 2, 0, 1]);
  });
});

test('a density counts the models of each cell that has any', () => {
  const { cells, counts } = density(
    cut(values(0, 1, 10, 10), 'linear', 2),
    cut(values(0, 1, 4, Number.NaN), 'linear', 2),
  );
  expect(cells).toEqual([
    { x: 0, x2: 5, y: 0, y2: 2 },
    { x: 5, x2: 10, y: 2, y2: 4 },
  ]);
  expect([...counts()]).toEqual([2, 1]);
  expect([...counts(Uint8Array.of(1, 0, 0, 1))]).toEqual([1, 0]);
});
