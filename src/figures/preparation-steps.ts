import { countOf, select } from '../dataset/select.ts';
import { steps } from '../dataset/tables.ts';
import { formatNumber } from '../statistics/format.ts';
import { units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { chartBase, ink, widths } from './theme.ts';

type Drawn = { position: number; title: string; left_over: number; dropped: number; before: number };

const write = (value: number) => formatNumber(value, units.runs);

/** What each declared step of the preparation leaves of the runs. */
export const preparationSteps = figure({
  id: 'preparation-steps',
  question: 'What does the preparation keep of the runs?',
  query: select(steps, ({ position, title }) => ({
    rows: { position, title, left_over: countOf() },
    groupBy: ['position', 'title'],
    orderBy: ['position'],
  })),
  derive: (rows): Drawn[] =>
    rows.map((row, index) => {
      const before = (rows[index - 1] ?? row).left_over;
      return { ...row, dropped: before - row.left_over, before };
    }),
  columns: [
    { name: 'position', title: 'Step' },
    { name: 'title', title: 'What it does' },
    { name: 'left_over', title: 'Rows left', unit: units.runs },
    { name: 'dropped', title: 'Rows dropped', unit: units.runs },
  ],
  n: (rows) => rows[0]?.left_over ?? 0,
  counts: 'runs',
  minimum: 1,
  takeaway(rows) {
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return 'No runs are left to prepare.';
    const largest = rows.reduce((a, b) => (b.dropped > a.dropped ? b : a));
    if (largest.dropped === 0) return `All ${write(first.left_over)} rows are kept.`;
    return `${write(last.left_over)} of ${write(first.left_over)} rows are kept; “${largest.title}” drops the most, ${write(largest.dropped)}.`;
  },
  alt: (rows) =>
    [
      'Bars of the rows left after each step.',
      ...rows.map((row) => `${row.title}: ${write(row.left_over)} left, ${write(row.dropped)} dropped.`),
    ].join(' '),
  notes: 'Bars start at zero; the end in the accent colour is what the step dropped.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const y = {
      field: 'title',
      type: 'nominal',
      sort: { field: 'position', op: 'min' },
      axis: phone ? null : { title: null, labelLimit: 260, labelColor: ink.text },
    } as const;
    return {
      ...chartBase(drawing),
      width: widths[drawing] - (phone ? -60 : 140),
      height: { step: phone ? 46 : 30 },
      transform: [
        {
          calculate:
            "format(datum.left_over, ',') + ' left' + (datum.dropped > 0 ? ', ' + format(datum.dropped, ',') + ' dropped' : '')",
          as: 'label',
        },
      ],
      layer: [
        {
          mark: { type: 'bar', height: 14, color: ink.density, opacity: 0.55 },
          encoding: {
            y,
            x: { field: 'left_over', type: 'quantitative', axis: null },
            tooltip: [
              { field: 'title', title: 'Step' },
              { field: 'left_over', title: 'Rows left', format: ',' },
              { field: 'dropped', title: 'Rows dropped', format: ',' },
            ],
          },
        },
        {
          mark: { type: 'bar', height: 14, color: ink.accent },
          encoding: {
            y,
            x: { field: 'left_over', type: 'quantitative' },
            x2: { field: 'before' },
          },
        },
        {
          mark: phone
            ? { type: 'text', align: 'left', baseline: 'bottom', dy: -9 }
            : { type: 'text', align: 'left', dx: 6 },
          encoding: {
            y,
            x: phone ? { value: 0 } : { field: 'before', type: 'quantitative' },
            text: { field: phone ? 'phone_label' : 'label' },
          },
          transform: [{ calculate: "datum.title + ': ' + datum.label", as: 'phone_label' }],
        },
      ],
    };
  },
});
