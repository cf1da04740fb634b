import { expect, test } from 'vitest';
import { scoreAndCo2ByProvider } from '../../src/figures/score-and-co2-by-provider.ts';
import { drawnRows, editions } from './draw.ts';
import { checkBars } from './provider-panels-check.ts';

test.each(editions)('score and carbon of both sides on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(scoreAndCo2ByProvider, query);
  expect(rows).toHaveLength(8);
  for (const [provider, where] of [
    ['official', 'official_provider'],
    ['community', 'NOT official_provider'],
  ] as const) {
    await checkBars(
      preparation,
      rows,
      { panel: 'Average score', provider },
      'average',
      where,
      `score.${provider}`,
    );
    await checkBars(preparation, rows, { panel: 'CO₂', provider }, 'co2_kg', where, `co2.${provider}`);
  }
});

test('the takeaway says what both sides score and cost, by hand', () => {
  const bar = (panel: string, provider: string, average: string, value: number | null) => ({
    panel,
    provider,
    average,
    value,
    n: 10,
  });
  const rows = [
    bar('Average score', 'official', 'median', 11),
    bar('CO₂', 'official', 'median', 2),
    bar('CO₂', 'official', 'mean', 4),
    bar('Average score', 'community', 'median', 22),
    bar('CO₂', 'community', 'median', 1),
    bar('CO₂', 'community', 'mean', 3),
  ];
  expect(scoreAndCo2ByProvider.takeaway(rows)).toBe(
    'The median community model has 22.0 points for 1.00 kg of CO₂, the median official one 11.0 points for 2.00 kg of CO₂; the means of CO₂ are 3.00 and 4.00 kg.',
  );
  expect(scoreAndCo2ByProvider.takeaway(rows.slice(0, 5))).toMatch(/^Too few/);
});
