import { expect, test } from 'vitest';
import { pack, type Hints } from '../../../src/engine/packing/pack.ts';
import { textsOf } from '../../../src/engine/packing/column.ts';
import {
  lengthBytes,
  type Cell,
  type PackedHeader,
  type PlainTable,
} from '../../../src/engine/packing/packed.ts';
import { unpack } from '../../../src/engine/packing/unpack.ts';

const noHints: Hints = { sameTexts: [], guesses: {}, prefixes: {} };

/** What comes out of the packed tables, in the form that went in. */
const unpacked = (packed: Uint8Array): PlainTable[] =>
  unpack(packed).map(({ name, columns }) => ({
    name,
    columns: [...columns].map(([column, { type, values, blanks, pool }]) => {
      const texts = pool && textsOf(pool);
      const plain = (value: number): Cell => {
        if (type === 'string') return texts![value]!;
        return type === 'boolean' ? value === 1 : value;
      };
      return {
        name: column,
        type,
        values: Array.from(values, (value, row) => (blanks?.[row] ? null : plain(value))),
      };
    }),
  }));

/** How the columns of a table are packed, by name. */
function ways(packed: Uint8Array, table: string) {
  const end = lengthBytes + new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(packed.subarray(lengthBytes, end))) as PackedHeader;
  const found = header.tables.find(({ name }) => name === table)!;
  return new Map(found.columns.map((column) => [column.name, column]));
}

const models = ['a/one', 'b/two', 'b/Drei 🤝', 'a/four', 'plain'];
const runs: PlainTable = {
  name: 'runs',
  columns: [
    { name: 'row', type: 'integer', values: [1, 2, 3, 5, 9] },
    { name: 'mean', type: 'number', values: [0.3, 2, 3, 4, 5.5] },
    { name: 'model', type: 'string', values: models },
    { name: 'maker', type: 'string', values: ['a', 'b', 'b', null, 'plain'] },
    { name: 'key', type: 'string', values: ['a_one_x', 'b_two_x', 'other', 'a_four_y', 'plain_y'] },
    { name: 'kind', type: 'string', values: ['x', 'x', 'x', 'y', 'y'] },
    { name: 'commit', type: 'string', values: ['00ff', 'a1', null, '00ff', 'beef'] },
    { name: 'low', type: 'number', values: [0.1, -0, 1e300, 4, null] },
    { name: 'high', type: 'number', values: [0.5, 4, 0.1 + 0.2, 4, 5] },
    { name: 'share', type: 'number', values: [0.625, 0.25, 0.1, 1, 0.5] },
    { name: 'points', type: 'number', values: [50, 0, 0, 100, 33.3333333333333] },
    { name: 'day', type: 'date', values: [10, 20, null, 30, -5] },
    { name: 'cost', type: 'number', values: [3, 3, 3, null, 1.005] },
    { name: 'once', type: 'number', values: [1.5, 3, null, null, 0.5] },
    { name: 'on', type: 'boolean', values: [true, false, null, true, true] },
    { name: 'count', type: 'integer', values: [2 ** 31 - 1, -7, null, 70_000, 300] },
  ],
};
const pairs: PlainTable = {
  name: 'pairs',
  columns: [
    { name: 'row', type: 'integer', values: [2, 5, 4] },
    { name: 'root_row', type: 'integer', values: [1, 3, 9] },
    { name: 'model', type: 'string', values: ['b/two', 'a/four', 'nowhere'] },
    { name: 'root_model', type: 'string', values: ['a/one', 'b/Drei 🤝', 'plain'] },
    { name: 'cost', type: 'number', values: [3, null, 7] },
    { name: 'root_cost', type: 'number', values: [3, 3, 1.01] },
    { name: 'gain', type: 'number', values: [2 - 0.3, 1, 0] },
  ],
};
const hints: Hints = {
  sameTexts: ['model', 'root_model'],
  prefixes: { root_: 'root_row' },
  guesses: {
    maker: [{ beforeSlash: 'model' }],
    key: [{ joined: ['model', 'kind'] }],
    mean: [{ mean: ['low', 'high'] }],
    points: [{ points: 'share', chance: 1 / 4 }],
    once: [{ halvedBefore: 20, day: 'day', of: 'cost' }],
    root_cost: [{ table: 'runs', column: 'cost', at: 'root_row', decimals: 2 }],
    gain: [{ table: 'runs', column: 'mean', at: 'row', less: 'root_row' }],
  },
};

test('what comes out is what went in, to the sign of a zero, guessed or not', () => {
  expect(unpacked(pack([runs, pairs], noHints))).toStrictEqual([runs, pairs]);
  expect(unpacked(pack([runs, pairs], hints))).toStrictEqual([runs, pairs]);
});

test('a guess is taken where it is right in more than half of the rows, and what it misses is written', () => {
  const packed = pack([runs, pairs], hints);
  const ofRuns = ways(packed, 'runs');
  // 'a' for the blank, 'plain' of a name without a slash is right.
  expect(ofRuns.get('maker')).toMatchObject({ guess: { beforeSlash: 'model' }, written: { count: 1 } });
  // 'other'.
  expect(ofRuns.get('key')).toMatchObject({ guess: { joined: ['model', 'kind'] }, written: { count: 1 } });
  // (0.1 + 0.5) / 2 = 0.3 and (−0 + 4) / 2 = 2 and (4 + 4) / 2 = 4; the means of 1e300 and of a blank are missed.
  expect(ofRuns.get('mean')).toMatchObject({ guess: { mean: ['low', 'high'] }, written: { count: 2 } });
  // (0.625 − 0.25) / 0.75 = 50 %, none at 0.25 and below it, all at 1, a third at 0.5.
  expect(ofRuns.get('points')).toMatchObject({ guess: { chance: 0.25 }, written: { count: 0 } });
  // 3 / 2 before day 20, 3 from it on, blank without a day or a cost; 1.005 / 2 is missed.
  expect(ofRuns.get('once')).toMatchObject({ guess: { halvedBefore: 20 }, written: { count: 1 } });
  expect(ofRuns.get('share')).not.toHaveProperty('guess');
  const ofPairs = ways(packed, 'pairs');
  // There is no row 4.
  expect(ofPairs.get('model')).toMatchObject({ guess: { table: 'runs', at: 'row' }, written: { count: 1 } });
  expect(ofPairs.get('root_model')).toMatchObject({
    guess: { column: 'model', at: 'root_row' },
    written: { count: 0 },
  });
  // 1.005 is less than it says, and rounds to 1.
  expect(ofPairs.get('root_cost')!.written.count).toBe(1);
  // 4 − 3 of rows 5 and 3; of row 4 nothing is known.
  expect(ofPairs.get('gain')).toMatchObject({ guess: { less: 'root_row' }, written: { count: 1 } });
});

test('a column that only helps is gone when the table is unpacked', () => {
  const helped: PlainTable = {
    name: 'helped',
    columns: [
      { name: 'row', type: 'integer', values: [5, 1], helps: true },
      { name: 'model', type: 'string', values: ['a/four', 'a/one'] },
    ],
  };
  const packed = pack([runs, helped], hints);
  expect(ways(packed, 'helped').get('model')).toMatchObject({
    guess: { table: 'runs' },
    written: { count: 0 },
  });
  expect(unpacked(packed)).toStrictEqual([runs, { name: 'helped', columns: [helped.columns[1]] }]);
});

test('texts of columns that hold the same are written once', () => {
  const text = new TextDecoder().decode(pack([runs, pairs], { ...noHints, sameTexts: hints.sameTexts }));
  expect(text.split('b/two')).toHaveLength(2);
  expect(new TextDecoder().decode(pack([runs, pairs], noHints)).split('Drei')).toHaveLength(3);
});

test('the same tables give the same bytes', () => {
  expect(pack([runs, pairs], hints)).toEqual(pack([runs, pairs], hints));
});

test('numbers of every size of bytes, rising ones as differences', () => {
  const values = Array.from({ length: 3000 }, (_, at) => at * 7);
  const packed = pack([{ name: 'many', columns: [{ name: 'row', type: 'integer', values }] }], noHints);
  expect(ways(packed, 'many').get('row')!.written.integers).toEqual({
    width: 1,
    least: 0,
    differences: true,
  });
  expect(unpacked(packed)[0]!.columns[0]!.values).toEqual(values);
});
