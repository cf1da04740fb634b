import { sizeClasses } from '../dataset/grouping.ts';
import { formatNumber } from '../statistics/format.ts';
import { carbonSpreads, type CarbonSpread } from '../statistics/named/carbon-spread.ts';
import { perBillion } from '../statistics/named/per-billion.ts';
import { NORMAL_SHARE_BEYOND } from '../statistics/methods/box.ts';
import { arithmeticMean } from '../statistics/methods/moments.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { layerOf } from './parts/layers.ts';
import { logScale } from './parts/log-axis.ts';
import { chartBase, colourBySize, ink, widths } from './theme.ts';

const unit = units.kgPerBillion;
/** Outliers are counted in steps of a quarter of a doubling. */
const binsPerDoubling = 4;

const blank = { x0: null, q1: null, mid: null, q3: null, x1: null, mean: null, outliers: null };

type Blank = typeof blank;
type Place = { size: CarbonSpread['size']; size_label: string; n: number };
type KnownBox = { [K in keyof Blank]: number } & { layer: 'box' } & Place;
type Box = KnownBox | (Blank & { layer: 'box' } & Place);
type Outliers = Omit<Blank, 'x0' | 'mid' | 'x1'> & { layer: 'outliers' } & Place & {
    x0: number;
    x1: number;
    mid: number;
  };
type Drawn = Box | Outliers;

function boxRow({ size, label, ratios, box, outliers }: CarbonSpread): Box {
  const row = { ...blank, layer: 'box' as const, size, size_label: label, n: ratios.length };
  const mean = arithmeticMean(ratios);
  if (box === null || mean === null || box.n < fewestForEstimate) return row;
  return {
    ...row,
    x0: box.low,
    q1: box.q1,
    mid: box.median,
    q3: box.q3,
    x1: box.high,
    mean,
    outliers: outliers.length,
  };
}

/** The ratios beyond the fences, counted on a grid of the logarithm; one mark a bin, at its middle. */
function outlierRows({ size, label, box, outliers }: CarbonSpread): Outliers[] {
  if (box === null || box.n < fewestForEstimate) return [];
  const counts = new Map<number, number>();
  for (const ratio of outliers.filter((each) => each > 0)) {
    const bin = Math.floor(Math.log2(ratio) * binsPerDoubling);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([bin, n]) => ({
      ...blank,
      layer: 'outliers' as const,
      size,
      size_label: label,
      n,
      x0: 2 ** (bin / binsPerDoubling),
      x1: 2 ** ((bin + 1) / binsPerDoubling),
      mid: 2 ** ((bin + 0.5) / binsPerDoubling),
    }));
}

const boxes = (rows: readonly Drawn[]) => layerOf(rows, 'box');
const drawn = (rows: readonly Drawn[]) => boxes(rows).filter((row): row is KnownBox => row.mid !== null);
const percent = (share: number) => formatNumber(share, units.share);
const kg = (value: number) => formatNumber(value, unit);

/** Seed figure 4: box plots of carbon per billion parameters by size class, with what lies beyond them. */
export const co2PerParameterBox = figure({
  id: 'co2-per-parameter-box',
  question: 'Is there a typical carbon cost per parameter at each size?',
  seed: [4],
  query: perBillion.query,
  derive: (rows): Drawn[] =>
    carbonSpreads(rows).flatMap((spread) => [boxRow(spread), ...outlierRows(spread)]),
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'size_label', title: 'Size class' },
    { name: 'x0', title: 'Whisker or bin from', unit },
    { name: 'q1', title: 'Lower quartile', unit },
    { name: 'mid', title: 'Median', unit },
    { name: 'q3', title: 'Upper quartile', unit },
    { name: 'x1', title: 'Whisker or bin to', unit },
    { name: 'mean', title: 'Mean', unit },
    { name: 'outliers', title: 'Models beyond the whiskers' },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => boxes(rows).reduce((sum, { n }) => sum + n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const known = drawn(rows);
    const models = known.reduce((sum, { n }) => sum + n, 0);
    const beyond = known.reduce((sum, { outliers }) => sum + outliers, 0);
    if (models === 0) return 'Too few models in every size class for a box plot.';
    const share = percent(beyond / models);
    if (beyond / models <= 2 * NORMAL_SHARE_BEYOND)
      return `Yes: only ${beyond.toLocaleString('en')} of ${models.toLocaleString('en')} models (${share}) ${beyond === 1 ? 'lies' : 'lie'} beyond the whiskers.`;
    return `In the middle of a class there is; but ${beyond.toLocaleString('en')} of ${models.toLocaleString('en')} models (${share}) ${beyond === 1 ? 'lies beyond the whiskers and pulls' : 'lie beyond the whiskers and pull'} the means away from it.`;
  },
  alt: (rows) =>
    `Box plots of kg CO₂ per billion parameters on a log axis. ${sizeClasses
      .map(({ id, label }) => {
        const row = drawn(rows).find(({ size }) => size === id);
        if (!row) return `Models ${label}: too few.`;
        return `Models ${label}: the middle half from ${kg(row.q1)} to ${kg(row.q3)}, median ${kg(row.mid)}, mean ${kg(row.mean)}, whiskers from ${kg(row.x0)} to ${kg(row.x1)}, ${row.outliers.toLocaleString('en')} of ${row.n.toLocaleString('en')} models beyond.`;
      })
      .join(' ')}`,
  notes:
    'Models above 1\u00a0B. A box spans the middle half of its class, the line in it is the median; whiskers end at the last model within 1.5 times the length of the box. Circles are the models beyond, counted in steps of a quarter of a doubling: the larger, the more. The mark in the colour of the notebook is the mean.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const y = {
      field: 'size_label',
      type: 'nominal',
      sort: sizeClasses.map(({ label }) => label),
      axis: phone ? null : ({ title: null, labelColor: ink.text, labelFontWeight: 600 } as const),
      scale: { domain: sizeClasses.map(({ label }) => label) },
    } as const;
    const x = (field: string) =>
      ({
        field,
        type: 'quantitative',
        scale: { ...logScale, padding: 12 },
        axis: {
          title: `${unit.name} (log scale)`,
          values: phone ? [0.1, 0.5, 2, 10] : [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
          format: '~r',
        },
      }) as const;
    const only = (layer: string) => [{ filter: `datum.layer === '${layer}' && isValid(datum.mid)` }];
    const beyond =
      "format(datum.outliers, ',') + ' of ' + format(datum.n, ',') + ' beyond (' + format(100 * datum.outliers / datum.n, '.0f') + '\u00a0%)'";
    const number = (field: string, title: string) => ({ field, title, format: '.2f' });
    return {
      ...chartBase(drawing),
      width: widths[drawing] - (phone ? -30 : 20),
      height: { step: phone ? 84 : 76 },
      layer: [
        {
          transform: only('outliers'),
          mark: { type: 'point', filled: true, opacity: 0.55 },
          encoding: {
            y,
            x: x('mid'),
            color: colourBySize,
            size: { field: 'n', type: 'quantitative', scale: { type: 'sqrt', range: [14, 320] } },
            tooltip: [
              { field: 'size_label', title: 'Size class' },
              number('x0', 'Ratio from'),
              number('x1', 'Ratio to'),
              { field: 'n', title: 'Models', format: ',' },
            ],
          },
        },
        {
          transform: only('box'),
          mark: { type: 'rule', color: ink.text, strokeWidth: 1.5 },
          encoding: { y, x: x('x0'), x2: { field: 'x1' } },
        },
        {
          transform: only('box'),
          mark: { type: 'bar', height: 26, stroke: ink.paper, strokeWidth: 1 },
          encoding: {
            y,
            x: x('q1'),
            x2: { field: 'q3' },
            color: colourBySize,
            tooltip: [
              { field: 'size_label', title: 'Size class' },
              number('q1', 'Lower quartile'),
              number('mid', 'Median'),
              number('q3', 'Upper quartile'),
              number('mean', 'Mean'),
              { field: 'outliers', title: 'Beyond the whiskers', format: ',' },
              { field: 'n', title: 'Models', format: ',' },
            ],
          },
        },
        {
          transform: only('box'),
          mark: { type: 'tick', size: 26, thickness: 3, color: ink.paper },
          encoding: { y, x: x('mid') },
        },
        {
          transform: only('box'),
          mark: {
            type: 'point',
            shape: 'diamond',
            filled: true,
            size: 70,
            color: ink.seed,
            stroke: ink.paper,
          },
          encoding: { y, x: x('mean'), tooltip: [number('mean', 'Mean')] },
        },
        {
          transform: [...only('box'), { calculate: "'mean ' + format(datum.mean, '.2f')", as: 'mean_label' }],
          mark: { type: 'text', baseline: 'top', dy: 16, color: ink.text },
          encoding: { y, x: x('mean'), text: { field: 'mean_label' } },
        },
        {
          transform: [
            ...only('box'),
            { calculate: phone ? `datum.size_label + ': ' + ${beyond}` : beyond, as: 'beyond_label' },
          ],
          mark: { type: 'text', align: 'left', baseline: 'bottom', dy: -17 },
          encoding: {
            y,
            x: phone ? { value: 0 } : x('x1'),
            text: { field: 'beyond_label' },
          },
        },
        {
          transform: [{ filter: "datum.layer === 'box' && !isValid(datum.mid)" }],
          mark: { type: 'text', align: 'left', color: ink.muted },
          encoding: { y, x: { value: 0 }, text: { value: 'too few models' } },
        },
      ],
    };
  },
});
