import { select, sql } from '../dataset/select.ts';
import { models } from '../dataset/tables.ts';
import { formatNumber } from '../statistics/format.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { densityLayer, densityRows } from './parts/density.ts';
import { layerOf } from './parts/layers.ts';
import { acrossSizes, logPosition } from './parts/log-axis.ts';
import {
  medianDots,
  readAt,
  sizeDots,
  sizeMedians,
  sizeMediansNote,
  withDrawn,
  type SizeMedian,
} from './parts/size-medians.ts';
import { chartBase, widths } from './theme.ts';

const unit = units.pointsPerBillion;
const step = 1 / 4;
/** Edges of the chart, in doublings of parameters and of the ratio. */
const edges = { left: -4, bottom: -3 };
/** Sizes, in billions, whose median is read out. */
const readOut = [1.5, 8, 14.8, 70];

const blank = { x0: null, x1: null, y0: null, y1: null, low: null, mid: null, high: null };

type Blank = typeof blank;
type Drawn =
  | (Omit<Blank, 'x0' | 'x1' | 'y0' | 'y1'> & ReturnType<typeof densityRows>[number])
  | (Omit<Blank, keyof SizeMedian> & { layer: 'median' } & SizeMedian)
  | (Blank & { layer: 'all'; n: number });

const readings = (rows: readonly Drawn[]) =>
  readAt(layerOf(rows, 'median'), readOut).map(
    ({ x0, mid }) => `${formatNumber(mid, unit)} near ${formatNumber(x0, units.billions)}\u00a0B`,
  );

/** Seed figure 2: score per parameter against parameters, on log axes, with its median at each size. */
export const scorePerParameterCurve = figure({
  id: 'score-per-parameter-curve',
  question: 'How does score per parameter fall with size?',
  seed: [2],
  query: select(models, ({ row, parameters_b, average }) => ({
    rows: { parameters_b, average },
    where: sql`${parameters_b} > 0 AND ${average} > 0`,
    orderBy: [row],
  })),
  derive(rows): Drawn[] {
    const parameters = numbersOf(rows, 'parameters_b');
    const ratio = numbersOf(rows, 'average').map((score, index) => score / parameters[index]!);
    const doublings = parameters.map(Math.log2);
    return [
      ...densityRows(
        { values: doublings, step, log: true, from: edges.left },
        { values: ratio.map(Math.log2), step, log: true, from: edges.bottom },
      ).map((cell) => ({ ...blank, ...cell })),
      ...sizeMedians(doublings, ratio, edges.left).map((row) => ({
        ...blank,
        layer: 'median' as const,
        ...row,
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
  n: (rows) => layerOf(rows, 'all')[0]?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const read = readings(rows);
    return read.length === 0
      ? 'Too few models of any one size for a median.'
      : `In points per billion parameters, the median is ${read.join(', ')}.`;
  },
  alt: (rows) =>
    `Density of models by parameters and by score per billion parameters, both on log axes${withDrawn([readings(rows).length > 0 && medianDots])}. ${readings(rows).length > 0 ? `The median is ${readings(rows).join(', ')}, in points per billion parameters.` : 'No size has enough models for a median.'}`,
  notes: `Each cell is a quarter of a doubling wide and high; the stronger the colour, the more models. ${sizeMediansNote} Dots that fall are what any bounded score must show. Models with a score of zero have no place on a log axis and are left out; ratios under an eighth of a point and sizes under a sixteenth of a billion lie outside the chart.`,
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = acrossSizes(drawing);
    const y = logPosition({
      field: 'y0',
      title: 'Points per billion parameters (log scale)',
      ticks: [0.25, 1, 4, 16, 64],
    });
    return {
      ...chartBase(drawing),
      width: widths[drawing] + (phone ? 10 : 50),
      height: phone ? 260 : 340,
      layer: [
        densityLayer({
          x: { position: x, name: 'Parameters', unit: 'B', format: '.2~f' },
          y: { position: y, name: 'Ratio', format: '.2~f' },
          shade: { type: 'sqrt', range: [0.05, 0.7], domainMin: 0 },
        }),
        sizeDots('median', { x, y: { ...y, field: 'mid' } }, { name: 'Median ratio', format: '.2f' }),
      ],
    };
  },
});
