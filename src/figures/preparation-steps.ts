import { formatNumber } from '../statistics/format.ts';
import { units } from '../statistics/statistic.ts';
import type { Figure } from './figure.ts';
import { chartBase, ink, widths } from './theme.ts';

const write = (value: unknown) => formatNumber(Number(value), units.runs);

/** What each declared step of the preparation leaves of the runs. */
export const preparationSteps: Figure = {
  id: 'preparation-steps',
  question: 'What does the preparation keep of the runs?',
  sql: `SELECT CAST(position AS INTEGER) AS position, title, CAST(count(*) AS INTEGER) AS left_over FROM steps GROUP BY position, title ORDER BY position`,
  derive: (rows) =>
    rows.map((row, index) => {
      const before = index === 0 ? row.left_over : rows[index - 1]?.left_over;
      return { ...row, dropped: Number(before) - Number(row.left_over), before: Number(before) };
    }),
  columns: [
    { name: 'position', title: 'Step' },
    { name: 'title', title: 'What it does' },
    { name: 'left_over', title: 'Rows left', unit: units.runs },
    { name: 'dropped', title: 'Rows dropped', unit: units.runs },
  ],
  n: (rows) => Number(rows[0]?.left_over ?? 0),
  counts: 'runs',
  minimum: 1,
  takeaway(rows) {
    const first = rows[0];
    const last = rows.at(-1);
    if (!first) return 'No runs are left to prepare.';
    const largest = rows.reduce((a, b) => (Number(b.dropped) > Number(a.dropped) ? b : a), first);
    if (Number(largest.dropped) === 0) return `All ${write(first.left_over)} rows are kept.`;
    return `${write(last?.left_over)} of ${write(first.left_over)} rows are kept; “${String(largest.title)}” drops the most, ${write(largest.dropped)}.`;
  },
  alt: (rows) =>
    [
      'Bars of the rows left after each step.',
      ...rows.map(
        (row) => `${String(row.title)}: ${write(row.left_over)} left, ${write(row.dropped)} dropped.`,
      ),
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
};
