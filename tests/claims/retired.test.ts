import { expect, test } from 'vitest';
import { findClaim } from '../../src/claims/claims.ts';
import { retiredClaims, retiredInto } from '../../src/claims/retired.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { retiredStatistics } from '../../src/statistics/retired.ts';

test.each([
  ['statistics', retiredStatistics, findStatistic],
  ['claims', retiredClaims, findClaim],
] as const)('retired %s are gone, and each names one that is there', (_, retired, find) => {
  expect(retired.length).toBeGreaterThan(0);
  expect(new Set(retired.map(({ id }) => id)).size).toBe(retired.length);
  for (const { id, now, because } of retired) {
    expect(find(id), id).toBeUndefined();
    expect(find(now), now).toBeDefined();
    expect(because).toMatch(/^\p{Lu}.*\.$/u);
  }
});

test('a claim knows whose place it takes', () => {
  expect(retiredInto('carbon-repeats').map(({ id }) => id)).toEqual(['carbon-is-noisy']);
  expect(retiredInto('carbon-halved')).toEqual([]);
});
