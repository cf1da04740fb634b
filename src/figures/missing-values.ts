import { formatNumber } from '../statistics/format.ts';
import { blanks } from '../statistics/named/blanks.ts';
import { units } from '../statistics/statistic.ts';
import { countInWords } from './few.ts';
import { figure } from './figure.ts';
import { chartBase, ink, widths } from './theme.ts';

/** Gaps of the table, by the statistic that counts them. */
const gaps = [
  { id: 'blank.license', label: 'no licence' },
  { id: 'faults.base_removed', label: 'base model removed' },
  { id: 'blank.upload_date', label: 'no upload date' },
  { id: 'blank.architecture', label: 'architecture unknown' },
  { id: 'blank.model_sha', label: 'no commit' },
  { id: 'blank.submission_date', label: 'no submission date' },
  { id: 'faults.size', label: 'no size' },
] as const;

type Drawn = { label: string; missing: number; share: number; runs: number };

const percent = (share: number) => formatNumber(share, { ...units.share, digits: 1 });

/** Which facts are missing, and in how many runs. */
export const missingValues = figure({
  id: 'missing-values',
  question: 'Which facts are missing from the table?',
  query: blanks.query,
  derive(rows): Drawn[] {
    const counts = blanks.derive(rows);
    const runs = rows[0]?.runs ?? 0;
    return gaps.map(({ id, label }) => {
      const missing = counts[id]?.value ?? 0;
      return { label, missing, share: runs > 0 ? missing / runs : 0, runs };
    });
  },
  columns: [
    { name: 'label', title: 'Gap' },
    { name: 'missing', title: 'Runs', unit: units.runs },
    { name: 'share', title: 'Share of runs', unit: { ...units.share, digits: 1 } },
    { name: 'runs', title: 'Of', unit: units.runs },
  ],
  n: (rows) => rows[0]?.runs ?? 0,
  counts: 'runs',
  minimum: 1,
  takeaway(rows) {
    const most = rows.reduce((a, b) => (b.missing > a.missing ? b : a));
    return most.missing === 0
      ? 'None of these facts is missing.'
      : `The most frequent gap: ${most.label}, in ${countInWords(most.missing, 'runs')} (${percent(most.share)}).`;
  },
  alt: (rows) =>
    `Bars of the share of runs with each gap. ${rows.map((row) => `${row.label}: ${countInWords(row.missing, 'runs')}, ${percent(row.share)}.`).join(' ')}`,
  notes:
    'Blank cells, and cells that say “Removed”, “?” or “Unknown”. Scores and carbon are complete in every run.',
  spec(drawing) {
    const y = {
      field: 'label',
      type: 'nominal',
      sort: gaps.map(({ label }) => label),
      axis: { title: null, labelColor: ink.text, labelLimit: 180 },
    } as const;
    return {
      ...chartBase(drawing),
      width: widths[drawing] - (drawing === 'phone' ? 110 : 130),
      height: { step: 26 },
      transform: [
        {
          calculate: "format(datum.missing, ',') + ' (' + format(100 * datum.share, '.1f') + '\u00a0%)'",
          as: 'text',
        },
      ],
      layer: [
        {
          mark: { type: 'bar', height: 14, color: ink.density, opacity: 0.6 },
          encoding: {
            y,
            x: { field: 'share', type: 'quantitative', axis: null },
            tooltip: [
              { field: 'label', title: 'Gap' },
              { field: 'missing', title: 'Runs', format: ',' },
              { field: 'share', title: 'Share', format: '.1%' },
            ],
          },
        },
        {
          mark: { type: 'text', align: 'left', dx: 6 },
          encoding: { y, x: { field: 'share', type: 'quantitative' }, text: { field: 'text' } },
        },
      ],
    };
  },
});
