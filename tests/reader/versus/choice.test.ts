// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { choicesOf } from '../../../src/reader/versus/choice.ts';
import { parseSlice, wholeTable } from '../../../src/slice/slice.ts';

const slice = (query: string) => parseSlice(new URLSearchParams(query)).slice;
const first = (shown: string, versus: string | null) =>
  choicesOf(slice(shown), versus === null ? null : slice(versus))[0]!.choices.map(({ label }) => label);

test('nothing, all models and the presets can be chosen, each once', () => {
  const [own, ...groups] = choicesOf(wholeTable, null);
  expect(own!.choices.map(({ label }) => label)).toEqual(['nothing', 'All models']);
  expect(groups.map(({ group }) => group)).toEqual([
    'Size',
    'Provider',
    'Type',
    'Design',
    'Family',
    'Preparation',
  ]);
  expect(groups[2]!.choices.map(({ label }) => label)).toContain('Chat');
});

test('the slice that is shown can be kept as B, and a B of the address that is no preset stays in the list', () => {
  expect(first('size=3-30', null)).toEqual([
    'nothing',
    'All models',
    'over 3 to 30 B: keep as B and set another',
  ]);
  expect(first('type=chat', 'size=3-30')).toEqual(['nothing', 'All models', 'over 3 to 30 B']);
  expect(first('size=3-30', 'size=3-30')).toEqual(['nothing', 'All models', 'over 3 to 30 B']);
});
