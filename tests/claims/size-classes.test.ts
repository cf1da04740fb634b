import { describe, expect, test } from 'vitest';
import { judge } from '../../src/claims/claim.ts';
import type { Estimates } from '../../src/statistics/answer.ts';
import { between, claimOf, together } from './made.ts';

const averages = ['mean', 'median', 'pooled'];

/** The same interval for every class, by average. */
const classes = (name: string, average: string, intervals: Record<string, [number, number]>): Estimates =>
  Object.fromEntries(
    Object.entries(intervals).map(([size, [low, high]]) => [
      `${name}.${size}.${average}`,
      between(low, high),
    ]),
  );

describe('the score per parameter diminishes', () => {
  const falling = { small: [5, 6], medium: [3, 4], large: [1, 2] } as Record<string, [number, number]>;
  const touching = { ...falling, medium: [2, 4] } as typeof falling;
  const flatAtFirst = { ...falling, small: [3.5, 6] } as typeof falling;
  const rising = { small: [1, 2], medium: [3, 4], large: [5, 6] } as typeof falling;
  const verdict = (of: (average: string) => typeof falling) =>
    judge(
      claimOf('score-per-parameter-diminishes'),
      together(...averages.map((average) => classes('score_per_b', average, of(average)))),
    ).answer;

  test('holds where all three averages fall twice', () => {
    expect(verdict(() => falling)).toBe('holds');
  });

  test.each([
    ['touches', touching],
    ['overlaps', flatAtFirst],
    ['rises', rising],
  ])('holds with a qualification where one average %s, fails where all do', (_, other) => {
    expect(verdict((average) => (average === 'pooled' ? other : falling))).toBe('qualified');
    expect(verdict((average) => (average === 'mean' ? falling : other))).toBe('qualified');
    expect(verdict(() => other)).toBe('fails');
  });
});

describe('medium models cost the least carbon', () => {
  type Pair = Record<'small' | 'medium', [number, number]>;
  const below: Pair = { small: [3, 4], medium: [1, 2] };
  const touching: Pair = { small: [2, 4], medium: [1, 2] };
  const above: Pair = { small: [1, 2], medium: [3, 4] };
  const verdict = (mean: Pair, median: Pair, pooled: Pair) =>
    judge(
      claimOf('medium-least-carbon'),
      together(
        classes('co2_per_b', 'mean', mean),
        classes('co2_per_b', 'median', median),
        classes('co2_per_b', 'pooled', pooled),
      ),
    ).answer;

  test('holds below on all three averages', () => {
    expect(verdict(below, below, below)).toBe('holds');
  });

  test('holds with a qualification below on some and above on none', () => {
    expect(verdict(below, touching, touching)).toBe('qualified');
    expect(verdict(below, below, touching)).toBe('qualified');
  });

  test('fails where nothing is below, or anything above', () => {
    expect(verdict(touching, touching, touching)).toBe('fails');
    expect(verdict(below, below, above)).toBe('fails');
    expect(verdict(above, above, above)).toBe('fails');
  });
});
