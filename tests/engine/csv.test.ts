import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/engine/csv.ts';
import { exampleText, withExample } from './example.ts';

const read = (text: string) => withExample(text, readTable);

test('readTable keeps the order of the rows, every bit of a double, and takes a blank for null', async () => {
  expect(await read(exampleText)).toEqual({
    rowCount: 4,
    columns: [
      [3, 1, null, 2],
      [0.1 + 0.2, -1e-7, null, 100],
      ['a, "b"', 'two\nlines', null, 'Ångström 🤝'],
      [true, false, null, true],
    ],
  });
});

test('a table with a header and nothing else has no rows', async () => {
  expect(await read('n,x,name,yes\n')).toEqual({ rowCount: 0, columns: [[], [], [], []] });
});

describe('an error says where and what would be right', () => {
  test.each([
    ['1.5,1,a,true', 'line 3, column n: "1.5" is not a whole number'],
    ['3000000000,1,a,true', 'line 3, column n: "3000000000" is not a whole number between -2147483648'],
    ['1,1;5,a,true', 'line 3, column x: "1;5" is not a number with a decimal point'],
    ['1,0x10,a,true', 'line 3, column x: "0x10" is not a number'],
    ['1,1e999,a,true', 'line 3, column x: "1e999" is not a number'],
    ['1,1,a,True', 'line 3, column yes: "True" is not true or false'],
    ['1,1,a', 'Invalid Record Length'],
  ])('%s', async (line, message) => {
    await expect(read(`n,x,name,yes\n1,1,a,true\n${line}\n`)).rejects.toThrow(message);
  });

  test('the file is named', async () => {
    await withExample('n,x,name,yes\nx,,,\n', (table) =>
      expect(readTable(table)).rejects.toThrow(`${table.path}, line 2`),
    );
  });

  test.each([
    [
      'n,x,nome,yes',
      'line 1: the header does not fit table example: column 3 should be "name" and is "nome"',
    ],
    ['n,x,name', 'column 4 should be "yes" and is missing'],
    ['n,x,name,yes,more', 'it has 1 more columns than the table, from "more" on'],
    ['', 'column 1 should be "n" and is missing'],
  ])('header %s', async (header, message) => {
    await expect(read(`${header}\n`)).rejects.toThrow(message);
  });

  test('a file that is not there', async () => {
    await withExample('', (table) =>
      expect(readTable({ ...table, path: 'data/absent.csv' })).rejects.toThrow(
        'data/absent.csv: the file of table example cannot be read.',
      ),
    );
  });
});
