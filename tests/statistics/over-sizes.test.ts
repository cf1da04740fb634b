import { expect, test } from 'vitest';
import { count } from '../../src/statistics/methods/estimate.ts';
import { overSizes, sizesDiffer } from '../../src/statistics/over-sizes.ts';
import { estimatesOf } from '../report.ts';

const sizes = (...each: [size: number, models: number][]) =>
  each.flatMap(([size, models]) => new Array<number>(models).fill(size));

test.each([
  ['none', [], false],
  ['one size', sizes([7, 40]), false],
  ['one size but for a rounding', sizes([7.613, 20], [7.616, 20]), false],
  ['one size but for one model in forty', sizes([1, 1], [7, 39]), false],
  ['7 and 13 B', sizes([7, 20], [13, 20]), false],
  ['7 and 14 B', sizes([7, 20], [14, 20]), true],
  ['half a billion to 70', sizes([0.5, 5], [7, 20], [70, 5]), true],
])('a line over %s', (_, given, differ) => expect(sizesDiffer(given)).toBe(differ));

test('no value where the sizes do not differ', () => {
  expect(overSizes(sizes([7, 12]), () => count(1))).toEqual({ value: null, n: 12, low: null, high: null });
  expect(overSizes(sizes([7, 6], [14, 6]), () => count(1))).toEqual(count(1));
});

test('models of one root have no slope over size, nor an elasticity', async () => {
  const estimates = await estimatesOf('base=qwen%2Fqwen2.5-7b');
  for (const id of [
    'scaling.points_per_doubling',
    'scaling.points_per_doubling.median',
    'scaling.points_per_doubling.p90_lead',
    'scaling.r2',
    'scaling.r2.math',
    'co2.elasticity',
    'co2.elasticity.r2',
    'co2.elasticity.small',
    'gain.3_to_9b',
    'gain.3_to_9b.lead',
  ])
    expect(estimates[id]!.value, id).toBeNull();
  expect(estimates['scaling.points_per_doubling']!.n).toBeGreaterThan(10);
});
