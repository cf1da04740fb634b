import { expect, test } from 'vitest';
import { ParameterProblem } from '../../../src/slice/parameters.ts';
import { mostNames, names } from '../../../src/slice/kinds/names.ts';

const field = names('license', 'license', 'licence');

test.each([
  ['mit', 'mit', "(lower(license) IN ('mit'))", 'licence mit'],
  [
    'MIT, apache-2.0 ,mit',
    'apache-2.0,mit',
    "(lower(license) IN ('apache-2.0', 'mit'))",
    'licence apache-2.0 or mit',
  ],
  ['none', 'none', '(license IS NULL)', 'licence none'],
  ['none,gemma', 'gemma,none', "(lower(license) IN ('gemma') OR license IS NULL)", 'licence gemma or none'],
  ["o'neill", "o'neill", "(lower(license) IN ('o''neill'))", "licence o'neill"],
])('“%s” is written “%s”', (text, canonical, sql, described) => {
  const list = field.parse(text);
  expect(field.format(list)).toBe(canonical);
  expect(field.predicate(list)).toBe(sql);
  expect(field.describe(list)).toBe(described);
});

test('no name filters nothing', () => {
  expect(field.format(field.empty)).toBe('');
  expect(field.predicate(field.empty)).toBeNull();
  expect(field.describe(field.empty)).toBeNull();
});

const many = Array.from({ length: mostNames + 1 }, (_, index) => `name-${index}`).join(',');

test.each([',', ' , ', 'a\u0000b', 'a\nb', 'x'.repeat(101), many])(
  'a list that is none is refused: %j',
  (text) => {
    expect(() => field.parse(text)).toThrow(ParameterProblem);
  },
);

test('a name counts in the other columns as well', () => {
  const base = names('base', 'root', 'descendants of', ['parent', 'identity']);
  expect(base.predicate(['a/b'])).toBe(
    "(lower(root) IN ('a/b') OR lower(parent) IN ('a/b') OR lower(identity) IN ('a/b'))",
  );
  expect(base.predicate(['none'])).toBe('(root IS NULL)');
  expect(base.describe(['a/b', 'c/d'])).toBe('descendants of a/b or c/d');
});
