import { expect, test } from 'vitest';
import { scoreBySizeAndProvider } from '../../src/figures/score-by-size-and-provider.ts';
import { drawnRows, editions } from './draw.ts';
import { checkClassesAndSides } from './provider-panels-check.ts';

test.each(editions)('both sides within each class on $preparation', async ({ preparation, query }) => {
  await checkClassesAndSides(preparation, await drawnRows(scoreBySizeAndProvider, query), 'true');
});

test('the takeaway counts the classes in which the community is ahead, and where that can be told, by hand', () => {
  const bar = (group: string, provider: string, value: number | null) => ({
    panel: 'Average score',
    average: 'median',
    group,
    provider,
    value,
  });
  const lead = (group: string, value: number, low: number | null, high: number | null) => ({
    panel: 'Community minus official, average score',
    group,
    value,
    low,
    high,
  });
  const rows = [
    lead('up to 9 B', 2, -1, 5),
    lead('9 to 40 B', -10, -12, -8),
    lead('over 40 B', 40, null, null),
    bar('up to 9 B', 'official', 10),
    bar('up to 9 B', 'community', 12),
    bar('9 to 40 B', 'official', 30),
    bar('9 to 40 B', 'community', 20),
    bar('over 40 B', 'official', null),
    bar('over 40 B', 'community', 40),
  ];
  expect(scoreBySizeAndProvider.takeaway(rows)).toBe(
    'By the median score community models are ahead in 1 of 2 size classes, and in 1 can it be told who is: community minus official is 2.0 (−1.0 to 5.0) for models up to 9 B, −10.0 (−12.0 to −8.0) for models 9 to 40 B, in points.',
  );
  expect(scoreBySizeAndProvider.takeaway(rows.slice(7))).toMatch(/^Too few/);
});
