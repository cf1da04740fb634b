import type { Row } from '../engine/engine.ts';
import { formatInterval, formatNumber } from '../statistics/format.ts';
import { slopeEstimate } from '../statistics/methods/linear.ts';
import { runningQuantiles } from '../statistics/methods/smoothing.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import type { Figure } from './figure.ts';
import { cells } from './parts/cells.ts';
import { gridStep, gridWithin, neighbours, windowOf } from './parts/running.ts';
import { chartConfig, ink, widths } from './theme.ts';

/** Sizes, in billions, whose running median the text alternative reads out. */
const readAt = [0.5, 2, 8, 32, 70];
const yStep = 2;
const xStep = 1 / 4;

/** Left edge of the chart, in doublings: a sixteenth of a billion parameters. */
const leftEdge = -4;

const layer = (rows: readonly Row[], name: string) => rows.filter((row) => row.layer === name);
const trend = (rows: readonly Row[]) => layer(rows, 'trend')[0];

/** The average score against size: density of models, running median and the band of the middle 80 %. */
export const scoreBySize: Figure = {
  id: 'score-by-size',
  question: 'Does a bigger model score higher?',
  sql: `SELECT CAST(parameters_b AS DOUBLE) AS parameters_b, CAST(average AS DOUBLE) AS average FROM models WHERE parameters_b > 0 ORDER BY row`,
  derive(rows) {
    const doublings = numbersOf(rows, 'parameters_b').map(Math.log2);
    const average = numbersOf(rows, 'average');
    const slope = slopeEstimate(doublings, average);
    const window = windowOf(doublings.length);
    const running = window
      ? runningQuantiles(doublings, average, gridWithin(doublings, window, leftEdge), {
          k: window,
          minimum: window,
          ties: 'all',
        })
      : [];
    const drawn = rows.flatMap((_, index) => (doublings[index]! >= leftEdge ? [index] : []));
    const blank = { x0: null, x1: null, y0: null, y1: null, low: null, mid: null, high: null };
    return [
      ...cells(
        drawn.map((index) => doublings[index]!),
        drawn.map((index) => average[index]!),
        xStep,
        yStep,
      ).map(({ x0, x1, y0, y1, count }) => ({
        ...blank,
        layer: 'cell',
        x0: 2 ** x0,
        x1: 2 ** x1,
        y0,
        y1,
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
      { ...blank, layer: 'trend', low: slope.low, mid: slope.value, high: slope.high, n: slope.n },
    ];
  },
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'x0', title: 'Parameters from (B)', unit: units.billions },
    { name: 'x1', title: 'Parameters to (B)', unit: units.billions },
    { name: 'y0', title: 'Score from' },
    { name: 'y1', title: 'Score to' },
    { name: 'low', title: '10th percentile', unit: units.points },
    { name: 'mid', title: 'Median', unit: units.points },
    { name: 'high', title: '90th percentile', unit: units.points },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => Number(trend(rows)?.n ?? 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const slope = trend(rows);
    if (typeof slope?.mid !== 'number' || typeof slope.low !== 'number' || typeof slope.high !== 'number')
      return 'Too few models, or too few sizes, for a trend.';
    const unit = units.pointsPerDoubling;
    const say = `${formatNumber(slope.mid, unit)} points per doubling of parameters (95 % interval ${formatInterval(slope.low, slope.high, unit)})`;
    if (slope.low > 0) return `Yes, on average: ${say}, with a wide spread at every size.`;
    if (slope.high < 0) return `No: among these models the average falls by ${say.replace('−', '')}.`;
    return `It cannot be told: ${say}.`;
  },
  alt(rows) {
    const running = layer(rows, 'running');
    const picked = readAt
      .map((size) => running.find((row) => Math.abs(Math.log2(Number(row.x0) / size)) <= gridStep / 2))
      .filter((row) => row !== undefined);
    const score = (value: unknown) => formatNumber(Number(value), units.points);
    const at = (row: Row) =>
      `near ${formatNumber(Number(row.x0), units.billions)} B the median is ${score(row.mid)} and the middle 80 % run from ${score(row.low)} to ${score(row.high)}`;
    return `Density of models by parameters, on a log axis, and average score, with a running median and a band for the middle 80 %. ${picked.length > 0 ? `In points, ${picked.map(at).join('; ')}.` : 'There are too few models for a running median.'}`;
  },
  notes: `Each cell is a quarter of a doubling wide and ${yStep} points high; the stronger the colour, the more models. The line is the median of the ${neighbours} models nearest in size, the band their 10th to 90th percentile. With fewer than ${neighbours * 4} models the window is a quarter of them. Models below a sixteenth of a billion parameters lie left of the chart; the trend counts them.`,
  explore: { x: 'parameters_b', y: 'average', colour: 'none' },
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
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      data: { name: 'rows' },
      config: chartConfig(drawing),
      width: widths[drawing] + (phone ? 20 : 60),
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
              scale: { zero: true },
              axis: { title: 'Average score (points)', tickCount: 6 },
            },
            y2: { field: 'y1' },
            tooltip: [
              { field: 'n', title: 'Models', format: ',' },
              { field: 'x0', title: 'Parameters from (B)', format: '.2~f' },
              { field: 'x1', title: 'to (B)', format: '.2~f' },
              { field: 'y0', title: 'Score from', format: '.0f' },
              { field: 'y1', title: 'to', format: '.0f' },
            ],
            opacity: {
              field: 'n',
              type: 'quantitative',
              scale: { type: 'sqrt', range: [0.06, 1], domainMin: 0 },
            },
          },
        },
        {
          transform: [{ filter: "datum.layer === 'running'" }],
          mark: { type: 'area', color: ink.accent, opacity: 0.16 },
          encoding: { x, y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
        },
        {
          transform: [{ filter: "datum.layer === 'running'" }],
          mark: { type: 'line', color: ink.accent, strokeWidth: 2.5 },
          encoding: { x, y: { field: 'mid', type: 'quantitative' } },
        },
        {
          transform: [{ filter: "datum.layer === 'running'" }],
          mark: { type: 'point', size: 90, filled: true, opacity: 0, color: ink.accent },
          encoding: {
            x,
            y: { field: 'mid', type: 'quantitative' },
            tooltip: [
              { field: 'x0', title: 'Parameters near (B)', format: '.2~f' },
              { field: 'mid', title: 'Median score', format: '.1f' },
              { field: 'low', title: '10th percentile', format: '.1f' },
              { field: 'high', title: '90th percentile', format: '.1f' },
              { field: 'n', title: 'Models in the window', format: ',' },
            ],
          },
        },
        {
          transform: [
            { filter: "datum.layer === 'running'" },
            { window: [{ op: 'row_number', as: 'place' }], sort: [{ field: 'x0', order: 'descending' }] },
            { filter: 'datum.place === 1' },
          ],
          mark: { type: 'text', align: 'left', dx: 5, color: ink.accent, fontWeight: 600 },
          encoding: { x, y: { field: 'mid', type: 'quantitative' }, text: { value: 'median' } },
        },
      ],
    };
  },
};
