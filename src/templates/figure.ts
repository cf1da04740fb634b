import { countOf, select, type RowOf } from '../dataset/select.ts';
import { models } from '../dataset/tables.ts';
import { figure } from '../figures/figure.ts';
import { chartBase, ink, widths } from '../figures/theme.ts';
import { formatNumber } from '../statistics/format.ts';
import { units } from '../statistics/statistic.ts';

const countsByType = select(models, ({ type }) => ({
  rows: { type, models: countOf() },
  groupBy: ['type'],
  orderBy: ['type'],
}));

const sum = (rows: readonly RowOf<typeof countsByType>[]) =>
  rows.reduce((total, row) => total + row.models, 0);
const write = (count: number) => formatNumber(count, units.models);

/** What the figure shows, in a sentence. */
export const newFigure = figure({
  id: 'new-figure',
  question: 'New figure?',
  query: countsByType,
  derive: (rows) => rows.toSorted((a, b) => b.models - a.models),
  columns: [
    { name: 'type', title: 'Type' },
    { name: 'models', title: 'Models', unit: units.models },
  ],
  n: sum,
  counts: 'models',
  minimum: 1,
  takeaway(rows) {
    const [most] = rows;
    if (!most) return 'There are 0 models to count.';
    return `Most are of the type “${most.type}”: ${write(most.models)} of ${write(sum(rows))}.`;
  },
  alt: (rows) =>
    `Bars of the number of models of each type, ${write(sum(rows))} in all. ${rows
      .map(({ type, models: count }) => `${type}: ${write(count)}.`)
      .join(' ')}`.trim(),
  notes: 'Types are those that the submitters declared. Counts are facts of the table and carry no interval.',
  spec: (drawing) => ({
    ...chartBase(drawing),
    width: widths[drawing] - 80,
    height: { step: 26 },
    mark: { type: 'bar', height: 15, cornerRadiusEnd: 2, color: ink.accent },
    encoding: {
      y: { field: 'type', type: 'nominal', sort: null, axis: { title: null } },
      x: { field: 'models', type: 'quantitative', axis: { title: 'Models', tickCount: 5 } },
      tooltip: [
        { field: 'type', title: 'Type' },
        { field: 'models', title: 'Models', format: ',' },
      ],
    },
  }),
});
