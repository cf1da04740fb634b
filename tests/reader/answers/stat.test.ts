import { expect, test } from 'vitest';
import { titleInSlice } from '../../../src/reader/answers/stat.ts';
import { findStatistic } from '../../../src/statistics/statistics.ts';

const { definition } = findStatistic('scaling.r2')!;
const title = (n: number) => titleInSlice(definition, { value: 1, n, low: null, high: null });

test('a number that rests on too few values says how many it takes', () => {
  const { label, minimum } = definition;
  expect(title(2)).toBe(`${label}, in this slice, n\u00a0=\u00a02: too few, it takes ${minimum}`);
  expect(title(minimum)).toBe(`${label}, in this slice, n\u00a0=\u00a0${minimum}`);
  expect(title(1234)).toBe(`${label}, in this slice, n\u00a0=\u00a01,234`);
});
