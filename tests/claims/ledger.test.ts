import { describe, expect, test } from 'vitest';
import { notebookSays } from '../../src/claims/claim.ts';
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

test('the notebook claims something, and so does the report', () => {
  expect(new Set(claims.map(({ by }) => by))).toEqual(new Set(['notebook', 'report']));
});

test('the notebook’s five conclusions are there in its order, its remarks have no number, and ours have none', () => {
  const numbered = claims.filter(({ conclusion }) => conclusion !== undefined);
  expect(numbered.map(({ conclusion }) => conclusion)).toEqual([1, 2, 3, 4, 5]);
  expect(numbered.every(({ by }) => by === 'notebook')).toBe(true);
  expect(notebookSays({ conclusion: 2 })).toBe('Conclusion 2 of the notebook');
  expect(notebookSays({})).toBe('Remark of the notebook');
});

describe.each(claims)('$id', ({ statistics, figure, evidence, sentence, test: words }) => {
  test('names statistics that exist, each once', () => {
    expect(statistics.length).toBeGreaterThan(0);
    expect(statistics.filter((id) => !findStatistic(id))).toEqual([]);
    expect(new Set(statistics).size).toBe(statistics.length);
  });

  test('names a figure that exists', () => {
    expect(figures.map(({ id }) => id)).toContain(figure);
  });

  test('gives evidence from its own statistics only', () => {
    const named = [...evidence.matchAll(/\{([^{} |]+)( interval|\|[^{}|]+\|[^{}|]+)?\}/g)].map(
      ([, id]) => id!,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !statistics.includes(id))).toEqual([]);
    expect(evidence.replaceAll(/\{[^{} |]+( interval|\|[^{}|]+\|[^{}|]+)?\}/g, '')).not.toMatch(/[{}]/);
  });

  test('is a sentence with a test in sentences', () => {
    for (const text of [sentence, words, evidence]) expect(text).toMatch(/^[\p{Lu}{].*\.$/u);
  });
});
