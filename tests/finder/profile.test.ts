import { expect, test } from 'vitest';
import { benchmarks } from '../../src/dataset/benchmarks.ts';
import { binned, peersOf, profileOf } from '../../src/finder/profile.ts';
import { tableModel } from './table-model.ts';

/** A model whose six scores are all `score`, raw and normalised. */
const model = (row: number, parameters_b: number, score: number, co2_kg = 1) =>
  tableModel({
    row,
    model: `o/m${row}`,
    parameters_b,
    co2_kg,
    average: score,
    ...Object.fromEntries(
      benchmarks.flatMap((name) => [
        [name, score],
        [`${name}_raw`, score / 100],
      ]),
    ),
  });

test('peers have from two thirds to one and a half times the parameters; a model without a size has none', () => {
  const models = [6, 4, 9, 3.9, 9.1, 6].map((size, row) => model(row, size, 10));
  expect(peersOf(models, 0)).toEqual([1, 2, 5]);
  expect(peersOf([model(0, 0, 1), model(1, 7, 1)], 0)).toEqual([]);
});

test('rank, percentile and neighbours by hand', () => {
  const models = [
    model(0, 7, 20, 2),
    model(1, 7, 30, 1),
    model(2, 7, 10, 4),
    model(3, 70, 40, 9),
    model(4, 7, 20, 3),
  ];
  const { rank, of, peers, standings, neighbours } = profileOf(models, 0);
  // Its twin cannot be told from it; every other is ten points away, more than eight standard errors.
  expect([rank, of, peers]).toEqual([{ place: 3, low: 3, high: 4 }, 5, 3]);
  const average = standings.find(({ measure }) => measure === 'average')!;
  // Of the peers 30, 10 and 20 one lies below and one is equal: (1 + 1/2) / 3.
  // Bins of two and a half points: 10 opens the fourth, 20 the eighth and 30 the twelfth, from 0 up.
  expect(average).toEqual({
    measure: 'average',
    value: 20,
    percentile: 50,
    bins: [
      [4, 1],
      [8, 1],
      [12, 1],
    ],
  });
  expect(standings.find(({ measure }) => measure === 'co2_kg')).toMatchObject({
    value: 2,
    percentile: 100 / 3,
    // Quarters of a doubling: 1, 3 and 4 kg lie 0, 6.3 and 8 of them above 1 kg.
    bins: [
      [0, 1],
      [6, 1],
      [8, 1],
    ],
  });
  // The twin first, then those ten points away in the order of rows, then the one twenty away.
  expect(neighbours.map(({ model: near }) => near.row)).toEqual([4, 1, 2, 3]);
  expect(neighbours[0]!.distance).toBe(0);
});

test('the carbon of a model over the median of its architecture and size, none for fewer than eleven', () => {
  const models = Array.from({ length: 11 }, (_, at) =>
    tableModel({ row: at, parameters_b: 7, architecture: 'a', co2_step_corrected_kg: at + 1 }),
  );
  expect(profileOf(models, 2).carbonFold).toBe(0.5);
  expect(profileOf(models.slice(1), 1).carbonFold).toBeNull();
});

test('bins include their lower bound', () => {
  expect(binned([7.5, 0, 2.4, 2.5, 7.6], 2.5)).toEqual([
    [0, 2],
    [1, 1],
    [3, 2],
  ]);
});
