import { formatInterval, formatNumber } from '../statistics/format.ts';
import { noise } from '../statistics/named/noise.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import type { Figure } from './figure.ts';
import { logPosition } from './parts/log-axis.ts';
import { chartBase, ink, widths } from './theme.ts';

const pairs = (rows: readonly Record<string, unknown>[]) => rows.filter(({ layer }) => layer === 'model');
const line = (rows: readonly Record<string, unknown>[], statistic: string) =>
  rows.find((row) => row.statistic === statistic);

/** What changes when a model is run again at another precision: free repeats, one dot per model. */
export const noiseFloor: Figure = {
  id: 'noise-floor',
  question: 'How far apart are two runs of the same model?',
  sql: noise.sql,
  derive(rows) {
    const estimates = noise.derive(rows);
    const blank = {
      layer: 'model',
      statistic: null,
      model: null,
      spread: null,
      fold: null,
      low: null,
      high: null,
    };
    return [
      ...rows.map(({ model, spread, fold }) => ({
        ...blank,
        model: model ?? null,
        spread: spread ?? null,
        fold: fold ?? null,
      })),
      ...(['noise.average.median', 'noise.co2_fold.median'] as const).map((statistic) => {
        const { value, low, high } = estimates[statistic]!;
        const isFold = statistic === 'noise.co2_fold.median';
        return {
          ...blank,
          layer: 'median',
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
    const [spread, fold] = [line(rows, 'noise.average.median'), line(rows, 'noise.co2_fold.median')];
    if (
      typeof spread?.spread !== 'number' ||
      typeof fold?.fold !== 'number' ||
      pairs(rows).length < fewestForEstimate
    )
      return 'Too few models were run more than once.';
    const interval =
      typeof fold.low === 'number' && typeof fold.high === 'number'
        ? ` (${formatInterval(fold.low, fold.high, units.fold)})`
        : '';
    return `Typically ${formatNumber(spread.spread, units.points)} points apart in the average, and a factor of ${formatNumber(fold.fold, units.fold)}${interval} apart in CO₂.`;
  },
  alt(rows) {
    const of = pairs(rows);
    const most = (column: string) => Math.max(...of.map((row) => Number(row[column] ?? 0)));
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
};
