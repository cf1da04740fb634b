import { expect, test } from 'vitest';
import { scoreBySizeAndProvider } from '../../src/figures/score-by-size-and-provider.ts';
import { drawnRows, editions } from './draw.ts';
import { checkClassesAndSides } from './provider-panels-check.ts';

test.each(editions)('both sides within each class on $preparation', async ({ preparation, query }) => {
  await checkClassesAndSides(preparation, await drawnRows(scoreBySizeAndProvider, query), 'true');
});

test('the takeaway counts the classes in which the community is ahead, by hand', () => {
  const bar = (group: string, provider: string, value: number | null) => ({
    panel: 'Average score',
    average: 'median',
    group,
    provider,
    value,
  });
  const rows = [
    bar('up to 9 B', 'official', 10),
    bar('up to 9 B', 'community', 12),
    bar('9 to 40 B', 'official', 30),
    bar('9 to 40 B', 'community', 20),
    bar('over 40 B', 'official', null),
    bar('over 40 B', 'community', 40),
  ];
  expect(scoreBySizeAndProvider.takeaway(rows)).toBe(
    'By the median score community models are ahead in 1 of 2 size classes: 12.0, 20.0 points against 10.0, 30.0, for models up to 9 B, 9 to 40 B.',
  );
  expect(scoreBySizeAndProvider.takeaway(rows.slice(4))).toMatch(/^Too few/);
});
