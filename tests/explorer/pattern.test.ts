import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { patternProblem } from '../../src/explorer/pattern.ts';
import { seededRandom } from '../../src/statistics/methods/random.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNativeEngine([]);
});
afterAll(() => engine.close());

/** What the engine says of a pattern; nothing where it searches for it. */
const refusal = (pattern: string) =>
  engine
    .query(`SELECT regexp_matches('org/Some-Model_7B', '${pattern.replaceAll("'", "''")}', 'i') AS found`)
    .then(() => '')
    .catch((error: unknown) => String(error));

test.each([
  '^qwen.*7b',
  '(llama|gemma)-\\d+b$',
  '[a-z]{2,4}\\.',
  '(?:a|b)+?',
  '\\bchat\\b',
  'a{3}',
  '[^/]+/[\\w.-]+',
  'é|漢',
  '\\(x\\)',
])('%s is a pattern', async (pattern) => {
  expect(patternProblem(pattern)).toBeUndefined();
  expect(await refusal(pattern)).toBe('');
});

test.each([
  ['(llama', 'a ( is not closed by )'],
  ['llama)', 'a ) has no ( before it'],
  ['[a-z', 'a [ is not closed by ]'],
  ['[]', 'between [ and ] stands no sign'],
  ['[z-a]', 'a range in [ ] goes from the greater sign to the lesser'],
  ['*b', '* has nothing before it to repeat'],
  ['a|+', '+ has nothing before it to repeat'],
  ['a**', '* repeats a repetition'],
  ['a{3,2}', 'in {3,2} the second number is below the first'],
  ['(?=a)', 'after (? only : is known, as in (?:a|b)'],
  ['(a)\\1', '\\1 is not known; behind \\ stands d, w, s, b or a sign such as .'],
  ['a\\', 'it ends in a \\, behind which a sign is missing'],
  ['((a{20}){20})', 'it repeats a part more than 100 times'],
  ['a}', 'write \\} for } itself'],
  ['x'.repeat(101), 'it is longer than 100 signs'],
  ['a\u0001', 'it holds a sign that no name has'],
])('%s is none, and the reader hears why', (pattern, problem) => {
  expect(patternProblem(pattern)).toBe(problem);
});

test('what passes is never refused by the engine, whatever it is put together of', async () => {
  const pieces = [
    ...[
      'a',
      '7',
      '-',
      '.',
      '*',
      '+',
      '?',
      '{2}',
      '{1,3}',
      '{9}',
      '(',
      '(?:',
      ')',
      '[',
      ']',
      '[^',
      '|',
      '^',
      '$',
    ],
    ...[
      '\\d',
      '\\b',
      '\\.',
      '\\-',
      '\\_',
      '\\p',
      '\\1',
      ':',
      '[:',
      'é',
      '🤝',
      '{',
      '}',
      ',',
      '&&',
      '--',
      "'",
    ],
  ];
  const random = seededRandom('patterns');
  const next = (below: number) => Math.floor(random() * below);
  const made = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 1 + next(8) }, () => pieces[next(pieces.length)]!).join(''),
  );
  const passed = [...new Set(made)].filter((pattern) => patternProblem(pattern) === undefined);
  expect(passed.length).toBeGreaterThan(500);
  for (const pattern of passed) expect(await refusal(pattern), pattern).toBe('');
});
