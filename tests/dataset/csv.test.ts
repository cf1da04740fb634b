import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvFile, csvLine, readCell } from '../../src/dataset/csv.ts';
import { asGiven } from '../../src/dataset/files/spreadsheet.ts';

test('a file has its columns in line 1 and a line a row', () => {
  const rows = [
    { model: 'a/b', share: 0.25, moe: true, likes: null },
    { model: 'c/d', share: -3, moe: false, likes: 2 },
  ];
  expect(csvFile(['model', 'share', 'moe', 'likes'], rows)).toBe(
    'model,share,moe,likes\na/b,0.25,true,\nc/d,-3,false,2\n',
  );
});

test('a missing value is blank, a text without characters is not', () => {
  expect(csvLine([null, undefined, '', 'x'])).toBe(',,"",x\n');
});

test('a missing value alone in its line is no empty line', () => {
  expect(csvFile(['a'], [{ a: null }, { a: 1 }, {}])).toBe('a\n""\n1\n""\n');
  expect(csvLine([null, null])).toBe(',\n');
});

test('numbers have the fewest digits that read back to the same double', () => {
  expect(csvLine([0.1, 1 / 3, 1e21, 1e-7, 12])).toBe('0.1,0.3333333333333333,1e+21,1e-7,12\n');
});

test('what could end a cell or begin a comment stands in quotes', () => {
  expect(csvLine(['a,b', 'say "a"', 'two\nlines', '# no comment', ' blank', 'blank '])).toBe(
    '"a,b","say ""a""","two\nlines","# no comment"," blank","blank "\n',
  );
  expect(csvLine(['blank within', 'no. #1'])).toBe('blank within,no. #1\n');
});

test('neither a cell nor a name of a column begins a formula, and a number stays one', () => {
  expect(csvFile(['=cmd()'], [{ '=cmd()': '=1+1' }, { '=cmd()': -5 }, { '=cmd()': '-5' }])).toBe(
    "'=cmd()\n'=1+1\n-5\n-5\n",
  );
});

test.each([
  ['integer', '-12', -12],
  ['integer', '2147483647', 2147483647],
  ['integer', '2147483648', undefined],
  ['integer', '-2147483649', undefined],
  ['integer', '12.0', undefined],
  ['integer', '1e3', undefined],
  ['number', '1e-7', 1e-7],
  ['number', '2.5E3', 2500],
  ['number', '12', 12],
  ['number', '1e999', undefined],
  ['number', 'nan', undefined],
  ['number', '.5', undefined],
  ['number', ' 5', undefined],
  ['number', '0x10', undefined],
  ['boolean', 'true', true],
  ['boolean', 'false', false],
  ['boolean', 'True', undefined],
  ['date', '2024-02-29', '2024-02-29'],
  ['date', '2023-02-29', undefined],
  ['date', '2024-2-9', undefined],
  ['string', 'true', 'true'],
  ['string', "'=1+1", '=1+1'],
  ['string', '', null],
  ['number', '', null],
] as const)('a cell of type %s that holds %j is %j', (type, text, value) => {
  expect(readCell(type, text)).toBe(value);
});

describe('any text', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '"',
      ',',
      ';',
      '\t',
      '\r',
      '\n',
      '#',
      ' ',
      'a',
      '1',
      '＝',
      'é',
    ),
    maxLength: 12,
  });
  const table = fc
    .array(hostile, { minLength: 1, maxLength: 4 })
    .chain((names) =>
      fc.tuple(
        fc.constant(names),
        fc.array(fc.array(hostile, { minLength: names.length, maxLength: names.length })),
      ),
    );

  test('comes back from a file that is read with the defaults', () => {
    fc.assert(
      fc.property(table, ([names, rows]) => {
        const text = [names, ...rows].map(csvLine).join('');
        const read: string[][] = parse(text);
        expect(read.map((cells) => cells.map(asGiven))).toEqual([names, ...rows]);
      }),
      { seed: 9, numRuns: 2000 },
    );
  });

  test('begins no formula, be the cells parted by commas, semicolons or tabs', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (cells) => {
        const line = csvLine(cells);
        const read: string[][] = parse(line);
        const formula = /^["\s]*[=+\-@＝]/;
        const first = (part: string) => part.split(',')[0]!.trim();
        for (const cell of [...read.flat(), ...line.split(/[;\t\r\n]/).map(first)])
          if (cell === '' || !Number.isFinite(Number(cell))) expect(cell).not.toMatch(formula);
      }),
      { seed: 9, numRuns: 2000 },
    );
  });
});
