import { expect, test } from 'vitest';
import {
  clusteringOf,
  clustersOf,
  effectiveOf,
  clusteredVariance,
  freedomOf,
  scarcerOf,
  sharedWith,
} from '../../../src/statistics/methods/clusters.ts';

const rowsOf = (organisations: string, lineages: string) =>
  [...organisations].map((organisation, i) => ({ organisation, lineage: lineages[i]! }));

test('effective numbers are those of equal groups that would be as uneven', () => {
  // Shares ½, ¼, ¼: 1 ÷ (¼ + 1/16 + 1/16) = 2⅔. Four lineages of one row each.
  const { effective, organisations, lineages, both } = clustersOf(rowsOf('aabc', 'pqrs'));
  expect(effective.organisations).toBeCloseTo(8 / 3, 14);
  expect(effective.lineages).toBe(4);
  expect([organisations.count, lineages.count, both.count]).toEqual([3, 4, 4]);
});

test('rows of one organisation and one lineage are one group of both', () => {
  expect([...clustersOf(rowsOf('abab', 'pqqq')).both.of]).toEqual([0, 1, 2, 1]);
});

test('a group of both that is all of an organisation or of a lineage is known as it', () => {
  // Rows ap, bq, aq, bq, cr: ap is the lineage p, bq the organisation b, aq neither, cr both.
  const { organisations, lineages, both } = clustersOf(rowsOf('ababc', 'pqqqr'));
  const shared = sharedWith(both);
  expect([...shared.get(organisations)!]).toEqual([-1, 1, -1, 2]);
  expect([...shared.get(lineages)!]).toEqual([0, -1, -1, 2]);
  expect(sharedWith(organisations).size).toBe(0);
});

test('the effective numbers of some rows are those of their own clusters', () => {
  const rows = rowsOf('abcdefaa', 'pqrsttpq');
  const chosen = rows.map((_, i) => i !== 2 && i !== 6);
  expect(effectiveOf(clustersOf(rows), chosen)).toEqual(
    clustersOf(rows.filter((_, i) => chosen[i])).effective,
  );
});

test('the scarcer of two sides leaves less freedom, however many clusters of one kind it has', () => {
  const many = { organisations: 20, lineages: 15 };
  const fewLineages = { organisations: 90, lineages: 5 };
  const organisationsAlone = { organisations: 4, lineages: 1 };
  const none = { organisations: 2, lineages: 2 };
  const ordered = [none, organisationsAlone, fewLineages, many];
  ordered.forEach((scarce, i) => {
    for (const other of ordered.slice(i + 1)) {
      expect(scarcerOf([scarce, other])).toBe(scarce);
      expect(scarcerOf([other, scarce])).toBe(scarce);
    }
  });
});

test('fewer than three effective lineages leave the organisations, fewer of both leave nothing', () => {
  expect(clusteringOf({ organisations: 9, lineages: 3 })).toBe('both');
  expect(clusteringOf({ organisations: 9, lineages: 2.99 })).toBe('organisations');
  expect(clusteringOf({ organisations: 2.99, lineages: 9 })).toBe('lineages');
  expect(clusteringOf({ organisations: 2.99, lineages: 1 })).toBeNull();
  expect(freedomOf(clustersOf(rowsOf('abcd', 'pqrs')))).toBe(3);
  expect(freedomOf(clustersOf(rowsOf('abcd', 'pppp')))).toBe(3);
  expect(freedomOf(clustersOf(rowsOf('abcdab', 'pqrpqr')))).toBe(2);
  expect(freedomOf(clustersOf([]))).toBeNull();
});

test('the variance of both ways is at least the larger of one way', () => {
  const clusters = clustersOf(rowsOf('abcd', 'pqrs'));
  const by = (values: number[]) => {
    const { organisations, lineages, both } = clusters;
    const all = [organisations, lineages, both];
    return clusteredVariance(clusters, (grouping) => values[all.indexOf(grouping)]!);
  };
  expect(by([5, 4, 3])).toBe(6);
  expect(by([5, 4, 7])).toBe(5);
  expect(by([1, 4, 7])).toBe(4);
});
