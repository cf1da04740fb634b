import type { Row } from '../engine/engine.ts';
import { formatNumber } from '../statistics/format.ts';
import { runningQuantiles } from '../statistics/methods/smoothing.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import type { Figure } from './figure.ts';
import { cells } from './parts/cells.ts';
import { gridWithin, neighbours, windowOf } from './parts/running.ts';
import { chartConfig, ink, widths } from './theme.ts';

const unit = units.pointsPerBillion;
const step = 1 / 4;
/** Edges of the chart, in doublings of parameters and of the ratio. */
const edges = { left: -4, bottom: -3 };
/** Sizes, in billions, whose running median is read out. */
const readAt = [1.5, 7, 14, 70];

const readings = (rows: readonly Row[]) => {
  const running = rows.filter(({ layer }) => layer === 'running');
  return readAt.flatMap((size) => {
    const row = running.find(({ x0 }) => Math.abs(Math.log2(Number(x0) / size)) <= 1 / 16);
    return row
      ? [
          `${formatNumber(Number(row.mid), unit)} near ${formatNumber(size, { ...units.billions, digits: size < 2 ? 1 : 0 })} B`,
        ]
      : [];
  });
};

/** Seed figure 2: score per parameter against parameters, on log axes, with its running median. */
export const scorePerParameterCurve: Figure = {
  id: 'score-per-parameter-curve',
  question: 'How does score per parameter fall with size?',
  seed: 'S2',
  sql: `SELECT CAST(parameters_b AS DOUBLE) AS parameters_b, CAST(average AS DOUBLE) AS average FROM models WHERE parameters_b > 0 AND average > 0 ORDER BY row`,
  derive(rows) {
    const parameters = numbersOf(rows, 'parameters_b');
    const ratio = numbersOf(rows, 'average').map((score, index) => score / parameters[index]!);
    const doublings = parameters.map(Math.log2);
    const ratioDoublings = ratio.map(Math.log2);
    const window = windowOf(doublings.length);
    const running = window
      ? runningQuantiles(doublings, ratio, gridWithin(doublings, window, edges.left), {
          k: window,
          minimum: window,
          ties: 'all',
        })
      : [];
    const drawn = doublings.flatMap((x, index) =>
      x >= edges.left && ratioDoublings[index]! >= edges.bottom ? [index] : [],
    );
    const blank = { x0: null, x1: null, y0: null, y1: null, low: null, mid: null, high: null };
    return [
      ...cells(
        drawn.map((index) => doublings[index]!),
        drawn.map((index) => ratioDoublings[index]!),
        step,
        step,
      ).map(({ x0, x1, y0, y1, count }) => ({
        ...blank,
        layer: 'cell',
        x0: 2 ** x0,
        x1: 2 ** x1,
        y0: 2 ** y0,
        y1: 2 ** y1,
        n: count,
      })),
      ...running.map(({ x, low, mid, high, n }) => ({
        ...blank,
        layer: 'running',
        x0: 2 ** x,
        low,
        mid,
        high,
        n,
      })),
      { ...blank, layer: 'all', n: rows.length },
    ];
  },
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'x0', title: 'Parameters from (B)', unit: units.billions },
    { name: 'x1', title: 'Parameters to (B)', unit: units.billions },
    { name: 'y0', title: 'Ratio from', unit },
    { name: 'y1', title: 'Ratio to', unit },
    { name: 'low', title: '10th percentile', unit },
    { name: 'mid', title: 'Median', unit },
    { name: 'high', title: '90th percentile', unit },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => Number(rows.find(({ layer }) => layer === 'all')?.n ?? 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const read = readings(rows);
    return read.length < 2
      ? 'Too few models, or too few sizes, for a running median.'
      : `In points per billion parameters, the running median is ${read.join(', ')}.`;
  },
  alt: (rows) =>
    `Density of models by parameters and by score per billion parameters, both on log axes, with a running median. ${readings(rows).length > 0 ? `The median is ${readings(rows).join(', ')}, in points per billion parameters.` : 'There are too few models for a running median.'}`,
  notes: `Each cell is a quarter of a doubling wide and high; the stronger the colour, the more models. The line is the median of the ${neighbours} models nearest in size. A falling line is what any bounded score must show. Models with a score of zero have no place on a log axis and are left out; ratios under an eighth of a point and sizes under a sixteenth of a billion lie outside the chart.`,
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = {
      field: 'x0',
      type: 'quantitative',
      scale: { type: 'log', base: 2, nice: false },
      axis: {
        title: 'Parameters (billions, log scale)',
        grid: false,
        values: phone ? [0.125, 0.5, 2, 8, 32, 128] : [0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128],
        format: '~r',
      },
    } as const;
    const scale = { type: 'log', base: 2, nice: false } as const;
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      data: { name: 'rows' },
      config: chartConfig(drawing),
      width: widths[drawing] + (phone ? 10 : 50),
      height: phone ? 260 : 340,
      layer: [
        {
          transform: [{ filter: "datum.layer === 'cell'" }],
          mark: { type: 'rect', color: ink.density },
          encoding: {
            x,
            x2: { field: 'x1' },
            y: {
              field: 'y0',
              type: 'quantitative',
              scale,
              axis: {
                title: 'Points per billion parameters (log scale)',
                values: [0.25, 1, 4, 16, 64],
                format: '~r',
              },
            },
            y2: { field: 'y1' },
            opacity: {
              field: 'n',
              type: 'quantitative',
              scale: { type: 'sqrt', range: [0.06, 1], domainMin: 0 },
            },
            tooltip: [
              { field: 'n', title: 'Models', format: ',' },
              { field: 'x0', title: 'Parameters from (B)', format: '.2~f' },
              { field: 'x1', title: 'to (B)', format: '.2~f' },
              { field: 'y0', title: 'Ratio from', format: '.2~f' },
              { field: 'y1', title: 'to', format: '.2~f' },
            ],
          },
        },
        {
          transform: [{ filter: "datum.layer === 'running'" }],
          mark: { type: 'line', color: ink.accent, strokeWidth: 2.5 },
          encoding: { x, y: { field: 'mid', type: 'quantitative', scale } },
        },
      ],
    };
  },
};
