import { expect, test } from 'vitest';
import { aboutInSlice } from '../../../src/reader/answers/stat.ts';
import { findStatistic } from '../../../src/statistics/statistics.ts';

const { definition } = findStatistic('scaling.r2')!;
const about = (n: number) => aboutInSlice(definition, { value: 1, n, low: null, high: null });

test('a number that rests on too few values says how many it takes', () => {
  const { minimum } = definition;
  expect(about(2)).toBe(`n\u00a0=\u00a02: too few, it takes ${minimum}`);
  expect(about(minimum)).toBe(`n\u00a0=\u00a0${minimum}`);
  expect(about(1234)).toBe(`n\u00a0=\u00a01,234`);
});
