import { expect, test } from 'vitest';
import { coverageMisses } from '../../src/components/coverage.ts';

const slice = (id: string, label: string, shares: Record<string, number | null>) => ({
  id,
  label,
  statistics: Object.entries(shares).map(([name, share]) => ({ label: name, clustered: { share } })),
});

test('what misses is named with its share, by hand', () => {
  expect(
    coverageMisses({
      slices: [
        slice('all', 'Whole table', { Mean: 0.95, Share: 0.9, Slope: 0.981 }),
        slice('small', 'Small models', { Mean: 0.99, Share: 0.929, Slope: null }),
        slice('official', 'Official models', { Mean: 0.93 }),
      ],
    }),
  ).toEqual([
    'Whole table, too narrow: Share (90.0 %).',
    'Whole table, wider than need be: Slope (98.1 %).',
    'Small models, too narrow: Share (92.9 %).',
  ]);
});

test('where nothing misses, that is said', () => {
  expect(coverageMisses({ slices: [slice('all', 'Whole table', { Mean: 0.93, Slope: 0.97 })] })).toEqual([
    'None of them misses that.',
  ]);
});
