import { describe, expect, test } from 'vitest';
import { decimalText, typedNumber } from '../../../src/reader/ui/typed-number.ts';

describe('a number is read however it is written', () => {
  test.each([
    ['7.5', 7.5],
    ['7,5', 7.5],
    ['0,5', 0.5],
    ['.5', 0.5],
    [',5', 0.5],
    ['7.', 7],
    ['7,', 7],
    [' 12 ', 12],
    ['007', 7],
    ['1.000,5', 1000.5],
    ['1,000.5', 1000.5],
    ['1.234.567,25', 1234567.25],
    ['1,234,567.25', 1234567.25],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['12 345,5', 12345.5],
    ['12\u2009345.5', 12345.5],
    ['12\u202f345', 12345],
    ['12\u00a0345', 12345],
    ['12’345.5', 12345.5],
    // A point alone stands before decimals; so does a comma that cannot part groups of three.
    ['7.616', 7.616],
    ['0,123', 0.123],
    ['7,61', 7.61],
    ['1234,567', 1234.567],
    ['-3', -3],
    ['\u22123,5', -3.5],
    ['\u2013 3.5', -3.5],
    ['\u20103', -3],
  ])('%j is %d', (text, value) => expect(typedNumber(text)).toBe(value));
});

describe('the unit of the field may stand behind the number', () => {
  test.each([
    ['24 GB', 'GB', 24],
    ['24gb', 'GB', 24],
    ['7,5 B', 'B', 7.5],
    ['7.5\u00a0b', 'B', 7.5],
    ['0,5 kg', 'kg CO₂, step-corrected', 0.5],
    ['0.5 kg CO₂', 'kg CO₂', 0.5],
    ['4.5 bits', 'bits', 4.5],
  ])('%j in %s is %d', (text, unit, value) => expect(typedNumber(text, unit)).toBe(value));

  test.each([
    ['24 GB', 'B'],
    ['B', 'B'],
    ['24 MB', 'GB'],
    ['1e1 B', 'B'],
    ['7 B B', 'B'],
  ])('%j in %s is no number', (text, unit) => expect(typedNumber(text, unit)).toEqual({ meanings: [] }));
});

test('a number is written as an address takes it', () => {
  expect([24, 0.5, 1e-7, 1000, 7.25].map(decimalText)).toEqual(['24', '0.5', '0', '1000', '7.25']);
});

test('nothing typed is no bound', () => {
  expect(typedNumber('')).toBe(null);
  expect(typedNumber(' \u2009')).toBe(null);
});

test.each([
  ['7,616', [7.616, 7616]],
  ['−12,345', [-12.345, -12345]],
])('%j can mean two numbers', (text, meanings) => expect(typedNumber(text)).toEqual({ meanings }));

describe('what is no number is none', () => {
  test.each([
    '1e1',
    '7B',
    '7 B',
    'abc',
    '.',
    ',',
    '-',
    '--3',
    '12-3',
    '3-',
    '1.00,5',
    '1,00.5',
    '1.2.3',
    '1 2',
    '12 34',
    '1,000 000',
    '0,000,5',
    '50%',
    '٣',
    'Infinity',
    '0x10',
    '1_000',
  ])('%j', (text) => expect(typedNumber(text)).toEqual({ meanings: [] }));
});
