import { expect, test } from 'vitest';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { estimatesOf } from '../report.ts';
import { requiredIds } from './required-ids.ts';

test('the list has every id once', () => {
  // 3 + 3 + 9 + 9 + 4 + 6 + 4 + 1 + 1 + 6 + 2 + 1 + 3 + 18 + 12 + 1 + 4 + 4 + 4 + 5 + 2 + 2 + 7 + 7 + 4 and 30 rank correlations.
  expect(requiredIds).toHaveLength(152);
  expect(new Set(requiredIds).size).toBe(152);
});

test('every required statistic is defined', () => {
  expect(requiredIds.filter((id) => !findStatistic(id))).toEqual([]);
});

test.each(['', 'preparation=prepared'])('every one has a value under “%s”', async (query) => {
  const estimates = await estimatesOf(query);
  const missing = requiredIds.filter((id) => typeof estimates[id]?.value !== 'number');
  expect(missing).toEqual([]);
});

// A 90th percentile has an interval of order statistics from 36 values on; 25 models were asked both ways,
// and the clusters of 40 groups of twins do not bound theirs from above.
test.each(['', 'preparation=prepared'])('every one but counts has an interval under “%s”', async (query) => {
  const estimates = await estimatesOf(query);
  const bare = requiredIds.filter((id) => estimates[id]?.low === null);
  expect(bare).toEqual(
    requiredIds.filter((id) =>
      /^models\.|^orgs\.|^moe\.|^format\.(models|same_commit)$|^noise\.(template\.average|twins\.co2_fold)\.p90$|\.count$/.test(
        id,
      ),
    ),
  );
});
