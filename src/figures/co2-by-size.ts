import { formatInterval, formatNumber } from '../statistics/format.ts';
import { isTold, type Estimate } from '../statistics/methods/estimate.ts';
import { fitLine } from '../statistics/methods/linear.ts';
import { arithmeticMean } from '../statistics/methods/moments.ts';
import { carbonElasticity, elasticityOf } from '../statistics/named/carbon-elasticity.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { densityLayer, densityRows } from './parts/density.ts';
import { halo } from './parts/halo.ts';
import { farthestLeft, farthestRight, layerOf, only } from './parts/layers.ts';
import { acrossSizes, carbonPosition } from './parts/log-axis.ts';
import { sizeDots, sizeMedians, sizeMediansNote } from './parts/size-medians.ts';
import { chartBase, ink, widths } from './theme.ts';

const unit = units.elasticity;
const write = (value: number) => formatNumber(value, unit);
/** Cells in doublings, both ways. */
const step = 1 / 2;
/** Left edge of the chart, in doublings: a sixteenth of a billion parameters. */
const leftEdge = -4;

const bands = { all: 'all sizes', small: 'up to 9 B', over_9b: 'over 9 B' } as const;

const blank = { band: null, x0: null, x1: null, y0: null, y1: null, low: null, mid: null, high: null };

type Blank = typeof blank;
type Band = keyof typeof bands;
type End = Omit<Blank, 'x0' | 'y0'> & { layer: 'fit' | 'proportion'; x0: number; y0: number; n: number };
type Drawn =
  | (Omit<Blank, 'x0' | 'x1' | 'y0' | 'y1'> & ReturnType<typeof densityRows>[number])
  | (Omit<Blank, 'x0' | 'y0' | 'low' | 'high'> & {
      layer: 'median';
      x0: number;
      y0: number;
      low: number;
      high: number;
      n: number;
    })
  | End
  | (Omit<Blank, 'band' | 'low' | 'mid' | 'high'> & {
      layer: 'elasticity';
      band: Band;
      low: number | null;
      mid: number | null;
      high: number | null;
      n: number;
    });

/** A straight line in logarithms, as its two ends. */
const line = (
  layer: End['layer'],
  ends: readonly number[],
  slope: number,
  through: readonly [number, number],
): End[] =>
  ends.map((x) => ({
    ...blank,
    layer,
    x0: 2 ** x,
    y0: 2 ** (through[1] + slope * (x - through[0])),
    n: 0,
  }));

const bandOf = (rows: readonly Drawn[], band: Band) =>
  layerOf(rows, 'elasticity').find((row) => row.band === band);

/** The elasticity of a band of sizes, or of all, among the drawn rows; undefined where too few carry it. */
function drawnElasticity(
  rows: readonly Drawn[],
  band: Band,
): { value: number; low: number; high: number } | undefined {
  const { n, mid: value, low, high } = bandOf(rows, band) ?? { ...blank, n: 0 };
  if (n < fewestForEstimate || value === null || low === null || high === null) return undefined;
  return { value, low, high };
}

const modelsOf = (rows: readonly Drawn[]) => bandOf(rows, 'all')?.n ?? 0;

/** Carbon against size on two logarithmic axes, with the fitted line, whose slope is the elasticity. */
export const co2BySize = figure({
  id: 'co2-by-size',
  question: 'How does the carbon of an evaluation grow with size?',
  query: carbonElasticity.query,
  derive(rows): Drawn[] {
    const size = numbersOf(rows, 'parameters_b').map(Math.log2);
    const co2 = numbersOf(rows, 'co2_kg').map(Math.log2);
    const banded = carbonElasticity.derive(rows);
    const all = elasticityOf(rows);
    const slopes: [Band, Estimate | undefined][] = [
      ['all', all],
      ['small', banded['co2.elasticity.small']],
      ['over_9b', banded['co2.elasticity.over_9b']],
    ];
    const fit = isTold(all) && all.n >= fewestForEstimate ? fitLine(size, co2) : null;
    const ends = [Math.max(leftEdge, Math.min(...size)), Math.max(...size)];
    const middle = [arithmeticMean(size) ?? 0, arithmeticMean(co2) ?? 0] as const;
    // The line of proportion is drawn where it runs through the height of the data.
    const [lowest, highest] = [Math.min(...co2), Math.max(...co2)];
    const inside = ends.map((x) =>
      Math.min(Math.max(x, middle[0] + lowest - middle[1]), middle[0] + highest - middle[1]),
    );
    return [
      ...densityRows({ values: size, step, log: true, from: leftEdge }, { values: co2, step, log: true }).map(
        (cell) => ({ ...blank, ...cell }),
      ),
      ...sizeMedians(size, co2, leftEdge).map(({ x0, low, mid, high, n }) => ({
        ...blank,
        layer: 'median' as const,
        x0,
        y0: 2 ** mid,
        low: 2 ** low,
        high: 2 ** high,
        n,
      })),
      ...(fit ? line('fit', ends, fit.slope, middle) : []),
      ...(fit ? line('proportion', inside, 1, middle) : []),
      ...slopes.map(([band, slope]) => ({
        ...blank,
        layer: 'elasticity' as const,
        band,
        low: slope?.low ?? null,
        mid: slope?.value ?? null,
        high: slope?.high ?? null,
        n: slope?.n ?? 0,
      })),
    ];
  },
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'band', title: 'Band of sizes' },
    { name: 'x0', title: 'Parameters from (B)', unit: units.billions },
    { name: 'x1', title: 'Parameters to (B)', unit: units.billions },
    { name: 'y0', title: 'CO₂, or CO₂ from (kg)', unit: units.kg },
    { name: 'y1', title: 'CO₂ to (kg)', unit: units.kg },
    { name: 'mid', title: 'Elasticity', unit },
    { name: 'low', title: '95 % or 10th percentile from', unit },
    { name: 'high', title: '95 % or 90th percentile to', unit },
    { name: 'n', title: 'Models' },
  ],
  n: modelsOf,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const all = drawnElasticity(rows, 'all');
    const [small, over] = [drawnElasticity(rows, 'small'), drawnElasticity(rows, 'over_9b')];
    if (!all) return 'Too few models, or too few sizes, for a trend.';
    if (small && over && small.high < 1 && over.low > 1)
      return `Hardly at first, then faster than size: one percent more parameters go with ${write(small.value)}\u00a0percent more CO₂ up to 9\u00a0B and with ${write(over.value)}\u00a0percent more above.`;
    const say = `one percent more parameters go with ${write(all.value)}\u00a0percent more CO₂ (95 % interval ${formatInterval(all.low, all.high, unit)})`;
    if (all.high < 1) return `More slowly than size: ${say}.`;
    if (all.low > 1) return `Faster than size: ${say}.`;
    return `It cannot be told from growth in proportion: ${say}.`;
  },
  alt(rows) {
    const known = (Object.keys(bands) as Band[]).flatMap((band) => {
      const slope = drawnElasticity(rows, band);
      return slope
        ? [
            `${bands[band]} ${write(slope.value)} (95 % interval ${formatInterval(slope.low, slope.high, unit)})`,
          ]
        : [];
    });
    const [from, to] = layerOf(rows, 'fit');
    const at = ({ x0, y0 }: End) =>
      `${formatNumber(y0, units.kg)}\u00a0kg at ${formatNumber(x0, units.billions)}\u00a0B`;
    const models = modelsOf(rows).toLocaleString('en');
    if (!from || !to || known.length === 0)
      return `Density of ${models} models by parameters and kg CO₂ on two log axes; too few for a fitted line.`;
    return `Density of ${models} models by parameters and kg CO₂ on two log axes, with a dot for the median at each size, a fitted line from ${at(from)} to ${at(to)}, and a dashed line of CO₂ in proportion to size. Percent more CO₂ for one percent more parameters: ${known.join('; ')}.`;
  },
  notes: `Cells are half a doubling wide and high; the stronger the colour, the more models. ${sizeMediansNote} The fitted line is that of least squares in logarithms; the dashed one passes through the same middle in proportion to size. Models below a sixteenth of a billion lie left of the chart; the fits count them.`,
  explore: { x: 'parameters_b', y: 'co2_kg', colour: 'size_class' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = acrossSizes(drawing);
    const y = carbonPosition({ field: 'y0', ticks: [0.1, 0.3, 1, 3, 10, 30, 100] });
    return {
      ...chartBase(drawing),
      width: widths[drawing] + (phone ? 20 : 60),
      height: phone ? 260 : 340,
      layer: [
        densityLayer({
          x: { position: x, name: 'Parameters', unit: 'B', format: '.2~f' },
          y: { position: y, name: 'CO₂', unit: 'kg', format: '.2~r' },
          shade: { type: 'log', range: [0.08, 0.6] },
        }),
        {
          transform: [only('proportion')],
          mark: { type: 'line', color: ink.muted, strokeDash: [5, 4], strokeWidth: 1.5, clip: true },
          encoding: { x, y },
        },
        {
          transform: [only('fit')],
          mark: { type: 'line', color: ink.paper, strokeWidth: 5 },
          encoding: { x, y },
        },
        {
          transform: [only('fit')],
          mark: { type: 'line', color: ink.text, strokeWidth: 2 },
          encoding: { x, y },
        },
        sizeDots('median', { x, y }, { name: 'Median CO₂ (kg)', format: '.2f' }),
        ...halo.map((ground) => ({
          transform: farthestRight('fit'),
          mark: {
            type: 'text' as const,
            align: 'right' as const,
            baseline: 'top' as const,
            dx: 6,
            dy: 12,
            fontWeight: 600 as const,
            ...ground,
          },
          encoding: { x, y, text: { value: 'fitted line' } },
        })),
        ...halo.map((ground) => ({
          transform: farthestLeft('proportion'),
          mark: {
            type: 'text' as const,
            align: 'left' as const,
            baseline: 'bottom' as const,
            dx: 14,
            color: ink.muted,
            ...ground,
          },
          encoding: { x, y, text: { value: 'in proportion to size' } },
        })),
      ],
    };
  },
});
