import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/figures/figure.ts';
import { units } from '../../src/statistics/statistic.ts';
import { describeFigureCsv, figureCsv, type FigureWords } from '../../src/rendering/figure-file.ts';

const words: FigureWords = {
  question: 'Which?',
  takeaway: 'This one.',
  counted: '312 models',
  preparation: 'The reviewed preparation',
  slice: ['chat', 'up to 9 B'],
  until: '2025-03-13',
  report: 'The report',
  address: 'https://a.b/c/?type=chat#figure-d',
};
const figure = {
  columns: [
    { name: 'model', title: 'Model', model: true },
    { name: 'panel', title: 'Panel' },
    { name: 'co2', title: 'CO₂', unit: units.kg },
  ],
} as unknown as Figure;
const rows = [
  { model: 'a/’b', panel: 'Models’ CO₂', co2: 1.5, day: '2024-07-01', line: 1 },
  { model: '=c', panel: '=1', co2: null, day: '2024-07-02', line: 2 },
];

test('our own texts lose their typography, names of models stay, and neither begins a formula', () => {
  expect(figureCsv(figure, rows)).toBe(
    "model,panel,co2,day,line\na/’b,Models' CO2,1.5,2024-07-01,1\n'=c,'=1,,2024-07-02,2\n",
  );
});

test('without rows there is the header', () => {
  expect(figureCsv(figure, [])).toBe('model,panel,co2\n');
});

describe('the description', () => {
  test('says what the rows are, of what and where from', () => {
    expect(describeFigureCsv('d.csv', figure, words, rows)).toMatchObject({
      file: 'd.csv',
      title: 'Which?',
      about: ['This one.'],
      taken: '312 models; the reviewed preparation; chat, up to 9 B.',
      source:
        'Open LLM Leaderboard, final release, submissions until 2025-03-13; table data/runs.csv of this report.',
      until: '2025-03-13',
      report: 'The report',
      address: 'https://a.b/c/?type=chat#figure-d',
    });
    expect(describeFigureCsv('d.csv', figure, { ...words, slice: [] }, rows).taken).toBe(
      '312 models; the reviewed preparation; all models.',
    );
  });

  test('has the columns of the file with titles, types and units', () => {
    expect(describeFigureCsv('d.csv', figure, words, rows).columns).toEqual([
      { name: 'model', type: 'string', label: 'Model' },
      { name: 'panel', type: 'string', label: 'Panel' },
      { name: 'co2', type: 'number', label: 'CO₂', unit: 'kg CO₂' },
      { name: 'day', type: 'date', meaning: 'Helps to draw the chart.' },
      { name: 'line', type: 'integer', meaning: 'Helps to draw the chart.' },
    ]);
  });
});
