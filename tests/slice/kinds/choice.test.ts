import { expect, test } from 'vitest';
import { ParameterProblem } from '../../../src/slice/parameters.ts';
import { choice } from '../../../src/slice/kinds/choice.ts';

const field = choice('moe', [
  { id: 'yes', label: 'MoE', words: 'MoE', sql: 'moe' },
  { id: 'no', label: 'Dense', sql: 'NOT moe' },
  { id: 'any', label: 'Any' },
]);

test('a known id is read, written and asked as it stands', () => {
  expect(field.parse('yes')).toBe('yes');
  expect(field.format('yes')).toBe('yes');
  expect(field.predicate('yes')).toBe('moe');
  expect(field.predicate('no')).toBe('NOT moe');
});

test('nothing chosen, and an option without SQL, filter nothing', () => {
  expect(field.format(field.empty)).toBe('');
  expect(field.predicate(field.empty)).toBeNull();
  expect(field.describe(field.empty)).toBeNull();
  expect(field.predicate('any')).toBeNull();
});

test('in words: those of the option, or its label in lower case', () => {
  expect(field.describe('yes')).toBe('MoE');
  expect(field.describe('no')).toBe('dense');
});

test.each(['maybe', 'YES', 'yes ', 'yes,no', 'toString', "yes' OR 1=1 --"])('“%s” is rejected', (text) => {
  expect(() => field.parse(text)).toThrow(ParameterProblem);
  expect(() => field.parse(text)).toThrow(`“${text}” is not a value of “moe”; it takes yes, no, any`);
});

test('a value that is no option asks nothing', () => {
  expect(field.predicate("yes' OR 1=1 --")).toBeNull();
  expect(field.describe('maybe')).toBeNull();
});

test('the name of no choice is read as none', () => {
  const preparation = choice('preparation', [{ id: 'prepared', label: 'P' }], 'reviewed');
  expect(preparation.parse('reviewed')).toBe(preparation.empty);
  expect(preparation.parse('prepared')).toBe('prepared');
  expect(() => preparation.parse('other')).toThrow(ParameterProblem);
});
