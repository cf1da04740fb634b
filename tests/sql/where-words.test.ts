import { expect, test } from 'vitest';
import { whereWords } from '../../src/sql/where-words.ts';

const at = (query: string, from: number) =>
  whereWords({ place: { from, to: from + 1 }, reported: true }, query);

test('lines and columns count from one', () => {
  expect(at('SELECT x', 0)).toBe('Line 1, column 1.');
  expect(at('SELECT\n  x,\n  y', 14)).toBe('Line 3, column 3.');
  expect(at('SELECT\nx', 7)).toBe('Line 2, column 1.');
});

test('a column is a character, however many units it takes', () => {
  expect(at("SELECT '🤝', x", 13)).toBe('Line 1, column 13.');
});

test('without a place nothing is invented', () => {
  expect(whereWords({ place: undefined, reported: true }, 'SELECT x')).toBe(
    'The engine does not say where in the query.',
  );
  expect(whereWords({ place: undefined, reported: false }, 'SELECT 1; SELECT 2')).toBe('');
});
