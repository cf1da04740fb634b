import { describe, expect, test } from 'vitest';
import { judge } from '../../src/claims/claim.ts';
import { bare, between, claimOf } from './made.ts';

const sizes = ['small', 'medium', 'large'] as const;
type Sizes<T> = Record<(typeof sizes)[number], T>;

describe('medium models rose fastest', () => {
  const verdict = (of: Sizes<[number, number]>) =>
    judge(
      claimOf('medium-rose-fastest'),
      Object.fromEntries(sizes.map((size) => [`frontier.${size}.typical_gain`, between(...of[size])])),
    ).answer;

  test('clear of both, clear of one, behind one', () => {
    expect(verdict({ small: [1, 2], medium: [5, 6], large: [3, 4] })).toBe('holds');
    expect(verdict({ small: [1, 2], medium: [5, 6], large: [3, 5.5] })).toBe('qualified');
    expect(verdict({ small: [1, 2], medium: [5, 6], large: [5, 8] })).toBe('fails');
  });
});

describe('records beyond chance', () => {
  const verdict = (records: Sizes<number>) =>
    judge(
      claimOf('records-beyond-chance'),
      Object.fromEntries(
        sizes.flatMap((size) => [
          [`frontier.${size}.records`, bare(records[size])],
          [`frontier.${size}.records_by_chance`, between(2, 9)],
        ]),
      ),
    ).answer;

  test('in all classes, in some, in none; the upper end of chance is still chance', () => {
    expect(verdict({ small: 10, medium: 12, large: 10 })).toBe('holds');
    expect(verdict({ small: 10, medium: 9, large: 9 })).toBe('qualified');
    expect(verdict({ small: 9, medium: 9, large: 1 })).toBe('fails');
  });
});

describe('no one dominates', () => {
  test.each([
    [0.02, 'holds'],
    [0.1, 'qualified'],
    [0.1799, 'qualified'],
    [0.18, 'fails'],
  ])('an index of %d', (index, answer) => {
    const estimates = { 'orgs.hhi': bare(index), 'orgs.gini': bare(0.5), 'orgs.top10_share': bare(0.5) };
    expect(judge(claimOf('submissions-not-concentrated'), estimates).answer).toBe(answer);
  });
});

describe('official models are better documented', () => {
  const verdict = (all: [number, number], onHub: [number, number]) =>
    judge(claimOf('official-better-documented'), {
      'documented.license.official': between(0.9, 0.95),
      'documented.license.community': between(...all),
      'documented.license_on_hub.official': between(0.9, 0.95),
      'documented.license_on_hub.community': between(...onHub),
    }).answer;

  test('among all and on the Hub, among all only, not at all', () => {
    expect(verdict([0.5, 0.6], [0.8, 0.89])).toBe('holds');
    expect(verdict([0.5, 0.6], [0.85, 0.91])).toBe('qualified');
    expect(verdict([0.85, 0.91], [0.8, 0.89])).toBe('fails');
  });
});
