import { expect, test } from 'vitest';
import { qwenByProvider } from '../../src/figures/qwen-by-provider.ts';
import { drawnRows, editions } from './draw.ts';
import { checkBars } from './provider-panels-check.ts';

const sides = { official: 'official_provider', community: 'NOT official_provider' };
const classes = {
  'up to 9 B': 'parameters_b > 0 AND parameters_b <= 9',
  '9 to 40 B': 'parameters_b > 9 AND parameters_b <= 40',
  'over 40 B': 'parameters_b > 40',
};
const counted = "lower(model) LIKE '%qwen%'";

test.each(editions)('both sides within each class on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(qwenByProvider, query);
  expect(rows).toHaveLength(24);
  for (const [provider, side] of Object.entries(sides))
    for (const [group, inside] of Object.entries(classes)) {
      const where = `${counted} AND ${side} AND ${inside}`;
      await checkBars(preparation, rows, { panel: 'Average score', provider, group }, 'average', where);
      await checkBars(
        preparation,
        rows,
        { panel: 'Score per billion parameters', provider, group },
        'average / parameters_b',
        `${where} AND parameters_b > 1`,
      );
    }
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
