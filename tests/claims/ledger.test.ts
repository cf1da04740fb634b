import { describe, expect, test } from 'vitest';
import { claims, findClaim } from '../../src/claims/claims.ts';
import { figures } from '../../src/figures/figures.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';

test('ids are unique, fit for a URL, and found by their name', () => {
  const ids = claims.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  expect(claims.every((claim) => findClaim(claim.id) === claim)).toBe(true);
  expect(findClaim('no-such-claim')).toBeUndefined();
});

test('the seed claims something, and so does the report', () => {
  expect(new Set(claims.map(({ by }) => by))).toEqual(new Set(['seed', 'report']));
});

describe.each(claims)('$id', ({ statistics, figure, evidence, sentence, test: words }) => {
  test('names statistics that exist, each once', () => {
    expect(statistics.length).toBeGreaterThan(0);
    expect(statistics.filter((id) => !findStatistic(id))).toEqual([]);
    expect(new Set(statistics).size).toBe(statistics.length);
  });

  test('names a figure that exists, if any', () => {
    const ids = [undefined, ...figures.map(({ id }) => id)];
    expect(ids).toContain(figure);
  });

  test('gives evidence from its own statistics only', () => {
    const named = [...evidence.matchAll(/\{([^{} ]+)( interval)?\}/g)].map(([, id]) => id!);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !statistics.includes(id))).toEqual([]);
    expect(evidence.replaceAll(/\{[^{} ]+( interval)?\}/g, '')).not.toMatch(/[{}]/);
  });

  test('is a sentence with a test in sentences', () => {
    for (const text of [sentence, words, evidence]) expect(text).toMatch(/^[\p{Lu}{].*\.$/u);
  });
});
