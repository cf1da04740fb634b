import { expect, it } from 'vitest';
import { formatRuns, parseRuns } from '../../src/dataset/runs-file.ts';
import { soundCsv } from './import/fixture.ts';

it('reads back what it writes, to the last digit', () => {
  const [run] = parseRuns(soundCsv);
  const numbers = [0.1, 1 / 3, 5e-324, 1.7976931348623157e308, 1e21, 0.000001, 1e-7, 123456789.12345678];
  const runs = numbers.map((co2_kg) => ({ ...run!, co2_kg }));
  expect(parseRuns(formatRuns(runs))).toEqual(runs);
});

it('gives types to text: numbers, booleans, text for dates, null for blank', () => {
  expect(parseRuns(soundCsv)[1]).toMatchObject({
    row: 2,
    parameters_b: -1,
    moe: false,
    license: null,
    upload_date: null,
    base_model: 'a "quoted", base',
  });
  expect(parseRuns(soundCsv)[0]!['upload_date']).toBe('2024-02-29');
});

it.each([
  ['7.242,false', 'many,false', 'runs.csv, run 1, column parameters_b: "many" is not of type number'],
  ['7.242,false', '7.242,no', 'runs.csv, run 1, column moe: "no" is not of type boolean'],
  ['2.0,3,', '2.0,3.5,', 'runs.csv, run 1, column likes: "3.5" is not of type integer'],
  ['row,evaluation', 'line,evaluation', 'runs.csv, line 1: the header is line,evaluation'],
])('says where a value is wrong (%s → %s)', (from, to, message) => {
  expect(soundCsv).toContain(from);
  expect(() => parseRuns(soundCsv.replace(from, to))).toThrow(message);
});
