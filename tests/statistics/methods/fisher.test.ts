import { expect, test } from 'vitest';
import { fisherInterval } from '../../../src/statistics/methods/fisher.ts';

test('tanh(atanh r ± 1.96 · error), by hand', () => {
  // r = .6: z = ½ ln(1.6 / .4) = ln 2; error 1 / √25 for n = 28; tanh u = (e²ᵘ − 1) / (e²ᵘ + 1).
  const tanh = (u: number) => (Math.exp(2 * u) - 1) / (Math.exp(2 * u) + 1);
  const [low, high] = fisherInterval(0.6, 0.2)!;
  expect(low).toBeCloseTo(tanh(Math.LN2 - 0.3919927969080108), 12);
  expect(high).toBeCloseTo(tanh(Math.LN2 + 0.3919927969080108), 12);
});

test('a perfect correlation has no interval', () => {
  expect(fisherInterval(1, 0.1)).toBeNull();
  expect(fisherInterval(-1, 0.1)).toBeNull();
});
