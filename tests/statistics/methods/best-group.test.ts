import { expect, test } from 'vitest';
import { bestGroup } from '../../../src/statistics/methods/best-group.ts';

const scores = (...all: number[]) => all.map((score) => ({ score, error: 1 }));
const ofAll = (...all: number[]) => bestGroup(scores(...all) as [{ score: number; error: number }]);

test('with one comparison the difference is held against 1.96 standard errors, √2 times that of a score', () => {
  expect(ofAll(50, 47.3).group.map(({ score }) => score)).toEqual([50, 47.3]);
  expect(ofAll(50, 47.2).group.map(({ score }) => score)).toEqual([50]);
  expect(ofAll(50, 47.2).told).toMatchObject([{ score: 47.2 }]);
  const [best, second] = ofAll(50, 47.3).group;
  expect(best).toEqual({ score: 50, error: 1, behind: 0, toldFrom: 0 });
  expect(second!.behind).toBeCloseTo(2.7, 12);
  expect(second!.toldFrom).toBeCloseTo(2.77181, 5);
});

test('with more comparisons the bar is that of Holm; one alone has no other', () => {
  // 3 ÷ √2 = 2.121 lies below 2.241, the bar of two.
  expect(ofAll(50, 47, 47).group).toHaveLength(3);
  expect(ofAll(50, 47, 46)).toMatchObject({ group: [{ score: 50 }], told: [{ score: 47 }, { score: 46 }] });
  expect(ofAll(50)).toMatchObject({ group: [{ score: 50 }], told: [] });
});
