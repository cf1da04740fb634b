import { expect, test } from 'vitest';
import { plainText } from '../../../src/dataset/files/plain-text.ts';

test.each([
  ['Mean of the models’ ratios', "Mean of the models' ratios"],
  ['Pooled: all score ÷ all CO₂', 'Pooled: all score / all CO2'],
  ['“12 %” – 3 × −4…', '"12 %" - 3 x -4...'],
  ['≤ 5 ± 1', '<= 5 +/- 1'],
  ['Cañete/模型', 'Cañete/模型'],
])('%j is written %j', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});
