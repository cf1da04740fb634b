import { expect, test } from 'vitest';
import { isDay } from '../../../src/dataset/day.ts';
import { days } from '../../../src/slice/kinds/days.ts';
import { ParameterProblem } from '../../../src/slice/parameters.ts';

const field = days('submitted', 'submission_date', 'submitted');

test.each([
  [
    '2024-07-01..2024-12-31',
    { from: '2024-07-01', to: '2024-12-31' },
    `submission_date >= '2024-07-01' AND submission_date <= '2024-12-31'`,
    'submitted 2024-07-01 to 2024-12-31',
  ],
  [
    '2024-07-01..',
    { from: '2024-07-01', to: null },
    `submission_date >= '2024-07-01'`,
    'submitted since 2024-07-01',
  ],
  [
    '..2024-07-01',
    { from: null, to: '2024-07-01' },
    `submission_date <= '2024-07-01'`,
    'submitted until 2024-07-01',
  ],
  [
    '2024-07-01..2024-07-01',
    { from: '2024-07-01', to: '2024-07-01' },
    `submission_date >= '2024-07-01' AND submission_date <= '2024-07-01'`,
    'submitted 2024-07-01 to 2024-07-01',
  ],
])('“%s”: both days are included', (text, range, sql, words) => {
  expect(field.parse(text)).toEqual(range);
  expect(field.format(range)).toBe(text);
  expect(field.predicate(range)).toBe(sql);
  expect(field.describe(range)).toBe(words);
});

test('an open range filters nothing', () => {
  expect(field.format(field.empty)).toBe('');
  expect(field.predicate(field.empty)).toBeNull();
  expect(field.describe(field.empty)).toBeNull();
});

test.each([
  '..',
  '2024-07-01',
  '2024-12-31..2024-07-01',
  '2024-07-01..2024-08-01..',
  '2024-7-1..',
  '2024-02-30..',
  '2023-02-29..',
  '2024-13-01..',
  '2024-00-10..',
  '01.07.2024..',
  ' 2024-07-01..',
  '2024-07-01T00:00..',
  "2024-07-01' OR '1'='1..",
])('“%s” is rejected', (text) => {
  expect(() => field.parse(text)).toThrow(ParameterProblem);
  expect(() => field.parse(text)).toThrow(
    `“${text}” is not a range of “submitted”; write it as 2024-07-01..2024-12-31, either side blank for open, the earlier day first`,
  );
});

test('a day exists in the calendar', () => {
  expect(['2024-02-29', '2024-12-31', '0001-01-01'].map(isDay)).toEqual([true, true, true]);
  expect(['2024-02-30', '1900-02-29', '2024-06-31', '', 'today'].map(isDay)).toEqual(Array(5).fill(false));
});
