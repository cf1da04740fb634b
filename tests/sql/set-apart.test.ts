import { expect, test } from 'vitest';
import { setApart } from '../../src/sql/set-apart.ts';

test.each([
  ['SELECT', '', ' model'],
  ['', 'FROM models', 'model '],
  ['SEL', 'ECT', ' model '],
  ['SELECT ', ' FROM', 'model'],
  ['sum(', ')', 'model'],
  ['models.', ',', 'model'],
  ['x_', '_x', ' model '],
  ['é', '9', ' model '],
  ['', '', 'model'],
])('between "%s" and "%s" stands "%s"', (before, after, text) => {
  expect(setApart(before, 'model', after)).toBe(text);
});
