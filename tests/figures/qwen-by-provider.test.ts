import { expect, test } from 'vitest';
import { qwenByProvider } from '../../src/figures/qwen-by-provider.ts';
import { drawnRows, editions } from './draw.ts';
import { checkClassesAndSides } from './provider-panels-check.ts';

test.each(editions)('both sides within each class on $preparation', async ({ preparation, query }) => {
  await checkClassesAndSides(
    preparation,
    await drawnRows(qwenByProvider, query),
    "lower(model) LIKE '%qwen%'",
    'qwen.',
  );
});

test('the takeaway sets the medians beside each other, by hand', () => {
  const bar = (group: string, provider: string, value: number) => ({
    panel: 'Average score',
    average: 'median',
    group,
    provider,
    value,
  });
  const rows = [bar('9 to 40 B', 'official', 30), bar('9 to 40 B', 'community', 20)];
  expect(qwenByProvider.takeaway(rows)).toBe(
    'Median score of community against official models named Qwen: 9 to 40 B 20.0 against 30.0.',
  );
  expect(qwenByProvider.takeaway(rows.slice(1))).toMatch(/^Too few/);
});
