import { expect, test } from 'vitest';
import { cellText, rowsInTable } from '../../src/figures/table.ts';
import { units } from '../../src/statistics/statistic.ts';

test('numbers are written in their unit, or grouped as they are', () => {
  expect(cellText({ x: 3.14159 }, { name: 'x', title: 'X', unit: units.pointsPerBillion })).toBe('3.14');
  expect(cellText({ x: -0.5 }, { name: 'x', title: 'X', unit: units.points })).toBe('−0.5');
  expect(cellText({ x: 4576 }, { name: 'x', title: 'X' })).toBe('4,576');
  expect(cellText({ x: 0 }, { name: 'x', title: 'X' })).toBe('0');
});

test('a missing value is blank, everything else is text', () => {
  expect(cellText({ x: null }, { name: 'x', title: 'X', unit: units.points })).toBe('');
  expect(cellText({}, { name: 'x', title: 'X' })).toBe('');
  expect(cellText({ x: true }, { name: 'x', title: 'X' })).toBe('true');
  expect(cellText({ x: '<b>' }, { name: 'x', title: 'X' })).toBe('<b>');
});

test('a table shows few rows whole, of more the first twelve', () => {
  expect([0, 1, 24, 25, 300].map(rowsInTable)).toEqual([0, 1, 24, 12, 12]);
});
