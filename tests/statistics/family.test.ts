import { expect, test } from 'vitest';
import { select } from '../../src/dataset/select.ts';
import { models } from '../../src/dataset/tables.ts';
import { count } from '../../src/statistics/methods/estimate.ts';
import { once } from '../../src/statistics/methods/once.ts';
import { fact, family, units } from '../../src/statistics/statistic.ts';
import { familiesOfStatistics } from '../../src/statistics/statistics.ts';
import { rowsOf } from '../report.ts';

/** A family of three counts that notes which of them is computed. */
function noting() {
  const computed: string[] = [];
  const made = family({
    query: select(models, ({ row }) => ({ rows: { row }, orderBy: [row] })),
    definitions: ['here', 'later', 'never'].map((id) => fact(id, id, units.models)),
    derive(rows) {
      const all = once(() => {
        computed.push('all');
        return rows.length;
      });
      const later = (id: string) => () => {
        computed.push(id);
        return count(all());
      };
      return { here: count(rows.length), later: later('later'), never: later('never') };
    },
  });
  return { made, computed };
}

test('an estimate is computed when it is first read, and once for the same rows', () => {
  const { made, computed } = noting();
  const rows = [{ row: 1 }, { row: 2 }];
  const estimates = made.derive(rows);
  expect(estimates.here!.value).toBe(2);
  expect(computed).toEqual([]);
  expect(estimates.later!.value).toBe(2);
  expect(made.derive(rows).later).toBe(estimates.later);
  expect(computed).toEqual(['later', 'all']);
});

test('all of a family are computed where all are read', () => {
  const { made, computed } = noting();
  expect(Object.keys(made.derive([]))).toEqual(['here', 'later', 'never']);
  expect({ ...made.derive([]) }).toEqual({ here: count(0), later: count(0), never: count(0) });
  expect(computed).toEqual(['later', 'all', 'never']);
});

test('the estimates of a family are the same in whatever order they are read', async () => {
  for (const family of familiesOfStatistics.filter(({ publishedOnly }) => !publishedOnly)) {
    const rows = await rowsOf('size=40-', family.sql);
    // Copies, because what was computed of some rows is kept.
    const forward = { ...family.derive([...rows]) };
    const estimates = family.derive([...rows]);
    for (const { id } of family.definitions.toReversed()) expect(estimates[id], id).toEqual(forward[id]);
  }
});
