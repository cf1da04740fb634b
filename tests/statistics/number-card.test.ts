import { expect, test } from 'vitest';
import { aboutInterval } from '../../src/statistics/format.ts';
import { numberCard } from '../../src/statistics/number-card.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';

const { definition } = findStatistic('scaling.r2')!;
const estimate = {
  value: 0.4123,
  n: 4494,
  low: 0.27,
  high: 0.54,
  independent: { low: 0.38, high: 0.43 },
  clusters: { organisations: 104.8, lineages: 23.8 },
};

test.each([
  ['both', 'organisations and lineages (on the side with fewer effectively 12 and 4.6)'],
  ['organisations', 'organisations (on the side with fewer effectively 12 and 4.6)'],
  ['lineages', 'lineages (on the side with fewer effectively 12 and 4.6)'],
] as const)('the card of a difference says the clusters of the side with fewer: %s', (together, words) => {
  const clusters = { organisations: 12.3, lineages: 4.56, together };
  expect(aboutInterval({ ...estimate, clusters, independent: undefined }, definition)).toBe(
    `95\u00a0% interval 27 to 54\u00a0%, clustered by ${words}`,
  );
});

test('the card of a difference without an interval says which side has too few clusters', () => {
  const few = { organisations: 2.8, lineages: 1.5 };
  const without = { ...estimate, low: null, high: null, independent: undefined };
  const words = 'no interval: effectively 2.8 organisations and 1.5 lineages';
  expect(aboutInterval({ ...without, clusters: few }, definition)).toBe(words);
  expect(aboutInterval({ ...without, clusters: { ...few, together: 'both' } }, definition)).toBe(
    `${words} on the side with fewer`,
  );
});

test('the card of a number has both preparations, the reviewed one first, in words', () => {
  const none = { value: null, n: 0, low: null, high: null };
  expect(
    numberCard(definition, 'SELECT 1', { reviewed: estimate, prepared: none }, ['a-figure'], 'A report'),
  ).toEqual({
    label: definition.label,
    unit: definition.unit.name,
    editions: [
      {
        preparation: 'reviewed',
        title: 'The reviewed preparation',
        value: '41\u00a0%',
        n: '4,494',
        about:
          '95\u00a0% interval 27 to 54\u00a0%, clustered by organisations and lineages (effectively 105 and 24); if the rows were independent, 38 to 43\u00a0%',
      },
      { preparation: 'prepared', title: 'The notebook’s preparation', value: 'too few', n: '0', about: '' },
    ],
    sql: 'SELECT 1',
    figures: ['a-figure'],
    report: 'A report',
  });
});
