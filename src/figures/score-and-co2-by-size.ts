import { select, sql } from '../dataset/select.ts';
import { models } from '../dataset/tables.ts';
import { clusterKeys } from '../statistics/cluster-keys.ts';
import { formatInterval, formatNumber } from '../statistics/format.ts';
import { clustersOf } from '../statistics/methods/clusters.ts';
import { isTold, type Estimate } from '../statistics/methods/estimate.ts';
import { fitLine, slopeEstimate } from '../statistics/methods/linear.ts';
import { elasticityOf } from '../statistics/named/carbon-elasticity.ts';
import { overSizes } from '../statistics/over-sizes.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure, type Drawing } from './figure.ts';
import { densityLayer, densityRows } from './parts/density.ts';
import { layerOf, only } from './parts/layers.ts';
import { acrossSizes, carbonPosition } from './parts/log-axis.ts';
import {
  medianDots,
  readAt,
  sizeDots,
  sizeMedians,
  sizeMediansNote,
  withDrawn,
} from './parts/size-medians.ts';
import { endsOf } from './score-by-size.ts';
import { chartBase, chartConfig, ink, widths } from './theme.ts';

type Measure = 'score' | 'co2';

/** Left edge of the chart, in doublings: a sixteenth of a billion parameters. */
const leftEdge = -4;
/** Cells in doublings; a score is no size, so its cells are in points. */
const doublingStep = 1 / 2;
const pointStep = 5;
/** Sizes, in billions, whose medians the text alternative reads out. */
const readOut = [0.5, 8, 70];

const blank = { x0: null, x1: null, y0: null, y1: null, low: null, mid: null, high: null };
type Blank = typeof blank;
type Filled<Name extends keyof Blank> = Omit<Blank, Name> & Record<Name, number>;
type Drawn = { measure: Measure; n: number } & (
  | ({ layer: 'cell' } & Filled<'x0' | 'x1' | 'y0' | 'y1'>)
  | ({ layer: 'median' } & Filled<'x0' | 'low' | 'mid' | 'high'>)
  | ({ layer: 'fit' } & Filled<'x0' | 'y0'>)
  | ({ layer: 'doubling' } & Omit<Blank, 'low' | 'mid' | 'high'> &
      Record<'low' | 'mid' | 'high', number | null>)
);

const doublingOf = (rows: readonly Drawn[], measure: Measure) =>
  layerOf(rows, 'doubling').find((row) => row.measure === measure);

/** What a doubling of size goes with, in words; null where too few models or sizes carry it. */
function doublingInWords(rows: readonly Drawn[], measure: Measure): string | null {
  const { mid, low, high, n } = doublingOf(rows, measure) ?? { ...blank, n: 0 };
  if (n < fewestForEstimate || mid === null || low === null || high === null) return null;
  if (measure === 'co2')
    return `${formatNumber(mid, units.fold)} times the CO₂ (${formatInterval(low, high, units.fold)})`;
  const unit = units.pointsPerDoubling;
  return `${formatNumber(Math.abs(mid), unit)} points ${mid < 0 ? 'less' : 'more'} (95\u00a0% interval ${formatInterval(low, high, unit)})`;
}

/** Score and carbon over the same axis of size: density of models, the median at each size and a straight line. */
export const scoreAndCo2BySize = figure({
  id: 'score-and-co2-by-size',
  question: 'How do score and carbon follow size?',
  query: select(models, ({ organisation, lineage, row, parameters_b, average, co2_kg }) => ({
    rows: { ...clusterKeys({ organisation, lineage }), parameters_b, average, co2_kg },
    where: sql`${parameters_b} > 0 AND ${co2_kg} > 0`,
    orderBy: [row],
  })),
  derive(rows): Drawn[] {
    const sizes = numbersOf(rows, 'parameters_b');
    const doublings = sizes.map(Math.log2);
    const across = { values: doublings, step: doublingStep, log: true, from: leftEdge };
    const average = numbersOf(rows, 'average');
    const co2 = numbersOf(rows, 'co2_kg').map(Math.log2);
    const elasticity = elasticityOf(rows);
    const slope = overSizes(sizes, () => slopeEstimate(doublings, average, clustersOf(rows)));
    // One sentence tells of both lines.
    const areTold = [slope, elasticity].every((each) => isTold(each) && each.n >= fewestForEstimate);
    const doubled = (value: number | null) => (value === null ? null : 2 ** value);
    const doubling = (measure: Measure, { value, low, high, n }: Estimate) => ({
      ...blank,
      measure,
      layer: 'doubling' as const,
      low,
      mid: value,
      high,
      n,
    });
    /** A line in logarithms has no floor, one of points ends at zero. */
    const line = (values: readonly number[], log: boolean) => {
      const fit = areTold ? fitLine(doublings, values) : null;
      if (!fit) return [];
      if (!log) return endsOf(fit, doublings);
      return [Math.max(leftEdge, Math.min(...doublings)), Math.max(...doublings)].map((x) => ({
        x0: 2 ** x,
        y0: fit.intercept + fit.slope * x,
      }));
    };
    const drawn = (measure: Measure, values: readonly number[], step: number, log: boolean): Drawn[] => {
      const bound = (value: number) => (log ? 2 ** value : value);
      return [
        ...densityRows(across, { values, step, log }).map((cell) => ({ ...blank, measure, ...cell })),
        ...sizeMedians(doublings, values, leftEdge).map(({ x0, low, mid, high, n }) => ({
          ...blank,
          measure,
          layer: 'median' as const,
          x0,
          low: bound(low),
          mid: bound(mid),
          high: bound(high),
          n,
        })),
        ...line(values, log).map(({ x0, y0 }) => ({
          ...blank,
          measure,
          layer: 'fit' as const,
          x0,
          y0: bound(y0),
          n: values.length,
        })),
      ];
    };
    return [
      ...drawn('score', average, pointStep, false),
      doubling('score', slope),
      ...drawn('co2', co2, doublingStep, true),
      doubling('co2', {
        ...elasticity,
        value: doubled(elasticity.value),
        low: doubled(elasticity.low),
        high: doubled(elasticity.high),
      }),
    ];
  },
  columns: [
    { name: 'measure', title: 'Points of score, or kg CO₂' },
    { name: 'layer', title: 'Layer' },
    { name: 'x0', title: 'Parameters from (B)', unit: units.billions },
    { name: 'x1', title: 'Parameters to (B)', unit: units.billions },
    { name: 'y0', title: 'Cell from' },
    { name: 'y1', title: 'Cell to' },
    { name: 'low', title: '10th percentile, or 95 % from' },
    { name: 'mid', title: 'Median, or change per doubling' },
    { name: 'high', title: '90th percentile, or 95 % to' },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => doublingOf(rows, 'score')?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [points, times] = [doublingInWords(rows, 'score'), doublingInWords(rows, 'co2')];
    if (!points || !times) return 'Too few models, or too few sizes, for a trend.';
    return `Twice the parameters go with ${points} and ${times}.`;
  },
  alt(rows) {
    const medians = layerOf(rows, 'median');
    const at = (measure: Measure, write: (value: number) => string) =>
      readAt(
        medians.filter((row) => row.measure === measure),
        readOut,
      )
        .map(({ x0, mid }) => `${write(mid)} near ${formatNumber(x0, units.billions)}\u00a0B`)
        .join(', ');
    const score = at('score', (value) => `${formatNumber(value, units.points)} points`);
    const co2 = at('co2', (value) => `${formatNumber(value, units.kg)}\u00a0kg`);
    const said = score === '' ? 'No size has enough models for a median.' : `Medians: ${score}; ${co2}.`;
    const drawn = withDrawn([
      score !== '' && medianDots,
      layerOf(rows, 'fit').length > 0 && 'a straight line',
    ]);
    return `Two densities of models over their parameters, on a log axis${drawn}: the average score, and below it the CO₂ of the evaluation, on a log axis too. ${said}`;
  },
  notes: `The stronger the colour, the more models. ${sizeMediansNote} The line is that of least squares, for CO₂ in logarithms; its slope is what a doubling goes with. CO₂ is as recorded. Models below a sixteenth of a billion parameters lie left of the chart; the lines count them.`,
  explore: { x: 'parameters_b', y: 'average', colour: 'none' },
  spec: (drawing) => ({
    ...chartBase(drawing),
    config: { ...chartConfig(drawing), concat: { spacing: 14 } },
    vconcat: [panel(drawing, 'score'), panel(drawing, 'co2')],
  }),
});

/** The chart of one measure; the axis of sizes stands under the second. */
function panel(drawing: Drawing, measure: Measure) {
  const phone = drawing === 'phone';
  const sized = acrossSizes(drawing);
  const x = measure === 'co2' ? sized : { ...sized, axis: { ...sized.axis, title: null, labels: false } };
  const y =
    measure === 'co2'
      ? carbonPosition({ field: 'y0', ticks: phone ? [0.1, 1, 10, 100] : [0.1, 0.3, 1, 3, 10, 30, 100] })
      : {
          field: 'y0',
          type: 'quantitative' as const,
          scale: { zero: true },
          axis: { title: 'Average score (points)', tickCount: 5 },
        };
  const [name, unit, format] = measure === 'co2' ? ['CO₂', 'kg', '.2~r'] : ['Score', undefined, '.0f'];
  return {
    width: widths[drawing] + (phone ? 20 : 60),
    height: phone ? 150 : 190,
    transform: [{ filter: `datum.measure === '${measure}'` }],
    layer: [
      densityLayer({
        x: { position: x, name: 'Parameters', unit: 'B', format: '.2~f' },
        y: { position: y, name, ...(unit !== undefined && { unit }), format },
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
      sizeDots(
        'median',
        { x, y: { ...y, field: 'mid' } },
        measure === 'co2'
          ? { name: 'Median CO₂ (kg)', format: '.2f' }
          : { name: 'Median score', format: '.1f' },
      ),
    ],
  };
}
