import { select, sql } from '../dataset/select.ts';
import { models } from '../dataset/tables.ts';
import { clusterKeys } from '../statistics/cluster-keys.ts';
import { formatInterval, formatNumber } from '../statistics/format.ts';
import { clustersOf } from '../statistics/methods/clusters.ts';
import { isTold } from '../statistics/methods/estimate.ts';
import { fitLine, slopeEstimate } from '../statistics/methods/linear.ts';
import { overSizes } from '../statistics/over-sizes.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { densityLayer, densityRows } from './parts/density.ts';
import { halo } from './parts/halo.ts';
import { farthestLeft, layerOf, only } from './parts/layers.ts';
import { acrossSizes } from './parts/log-axis.ts';
import {
  medianDots,
  readAt,
  sizeDots,
  sizeMedians,
  sizeMediansNote,
  withDrawn,
  type SizeMedian,
} from './parts/size-medians.ts';
import { chartBase, ink, widths } from './theme.ts';

/** Sizes, in billions, whose median the text alternative reads out. */
const readOut = [0.5, 1.5, 3, 8, 14.8, 32.8, 70];
const yStep = 2;
const xStep = 1 / 4;

/** Left edge of the chart, in doublings: a sixteenth of a billion parameters. */
const leftEdge = -4;

/** How many of the sizes farthest above the straight line are named, and the models that such a one needs. */
const peaks = { named: 2, fewest: 30 };

const blank = { x0: null, x1: null, y0: null, y1: null, low: null, mid: null, high: null, above: null };

type Blank = typeof blank;
type Drawn =
  | (Omit<Blank, 'x0' | 'x1' | 'y0' | 'y1'> & ReturnType<typeof densityRows>[number])
  | (Omit<Blank, keyof SizeMedian | 'above'> & { layer: 'median'; above: number | null } & SizeMedian)
  | (Omit<Blank, 'x0' | 'y0'> & { layer: 'fit'; x0: number; y0: number; n: number })
  | (Omit<Blank, 'low' | 'mid' | 'high'> & {
      layer: 'trend';
      low: number | null;
      mid: number | null;
      high: number | null;
      n: number;
    });

const trend = (rows: readonly Drawn[]) => layerOf(rows, 'trend')[0];

/** The two ends of a straight line over sizes in doublings, where it runs above zero points. */
export function endsOf({ slope, intercept }: { slope: number; intercept: number }, sizes: readonly number[]) {
  const zero = -intercept / slope;
  const [from, to] = [Math.max(leftEdge, Math.min(...sizes)), Math.max(...sizes)];
  const ends = slope > 0 ? [Math.max(from, zero), to] : slope < 0 ? [from, Math.min(to, zero)] : [from, to];
  return ends.map((x) => ({ x0: 2 ** x, y0: intercept + slope * x }));
}

/** The average score against size: density of models, the median at each size and the straight line through all. */
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
    const fit = isTold(slope) && slope.n >= fewestForEstimate ? fitLine(doublings, average) : null;
    return [
      ...densityRows(
        { values: doublings, step: xStep, log: true, from: leftEdge },
        { values: average, step: yStep },
      ).map((cell) => ({ ...blank, ...cell })),
      ...sizeMedians(doublings, average, leftEdge).map((row) => ({
        ...blank,
        layer: 'median' as const,
        ...row,
        above: fit && row.mid - (fit.intercept + fit.slope * Math.log2(row.x0)),
      })),
      ...(fit ? endsOf(fit, doublings) : []).map((end) => ({
        ...blank,
        layer: 'fit' as const,
        ...end,
        n: slope.n,
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
    { name: 'above', title: 'Median above the straight line', unit: units.points },
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
    const picked = readAt(layerOf(rows, 'median'), readOut);
    const score = (value: number) => formatNumber(value, units.points);
    const at = (row: (typeof picked)[number]) =>
      `near ${formatNumber(row.x0, units.billions)}\u00a0B the median is ${score(row.mid)} and the middle 80 % run from ${score(row.low)} to ${score(row.high)}`;
    return `Density of models by parameters, on a log axis, and average score${withDrawn([picked.length > 0 && medianDots, layerOf(rows, 'fit').length > 0 && 'a straight line through all models'])}. ${picked.length > 0 ? `In points, ${picked.map(at).join('; ')}.` : 'No size has enough models for a median.'}`;
  },
  notes: `Each cell is a quarter of a doubling wide and ${yStep}\u00a0points high; the stronger the colour, the more models. ${sizeMediansNote} The line is the straight one that lies nearest to all models, by the squares of their distances (least squares). Models below a sixteenth of a billion parameters lie left of the chart; the line counts them.`,
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
    const atMedian = { ...y, field: 'mid' };
    const farthestAbove = [
      only('median'),
      { filter: `datum.n >= ${peaks.fewest} && datum.above > 0` },
      {
        window: [{ op: 'row_number' as const, as: 'place' }],
        sort: [{ field: 'above', order: 'descending' as const }],
      },
      { filter: `datum.place <= ${peaks.named}` },
      { calculate: "format(datum.x0, '.1f') + '\u00a0B'", as: 'size' },
    ];
    return {
      ...chartBase(drawing),
      width: widths[drawing] + (phone ? 20 : 60),
      height: phone ? 260 : 340,
      layer: [
        densityLayer({
          x: { position: x, name: 'Parameters', unit: 'B', format: '.2~f' },
          y: { position: y, name: 'Score', format: '.0f' },
          shade: { type: 'sqrt', range: [0.05, 0.7], domainMin: 0 },
        }),
        ...[
          { color: ink.paper, strokeWidth: 5 },
          { color: ink.text, strokeWidth: 2 },
        ].map((line) => ({
          transform: [only('fit')],
          mark: { type: 'line' as const, ...line },
          encoding: { x, y },
        })),
        sizeDots('median', { x, y: atMedian }, { name: 'Median score', format: '.1f' }),
        ...halo.map((ground) => ({
          transform: farthestAbove,
          mark: {
            type: 'text' as const,
            align: 'right' as const,
            dx: -9,
            fontWeight: 600 as const,
            ...ground,
          },
          encoding: { x, y: atMedian, text: { field: 'size' } },
        })),
        ...halo.map((ground) => ({
          transform: farthestLeft('fit'),
          mark: {
            type: 'text' as const,
            align: 'left' as const,
            baseline: 'bottom' as const,
            dx: 28,
            fontWeight: 600 as const,
            ...ground,
          },
          encoding: { x, y, text: { value: 'straight line' } },
        })),
      ],
    };
  },
});
