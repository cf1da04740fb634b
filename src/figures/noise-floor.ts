import { formatInterval, formatNumber } from '../statistics/format.ts';
import { noise } from '../statistics/named/noise.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { layerOf } from './parts/layers.ts';
import { logPosition } from './parts/log-axis.ts';
import { chartBase, ink, widths } from './theme.ts';

const medians = ['noise.average.median', 'noise.co2_fold.median'] as const;

const blank = { statistic: null, model: null, spread: null, fold: null, low: null, high: null };
type Blank = typeof blank;
type Model = { layer: 'model' } & Omit<Blank, 'model' | 'spread' | 'fold'> & {
    model: string;
    spread: number;
    fold: number | null;
  };
type Median = { layer: 'median' } & Omit<Blank, 'statistic' | 'spread' | 'fold' | 'low' | 'high'> & {
    statistic: (typeof medians)[number];
    spread: number | null;
    fold: number | null;
    low: number | null;
    high: number | null;
  };
type Drawn = Model | Median;

const pairs = (rows: readonly Drawn[]) => layerOf(rows, 'model');
const line = (rows: readonly Drawn[], statistic: Median['statistic']) =>
  layerOf(rows, 'median').find((row) => row.statistic === statistic);

/** What changes when a model is run again at another precision: free repeats, one dot per model. */
export const noiseFloor = figure({
  id: 'noise-floor',
  question: 'How far apart are two runs of the same model?',
  query: noise.query,
  derive(rows): Drawn[] {
    const estimates = noise.derive(rows);
    return [
      ...rows.map(({ model, spread, fold }) => ({
        layer: 'model' as const,
        ...blank,
        model,
        spread,
        fold,
      })),
      ...medians.map((statistic) => {
        const { value, low, high } = estimates[statistic]!;
        const isFold = statistic === 'noise.co2_fold.median';
        return {
          layer: 'median' as const,
          ...blank,
          statistic,
          spread: isFold ? null : value,
          fold: isFold ? value : null,
          low,
          high,
        };
      }),
    ];
  },
  columns: [
    { name: 'model', title: 'Model', model: true },
    { name: 'spread', title: 'Largest minus smallest average', unit: units.points },
    { name: 'fold', title: 'Largest ÷ smallest CO₂', unit: units.fold },
    { name: 'statistic', title: 'Statistic' },
    { name: 'low', title: '95 % from', unit: units.fold },
    { name: 'high', title: '95 % to', unit: units.fold },
    { name: 'layer', title: 'Layer' },
  ],
  n: (rows) => pairs(rows).length,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const spread = line(rows, 'noise.average.median')?.spread;
    const { fold, low, high } = line(rows, 'noise.co2_fold.median') ?? blank;
    if (spread == null || fold === null || pairs(rows).length < fewestForEstimate)
      return 'Too few models were run more than once.';
    const interval = low !== null && high !== null ? ` (${formatInterval(low, high, units.fold)})` : '';
    return `Typically ${formatNumber(spread, units.points)} points apart in the average, and a factor of ${formatNumber(fold, units.fold)}${interval} apart in CO₂.`;
  },
  alt(rows) {
    const of = pairs(rows);
    const most = (column: 'spread' | 'fold') => Math.max(...of.map((row) => row[column] ?? 0));
    return of.length === 0
      ? 'No model in this slice was run at more than one precision.'
      : `A dot for each of ${of.length} models with runs at more than one precision: the ratio of the largest to the smallest CO₂, on a log axis, against the spread of the average. The largest spread is ${formatNumber(most('spread'), units.points)} points, the largest ratio ${formatNumber(most('fold'), units.fold)}. Lines mark the medians.`;
  },
  notes:
    'Each dot is a model with runs at more than one number format; dashed lines are the medians. Totals of carbon also grew when the leaderboard repeated a run, which may be why so many ratios are close to two.',
  spec(drawing) {
    const phone = drawing === 'phone';
    return {
      ...chartBase(drawing),
      width: widths[drawing] + (phone ? 10 : 50),
      height: phone ? 220 : 280,
      layer: [
        {
          transform: [{ filter: "datum.layer === 'model' && isValid(datum.fold)" }],
          mark: { type: 'point', filled: true, size: 36, opacity: 0.55, color: ink.accent },
          encoding: {
            x: {
              field: 'spread',
              type: 'quantitative',
              axis: { title: 'Spread of the average (points)', tickCount: 6 },
            },
            y: logPosition({
              field: 'fold',
              title: 'Ratio of CO₂ (log scale)',
              ticks: [1, 2, 4, 8, 16, 32, 64],
            }),
            tooltip: [
              { field: 'model', title: 'Model' },
              { field: 'spread', title: 'Spread of the average', format: '.2f' },
              { field: 'fold', title: 'Ratio of CO₂', format: '.2f' },
            ],
          },
        },
        {
          transform: [{ filter: "datum.statistic === 'noise.co2_fold.median'" }],
          mark: { type: 'rule', strokeDash: [4, 3], color: ink.text },
          encoding: { y: { field: 'fold', type: 'quantitative' } },
        },
        {
          transform: [{ filter: "datum.statistic === 'noise.average.median'" }],
          mark: { type: 'rule', strokeDash: [4, 3], color: ink.text },
          encoding: { x: { field: 'spread', type: 'quantitative' } },
        },
      ],
    };
  },
});
