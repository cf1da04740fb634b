import { expect, test } from 'vitest';
import { ParameterProblem } from '../../../src/slice/parameters.ts';
import { longestWords, words } from '../../../src/slice/kinds/words.ts';

const search = words('name', 'model', 'named');

test.each([
  ['Qwen', 'qwen', "contains(lower(model), 'qwen')", 'named “qwen”'],
  [" it's ", "it's", "contains(lower(model), 'it''s')", "named “it's”"],
  ['100%_', '100%_', "contains(lower(model), '100%_')", 'named “100%_”'],
  [
    'Instruct  Llama',
    'instruct  llama',
    "contains(lower(model), 'instruct') AND contains(lower(model), 'llama')",
    'named “instruct  llama”',
  ],
])('the text “%s” is searched for, case aside', (text, canonical, sql, described) => {
  const searched = search.parse(text);
  expect(search.format(searched)).toBe(canonical);
  expect(search.predicate(searched)).toBe(sql);
  expect(search.describe(searched)).toBe(described);
});

test('the empty text filters nothing', () => {
  expect(search.predicate(search.empty)).toBeNull();
  expect(search.describe(search.empty)).toBeNull();
});

test.each([' ', 'a\u0000b', 'x'.repeat(longestWords + 1)])('a text that is none is refused: %j', (text) => {
  expect(() => search.parse(text)).toThrow(ParameterProblem);
});
