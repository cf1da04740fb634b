import { describe, expect, test } from 'vitest';
import { groupsOf, mostGroups } from '../../src/explorer/groups.ts';
import { findGrouping } from '../../src/explorer/groupings.ts';
import type { AggregateId } from '../../src/explorer/groupings.ts';

const rows = (groups: Record<string, (number | null)[]>) =>
  Object.entries(groups).flatMap(([grp, values]) =>
    values.map((value) => ({ grp: grp === '' ? null : grp, value })),
  );
const of = (by: string, aggregate: AggregateId, groups: Record<string, (number | null)[]>) =>
  groupsOf({ by: findGrouping(by)!, aggregate, column: 'average' }, rows(groups));
const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('what is computed of a group', () => {
  test('leaves blanks out of values and counts their models', () => {
    const [group] = of('family', 'mean', { qwen: [...oneToTen, null] }).groups;
    expect(group).toMatchObject({ label: 'Qwen', models: 11, few: false });
    expect(group!.estimate).toMatchObject({ value: 5.5, n: 10 });
    // t(9) = 2.262157; s / √10 = 0.957427
    expect(group!.estimate.low).toBeCloseTo(5.5 - 2.262157 * 0.957427, 5);
  });

  test('a median lies between order statistics', () => {
    const [group] = of('family', 'median', { qwen: oneToTen }).groups;
    // For n = 10 the ranks are 2 and 9: P(2 ≤ B < 9) = .9785.
    expect(group!.estimate).toEqual({ value: 5.5, n: 10, low: 2, high: 9 });
  });

  test('fewer than ten values are said to be few and carry no interval', () => {
    const [group] = of('family', 'median', { qwen: [1, 2, 3] }).groups;
    expect(group).toMatchObject({ few: true, estimate: { value: 2, n: 3, low: null, high: null } });
  });

  test('the extremes are exact', () => {
    expect(of('moe', 'min', { no: oneToTen }).groups[0]!.estimate).toMatchObject({ value: 1, low: null });
    expect(of('moe', 'max', { no: oneToTen }).groups[0]!.estimate).toMatchObject({ value: 10, low: null });
  });

  test('a share is of all models of the slice, with Wilson’s interval', () => {
    const { groups } = of('moe', 'share', { yes: Array(5).fill(null), no: Array(5).fill(null) });
    expect(groups[0]!.estimate.value).toBe(0.5);
    expect(groups[0]!.estimate.low).toBeCloseTo(0.2366, 4);
    expect(groups[0]!.few).toBe(false);
  });

  test('no value gives none', () => {
    expect(of('moe', 'mean', { no: [null] }).groups[0]).toMatchObject({
      few: false,
      estimate: { value: null },
    });
    expect(of('moe', 'count', {})).toEqual({ groups: [], rest: { groups: 0, models: 0 }, models: 0 });
  });
});

describe('the order of groups', () => {
  test('is by falling value', () => {
    const { groups } = of('organisation', 'mean', { a: [1], b: [3], c: [2] });
    expect(groups.map(({ label }) => label)).toEqual(['b', 'c', 'a']);
  });

  test('is their own for size classes and months', () => {
    const sizes = of('size_class', 'mean', { large: [1], '': [9], small: [3], medium: [2] });
    expect(sizes.groups.map(({ label }) => label)).toEqual([
      'up to 9 B',
      '9 to 40 B',
      'over 40 B',
      'none recorded',
    ]);
    const months = of('month', 'count', { '2025-01': [null], '2024-12': [null, null] });
    expect(months.groups.map(({ label }) => label)).toEqual(['2024-12', '2025-01']);
  });

  test('the groups with most models are drawn, the rest is counted', () => {
    const many = Object.fromEntries(
      Array.from({ length: mostGroups + 3 }, (_, index) => [`g${index}`, index < 3 ? [99] : [1, 1]]),
    );
    const { groups, rest, models } = of('organisation', 'mean', many);
    expect(groups).toHaveLength(mostGroups);
    expect(groups.every(({ models: size }) => size === 2)).toBe(true);
    expect(rest).toEqual({ groups: 3, models: 3 });
    expect(models).toBe(2 * mostGroups + 3);
  });
});
