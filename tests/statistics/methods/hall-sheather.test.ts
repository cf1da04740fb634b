import { expect, test } from 'vitest';
import { hallSheather } from '../../../src/statistics/methods/hall-sheather.ts';

test('the bandwidths of bandwidth.rq in the R package quantreg 5.94, an independent computation', () => {
  expect(hallSheather(10, 0.5)).toBeCloseTo(0.450957752723, 12);
  expect(hallSheather(235, 0.5)).toBeCloseTo(0.1574393314202, 12);
  expect(hallSheather(235, 0.1)).toBeCloseTo(0.056067784911, 12);
  expect(hallSheather(4495, 0.9)).toBeCloseTo(0.0209648996205, 12);
  expect(hallSheather(60, 0.25)).toBeCloseTo(0.1718799281008, 12);
});
