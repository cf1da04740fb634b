import { expect, test } from 'vitest';
import { quote } from '../../../src/slice/field.ts';
import { ParameterProblem } from '../../../src/slice/parameters.ts';
import { numbers } from '../../../src/slice/kinds/numbers.ts';

const field = numbers('size', 'parameters_b', 'B');

test.each([
  ['9-40', { above: 9, upTo: 40 }, 'parameters_b > 9 AND parameters_b <= 40', 'over 9 to 40 B'],
  ['40-', { above: 40, upTo: null }, 'parameters_b > 40', 'over 40 B'],
  ['-1', { above: null, upTo: 1 }, 'parameters_b <= 1', 'up to 1 B'],
  [
    '0.5-1.75',
    { above: 0.5, upTo: 1.75 },
    'parameters_b > 0.5 AND parameters_b <= 1.75',
    'over 0.5 to 1.75 B',
  ],
  ['0-', { above: 0, upTo: null }, 'parameters_b > 0', 'over 0 B'],
  ['-0.000001', { above: null, upTo: 0.000001 }, 'parameters_b <= 0.000001', 'up to 0.000001 B'],
])('“%s”: the lower bound is excluded, the upper included', (text, range, sql, words) => {
  expect(field.parse(text)).toEqual(range);
  expect(field.format(range)).toBe(text);
  expect(field.predicate(range)).toBe(sql);
  expect(field.describe(range)).toBe(words);
});

test.each([
  ['009-40.0', '9-40'],
  ['.5-', '0.5-'],
  ['-40.10', '-40.1'],
])('“%s” is written “%s”', (text, canonical) => {
  expect(field.format(field.parse(text))).toBe(canonical);
});

test('an open range filters nothing', () => {
  expect(field.format(field.empty)).toBe('');
  expect(field.predicate(field.empty)).toBeNull();
  expect(field.describe(field.empty)).toBeNull();
});

test.each([
  '',
  '-',
  '9',
  '40-9',
  '9-9',
  '9-40-',
  '--9',
  '-1-3',
  '1e3-',
  '9–40',
  '9 - 40',
  '1,000-',
  '1234567-',
  '0.1234567-',
  '5.-',
  'Infinity-',
  'NaN-',
  '٣-',
  '9-40\n',
  '9-40; DROP TABLE all_runs',
])('“%s” is rejected', (text) => {
  expect(() => field.parse(text)).toThrow(ParameterProblem);
  expect(() => field.parse(text)).toThrow(
    `${quote(text)} is not a range of “size”; write it as 9-40, 9- or -40, the smaller number first`,
  );
});
