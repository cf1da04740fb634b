import { expect, test } from 'vitest';
import { readChoice, writeChoice } from '../../src/finder/address.ts';

const read = (query: string) => readChoice(new URLSearchParams(query));

test('a choice is read and written; defaults are left out and other parameters stay', () => {
  const { choice, problems } = read('type=chat&m=a%2Fb&m=c&cost=co2_kg&gain=math&close=yes');
  expect(choice).toEqual({ models: ['a/b', 'c'], cost: 'co2_kg', gain: 'math', withClose: true });
  expect(problems).toEqual([]);
  expect(writeChoice(new URLSearchParams('type=chat&m=x'), choice).toString()).toBe(
    'type=chat&m=a%2Fb&m=c&cost=co2_kg&gain=math&close=yes',
  );
  expect(writeChoice(new URLSearchParams(), read('').choice).toString()).toBe('');
});

test('a name counts once, whatever its case; the address of a page on the Hub names a model', () => {
  expect(read('m=o/A&m=O/a&m=https%3A%2F%2Fhf.co%2Fo%2Fb%2Ftree%2Fmain').choice.models).toEqual([
    'o/A',
    'o/b',
  ]);
});

test('what cannot be read is named and left at its default', () => {
  const { choice, problems } = read('m=a&m=a&m=b&m=c&m=d&m=e&cost=money&gain=&close=%3Ci%3E');
  expect(choice).toEqual({
    models: ['a', 'b', 'c', 'd'],
    cost: 'parameters_b',
    gain: 'average',
    withClose: false,
  });
  expect(problems).toEqual([
    'only the first 4 of 5 models are shown',
    '“money” is not a value of “cost”; it takes parameters_b, active_parameters_b, co2_kg',
    '“<i>” is not a value of “close”; it takes no, yes',
  ]);
});
