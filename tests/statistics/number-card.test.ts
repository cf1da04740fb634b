import { expect, test } from 'vitest';
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
        value: '0.41',
        n: '4,494',
        about:
          '95\u00a0% interval 0.27 to 0.54, clustered by organisations and lineages (effectively 105 and 24); if the rows were independent, 0.38 to 0.43',
      },
      { preparation: 'prepared', title: 'The notebook’s preparation', value: 'too few', n: '0', about: '' },
    ],
    sql: 'SELECT 1',
    figures: ['a-figure'],
    report: 'A report',
  });
});
