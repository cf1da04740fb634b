import { formatNumber } from '../statistics/format.ts';
import { sizeBandGains } from '../statistics/named/size-bands.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { tooFewOf } from './parts/estimate-bars.ts';
import { chartBase, ink, widths } from './theme.ts';

const unit = units.pointsPerBillion;
const sides = [
  { id: 'under_1b', label: 'up to 1 B' },
  { id: 'over_1b', label: 'over 1 B' },
] as const;
const parts = ['p10', 'median', 'p90'] as const;

type Drawn = { label: string; p10: number | null; median: number | null; p90: number | null; n: number };

const spread = ({ p10, p90 }: Drawn) => (p10 !== null && p90 !== null && p10 > 0 ? p90 / p10 : null);
const write = (value: number | null) => (value === null ? 'too few' : formatNumber(value, unit));

/** How far the score per parameter spreads below and above one billion parameters. */
export const subBillionSpread = figure({
  id: 'sub-billion-spread',
  question: 'Why leave models below one billion parameters out of the ratio?',
  query: sizeBandGains.query,
  derive(rows): Drawn[] {
    const estimates = sizeBandGains.derive(rows);
    return sides.map(({ id, label }) => {
      const found = parts.map((part) => estimates[`score_per_b.${id}.${part}`]!);
      const shown = found[0]!.n >= fewestForEstimate;
      const [p10, median, p90] = found.map(({ value }) => (shown ? value : null));
      return { label, p10: p10 ?? null, median: median ?? null, p90: p90 ?? null, n: found[0]!.n };
    });
  },
  columns: [
    { name: 'label', title: 'Parameters' },
    { name: 'p10', title: '10th percentile', unit },
    { name: 'median', title: 'Median', unit },
    { name: 'p90', title: '90th percentile', unit },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => rows.reduce((sum, row) => sum + row.n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [under, over] = rows.map(spread);
    if (under == null || over == null)
      return 'Too few models on one side of one billion parameters to compare.';
    const times = (value: number) => `${formatNumber(value, units.fold, 1)} times`;
    return `Up to 1\u00a0B the 90th percentile of the ratio is ${times(under)} the 10th; over 1\u00a0B it is ${times(over)}.`;
  },
  alt: (rows) =>
    `Range of the score per billion parameters from the 10th to the 90th percentile, on a log axis. ${rows
      .map(
        (row) => `Models ${row.label}: ${write(row.p10)} to ${write(row.p90)}, median ${write(row.median)}.`,
      )
      .join(' ')}`,
  notes:
    'Bars run from the 10th to the 90th percentile of the models’ ratios, on a log axis; the dot is the median.',
  spec(drawing) {
    const y = {
      field: 'label',
      type: 'nominal',
      sort: sides.map(({ label }) => label),
      axis: { title: null, labelColor: ink.text },
    } as const;
    const known = [{ filter: 'isValid(datum.p10) && datum.p10 > 0' }];
    const scale = { type: 'log', base: 2, nice: true } as const;
    return {
      ...chartBase(drawing),
      width: widths[drawing] - (drawing === 'phone' ? 20 : 10),
      height: { step: 44 },
      layer: [
        tooFewOf('p10', y, { value: 4 }),
        {
          transform: known,
          mark: { type: 'bar', height: 10, color: ink.density, opacity: 0.45, cornerRadius: 3 },
          encoding: {
            y,
            x: {
              field: 'p10',
              type: 'quantitative',
              scale,
              axis: {
                title: 'Points per billion parameters (log scale)',
                values: [0.5, 1, 2, 4, 8, 16, 32, 64],
                format: '~r',
              },
            },
            x2: { field: 'p90' },
            tooltip: [
              { field: 'label', title: 'Parameters' },
              { field: 'p10', title: '10th percentile', format: '.2f' },
              { field: 'median', title: 'Median', format: '.2f' },
              { field: 'p90', title: '90th percentile', format: '.2f' },
              { field: 'n', title: 'Models', format: ',' },
            ],
          },
        },
        {
          transform: known,
          mark: { type: 'point', filled: true, size: 70, opacity: 1, color: ink.accent },
          encoding: { y, x: { field: 'median', type: 'quantitative', scale } },
        },
        {
          transform: known,
          mark: { type: 'text', baseline: 'bottom', dy: -8 },
          encoding: {
            y,
            x: { field: 'median', type: 'quantitative', scale },
            text: { field: 'median', type: 'quantitative', format: '.2f' },
          },
        },
      ],
    };
  },
});
