import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSlice } from '../../src/slice/slice.ts';
import { isShown } from '../../src/statistics/format.ts';
import type { Estimates } from '../../src/statistics/answer.ts';
import { units } from '../../src/statistics/statistic.ts';
import { findStatistic, statisticIds } from '../../src/statistics/statistics.ts';
import { looseSlices } from '../slice/made-slices.ts';
import { estimatesOf, idsAnswered } from '../report.ts';
import { requiredIds } from './required-ids.ts';

const wholes = ['', 'preparation=prepared'];
const slices = fc.sample(looseSlices, { seed: 3, numRuns: 12 }).map(formatSlice);
const queries = [...new Set([...wholes, ...slices])];

const wrong = (estimates: Estimates, is: (id: string) => boolean) =>
  statisticIds.filter((id) => id in estimates && is(id)).map((id) => ({ id, ...estimates[id] }));

const unitOf = (id: string) => findStatistic(id)!.definition.unit;

test.each(queries)('“%s”: every statistic is answered, and no other', async (query) => {
  expect(Object.keys(await estimatesOf(query)).sort()).toEqual(idsAnswered(query).toSorted());
});

test.each(queries)('“%s”: every interval holds its value, and its bounds come together', async (query) => {
  const estimates = await estimatesOf(query);
  const inside = ({ value, low, high }: Estimates[string]) => {
    if (low === null || high === null) return low === high;
    // A value and a bound computed along two paths may differ in the last digit where nothing varies.
    const slack = 1e-12 * Math.max(1, Math.abs(value ?? 0));
    return value !== null && low <= value + slack && value <= high + slack;
  };
  expect(wrong(estimates, (id) => !inside(estimates[id]!))).toEqual([]);
});

test.each(queries)('“%s”: every number is finite and n is a whole number', async (query) => {
  const estimates = await estimatesOf(query);
  const fine = ({ value, low, high, n }: Estimates[string]) =>
    [value, low, high].every((number) => number === null || Number.isFinite(number)) &&
    Number.isInteger(n) &&
    n >= 0;
  expect(wrong(estimates, (id) => !fine(estimates[id]!))).toEqual([]);
});

test.each(queries)('“%s”: shares, R² and indices lie in [0, 1], correlations in [−1, 1]', async (query) => {
  const estimates = await estimatesOf(query);
  const ranges = new Map<unknown, number>([
    [units.share, 0],
    [units.explained, 0],
    [units.index, 0],
    [units.correlation, -1],
  ]);
  const outside = (id: string) => {
    // What a Shapley share adds to an adjusted R² may be less than nothing.
    const unit = unitOf(id);
    const adjusted = id.startsWith('variance_shares.') && unit === units.explained;
    const least = adjusted ? -1 : ranges.get(unit);
    const { value, low, high } = estimates[id]!;
    return (
      least !== undefined &&
      [value, low, high].some((number) => number !== null && (number < least || number > 1))
    );
  };
  expect(wrong(estimates, outside)).toEqual([]);
});

test.each(queries)('“%s”: a count is its own n and carries no interval', async (query) => {
  const estimates = await estimatesOf(query);
  const counted: readonly unknown[] = [units.models, units.runs, units.pairs, units.organisations];
  const odd = (id: string) => {
    const { value, n, low, high } = estimates[id]!;
    return counted.includes(unitOf(id)) && !(value === n && low === null && high === null);
  };
  expect(wrong(estimates, odd)).toEqual([]);
});

test.each(wholes)('“%s”: every required statistic of the whole table can be shown', async (query) => {
  const estimates = await estimatesOf(query);
  const hidden = requiredIds.filter((id) => !isShown(estimates[id]!, findStatistic(id)!.definition));
  expect(hidden).toEqual([]);
});
