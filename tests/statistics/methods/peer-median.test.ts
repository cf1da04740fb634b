import fc from 'fast-check';
import { expect, test } from 'vitest';
import { peerMedians } from '../../../src/statistics/methods/peer-median.ts';
import { holdsAlways } from './made-data.ts';

test('by hand: its class, a factor to either side, itself among them; too few have none', () => {
  const sizes = [4, 5, 6.25, 8, 5, 5];
  const classes = ['a', 'a', 'a', 'a', 'b', null];
  const values = [1, 2, 9, 30, 100, 100];
  // 4 and 6.25 are exactly a quarter away from 5, and more than that from each other; 8 is 1.28 times 6.25.
  expect(peerMedians(values, sizes, classes, { factor: 1.25, fewest: 1 })).toEqual([
    1.5,
    2,
    5.5,
    30,
    100,
    null,
  ]);
  expect(peerMedians(values, sizes, classes, { factor: 1.25, fewest: 3 })).toEqual([
    null,
    2,
    null,
    null,
    null,
    null,
  ]);
  expect(peerMedians([], [], [], { factor: 1.25, fewest: 1 })).toEqual([]);
  expect(() => peerMedians([1], [1, 2], ['a'], { factor: 2, fewest: 1 })).toThrow(RangeError);
});

const rowsOf = fc.array(
  fc.record({
    value: fc.double({ min: 0.1, max: 100, noNaN: true }),
    size: fc.constantFrom(1, 1.2, 1.25, 1.5, 3, 7, 8, 9),
    name: fc.constantFrom('a', 'b', null),
  }),
  { maxLength: 40 },
);
const settings = { factor: 1.25, fewest: 2 };
const mediansOf = (rows: readonly { value: number; size: number; name: string | null }[], scale = 1) =>
  peerMedians(
    rows.map(({ value }) => value * scale),
    rows.map(({ size }) => size),
    rows.map(({ name }) => name),
    settings,
  );

test('a second implementation, by every pair, in any order and unit', () => {
  holdsAlways(
    fc.property(rowsOf, (rows) => {
      const found = mediansOf(rows);
      rows.forEach((row, i) => {
        const peers = rows
          .filter(
            ({ size, name }) =>
              name === row.name && Math.abs(Math.log(size / row.size)) <= Math.log(1.25) + 1e-9,
          )
          .map(({ value }) => value)
          .sort((a, b) => a - b);
        const middle =
          (peers[Math.floor((peers.length - 1) / 2)]! + peers[Math.ceil((peers.length - 1) / 2)]!) / 2;
        if (row.name === null || peers.length < 2) expect(found[i]).toBeNull();
        else expect(found[i]).toBeCloseTo(middle, 9);
      });
      expect(mediansOf(rows.toReversed())).toEqual(found.toReversed());
      expect(mediansOf(rows, 4)).toEqual(found.map((median) => (median === null ? null : median * 4)));
    }),
  );
});
