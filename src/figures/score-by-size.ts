import { select, sql } from '../dataset/select.ts';
import { models } from '../dataset/tables.ts';
import { clusterKeys } from '../statistics/cluster-keys.ts';
import { formatInterval, formatNumber } from '../statistics/format.ts';
import { clustersOf } from '../statistics/methods/clusters.ts';
import { slopeEstimate } from '../statistics/methods/linear.ts';
import { overSizes } from '../statistics/over-sizes.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { densityLayer, densityRows } from './parts/density.ts';
import { layerOf } from './parts/layers.ts';
import { acrossSizes } from './parts/log-axis.ts';
import { lineName, medianLine, medianReadout, middleBand } from './parts/running-layers.ts';
import { neighbours, readAt, runningMedian, type SmoothedRow } from './parts/running.ts';
import { chartBase, ink, widths } from './theme.ts';

/** Sizes, in billions, whose running median the text alternative reads out. */
const readOut = [0.5, 2, 8, 32, 70];
const yStep = 2;
const xStep = 1 / 4;

/** Left edge of the chart, in doublings: a sixteenth of a billion parameters. */
const leftEdge = -4;

type Drawn =
  | SmoothedRow
  | {
      layer: 'trend';
      x0: null;
      x1: null;
      y0: null;
      y1: null;
      low: number | null;
      mid: number | null;
      high: number | null;
      n: number;
    };

const trend = (rows: readonly Drawn[]) => layerOf(rows, 'trend')[0];

/** The average score against size: density of models, running median and the band of the middle 80 %. */
export const scoreBySize = figure({
  id: 'score-by-size',
  question: 'Does a bigger model score higher?',
  query: select(models, ({ organisation, lineage, row, parameters_b, average }) => ({
    rows: { ...clusterKeys({ organisation, lineage }), parameters_b, average },
    where: sql`${parameters_b} > 0`,
    orderBy: [row],
  })),
  derive(rows): Drawn[] {
    const sizes = numbersOf(rows, 'parameters_b');
    const doublings = sizes.map(Math.log2);
    const average = numbersOf(rows, 'average');
    const slope = overSizes(sizes, () => slopeEstimate(doublings, average, clustersOf(rows)));
    const blank = { x0: null, x1: null, y0: null, y1: null, low: null, mid: null, high: null };
    return [
      ...densityRows(
        { values: doublings, step: xStep, log: true, from: leftEdge },
        { values: average, step: yStep },
      ).map((cell) => ({ ...blank, ...cell })),
      ...runningMedian(doublings, average, leftEdge).map((row) => ({
        ...blank,
        layer: 'running' as const,
        ...row,
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
  n: (rows) => trend(rows)?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const slope = trend(rows);
    if (!slope || slope.mid === null || slope.low === null || slope.high === null)
      return 'Too few models, or too few sizes, for a trend.';
    const unit = units.pointsPerDoubling;
    const say = `${formatNumber(slope.mid, unit)} points per doubling of parameters (95 % interval ${formatInterval(slope.low, slope.high, unit)})`;
    if (slope.low > 0) return `Yes, on average: ${say}, with a wide spread at every size.`;
    if (slope.high < 0) return `No: among these models the average falls by ${say.replace('−', '')}.`;
    return `It cannot be told: ${say}.`;
  },
  alt(rows) {
    const picked = readAt(layerOf(rows, 'running'), readOut).map(({ row }) => row);
    const score = (value: number) => formatNumber(value, units.points);
    const at = (row: (typeof picked)[number]) =>
      `near ${formatNumber(row.x0, units.billions)}\u00a0B the median is ${score(row.mid)} and the middle 80 % run from ${score(row.low)} to ${score(row.high)}`;
    return `Density of models by parameters, on a log axis, and average score, with a running median and a band for the middle 80 %. ${picked.length > 0 ? `In points, ${picked.map(at).join('; ')}.` : 'There are too few models for a running median.'}`;
  },
  notes: `Each cell is a quarter of a doubling wide and ${yStep} points high; the stronger the colour, the more models. The line is the median of the ${neighbours} models nearest in size, the band their 10th to 90th percentile. With fewer than ${neighbours * 4} models the window is a quarter of them. Models below a sixteenth of a billion parameters lie left of the chart; the trend counts them.`,
  explore: { x: 'parameters_b', y: 'average', colour: 'none' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = acrossSizes(drawing);
    const y = {
      field: 'y0',
      type: 'quantitative',
      scale: { zero: true },
      axis: { title: 'Average score (points)', tickCount: 6 },
    } as const;
    const running = { layer: 'running', color: ink.accent, x, y: { ...y, field: 'mid' } };
    return {
      ...chartBase(drawing),
      width: widths[drawing] + (phone ? 20 : 60),
      height: phone ? 260 : 340,
      layer: [
        densityLayer({
          x: { position: x, name: 'Parameters', unit: 'B', format: '.2~f' },
          y: { position: y, name: 'Score', format: '.0f' },
          shade: { type: 'sqrt', range: [0.06, 1], domainMin: 0 },
        }),
        middleBand(running, 0.16),
        medianLine(running),
        medianReadout(running, 'Median score', '.1f'),
        lineName(running, 'median'),
      ],
    };
  },
});
