import { expect, test } from 'vitest';
import { addressWithChoice, explorerUrl, readChoice } from '../../src/finder/address.ts';

const page = 'https://example.org/report/models/';
const read = (query: string) => readChoice(new URLSearchParams(query));

test('a choice is read and written; defaults are left out and other parameters stay', () => {
  const { choice, problems } = read('type=chat&m=a%2Fb&m=c&cost=co2_kg&gain=math&close=yes');
  expect(choice).toEqual({ models: ['a/b', 'c'], cost: 'co2_kg', gain: 'math', withClose: true });
  expect(problems).toEqual([]);
  expect(addressWithChoice(`${page}?type=chat&m=x`, choice)).toBe(
    `${page}?type=chat&m=a/b&m=c&cost=co2_kg&gain=math&close=yes`,
  );
  expect(addressWithChoice(page, read('').choice)).toBe(page);
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
    '“money” is not a value of “cost”; it takes parameters_b, active_parameters_b, co2_step_corrected_kg, co2_kg',
    '“<i>” is not a value of “close”; it takes no, yes',
  ]);
});

test('a link to the explorer asks for the models that are named alike', () => {
  expect(explorerUrl('/report/explorer/', 'o/A&B')).toBe('/report/explorer/?name=o/a%26b');
  expect(explorerUrl('/report/explorer/', 'x'.repeat(200))).toBe(`/report/explorer/?name=${'x'.repeat(100)}`);
});
