import { expect, test } from 'vitest';
import { addressWithChoice, explorerUrl, readChoice } from '../../src/finder/address.ts';

const page = 'https://example.org/report/models/';
const read = (query: string) => readChoice(new URLSearchParams(query));

test('a choice is read and written; defaults are left out and other parameters stay', () => {
  const { choice, problems } = read(
    'type=chat&m=a%2Fb&m=c&cost=co2_kg&gain=math&close=yes&memory=7.5&bits=8&licence=free&still=any&cautioned=out',
  );
  expect(choice).toEqual({
    models: ['a/b', 'c'],
    cost: 'co2_kg',
    gain: 'math',
    withClose: true,
    memory: 7.5,
    bits: 8,
    licence: 'free',
    onHub: false,
    withoutCautioned: true,
  });
  expect(problems).toEqual([]);
  expect(addressWithChoice(`${page}?type=chat&m=x`, choice)).toBe(
    `${page}?type=chat&m=a/b&m=c&cost=co2_kg&gain=math&close=yes&memory=7.5&bits=8&licence=free&still=any&cautioned=out`,
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
  const { choice, problems } = read(
    'm=a&m=a&m=b&m=c&m=d&m=e&cost=money&gain=&close=%3Ci%3E&memory=-1&bits=64',
  );
  expect(choice).toEqual({
    models: ['a', 'b', 'c', 'd'],
    cost: 'parameters_b',
    gain: 'average',
    withClose: false,
    memory: null,
    bits: 4,
    licence: 'any',
    onHub: true,
    withoutCautioned: false,
  });
  expect(problems).toEqual([
    '4 models stand side by side, and 5 are asked for: the first 4 are shown; remove one of them to add “e” by the search',
    '“money” is not a value of “cost”; it takes parameters_b, active_parameters_b, co2_step_corrected_kg, co2_kg',
    '“<i>” is not a value of “close”; it takes no, yes',
    '“-1” is no memory; write gigabytes, more than 0 and at most 10,000',
    '“64” is no number of bits; write 16, 8, 4 or another, such as 4.5, more than 0 and at most 32',
  ]);
});

test('a link to the explorer asks for the name alone, or for its words where no pattern says it', () => {
  const patternOf = (name: string) =>
    new URLSearchParams(explorerUrl('/report/explorer/', name).split('?')[1]).get('pattern')!;
  expect(explorerUrl('/report/explorer/', 'o/A&B')).toBe('/report/explorer/?pattern=%5Eo/A%26B%24');
  const name = 'o/Qwen2.5-7B+(v1)|{x}[y]^$\\*?';
  expect(new RegExp(patternOf(name), 'iu').test(name)).toBe(true);
  expect(new RegExp(patternOf('o/v1.0'), 'iu').test('o/v1.0-e3')).toBe(false);
  expect(new RegExp(patternOf('o/v1.0'), 'iu').test('o/v1x0')).toBe(false);
  expect(explorerUrl('/report/explorer/', 'x'.repeat(200))).toBe(`/report/explorer/?name=${'x'.repeat(100)}`);
});
