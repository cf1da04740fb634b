import { formatInterval, formatNumber } from '../statistics/format.ts';
import { sortedQuantile } from '../statistics/methods/quantile.ts';
import {
  efficiencyLeverage,
  leverageOf,
  leverageSizes,
  leveredOf,
  type Levered,
} from '../statistics/named/efficiency-leverage.ts';
import { designOf } from '../statistics/named/moe-gaps.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { cautionColumn, cautionOf, warningTip, withWarning } from './parts/cautioned.ts';
import { drawnEstimate } from './parts/estimate-rows.ts';
import { layerOf, only } from './parts/layers.ts';
import { chartBase, ink, widths } from './theme.ts';

const unit = units.fold;
const ratioTicks = [0.01, 0.1, 1, 10];
const shareTicks = [0.1, 0.2, 0.3, 0.5, 1];
const [active, total] = leverageSizes;
type SizeId = (typeof leverageSizes)[number]['id'];

type Design = {
  layer: 'moe';
  size: SizeId;
  name: string;
  caution: string | null;
  share: number;
  value: number;
  low: null;
  high: null;
  n: number;
};
type Summary = {
  layer: 'mean';
  size: SizeId;
  name: null;
  caution: null;
  share: null;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
};
/** MoE models that score below, or above, dense models of every size. */
type Beyond = Omit<Summary, 'layer' | 'size' | 'value' | 'low' | 'high'> & {
  layer: 'below' | 'above';
  size: null;
  value: null;
  low: null;
  high: null;
};
type Drawn = Design | Summary | Beyond;
type Known = Summary & { value: number; low: number; high: number };

/** The designs, MoE models of one total and one active size, each with its most liked model as its name. */
function designsOf(levered: readonly Levered[], size: (typeof leverageSizes)[number]): Design[] {
  const members = Map.groupBy(levered, ({ row }) => `${designOf(row)} ${row.active_parameters_b}`);
  return [...members.values()]
    .map((models) => {
      const { row } = models.reduce((best, each) => (each.row.likes > best.row.likes ? each : best));
      const ratios = Float64Array.from(models, (each) => leverageOf(each, size)).sort();
      return {
        layer: 'moe' as const,
        size: size.id,
        name: row.model,
        caution: cautionOf(row.caution),
        share: row.active_parameters_b / row.parameters_b,
        value: sortedQuantile(ratios, 0.5)!,
        low: null,
        high: null,
        n: models.length,
      };
    })
    .sort((a, b) => a.share - b.share || a.name.localeCompare(b.name, 'en'));
}

const meanOf = (rows: readonly Drawn[], id: SizeId): Known | undefined =>
  layerOf(rows, 'mean').find(
    (row): row is Known => row.size === id && row.value !== null && row.low !== null,
  );
const say = ({ value, low, high }: Known) =>
  `${formatNumber(value, unit)} times (95 % interval ${formatInterval(low, high, unit)})`;

/** Dense size of the same score over the active and the total size of each MoE design, by its active share. */
export const efficiencyLeverageFigure = figure({
  id: 'efficiency-leverage',
  question: 'How large a dense model is an MoE model worth?',
  query: efficiencyLeverage.query,
  derive(models): Drawn[] {
    const { levered, ...beyond } = leveredOf(models);
    const estimates = efficiencyLeverage.derive(models);
    const rows = leverageSizes.flatMap((size): Drawn[] => [
      ...designsOf(levered, size),
      {
        layer: 'mean' as const,
        size: size.id,
        name: null,
        caution: null,
        share: null,
        ...drawnEstimate(estimates[`leverage.${size.id}.mean`]),
      },
    ]);
    const blank = { size: null, name: null, caution: null, share: null, value: null, low: null, high: null };
    return [
      ...rows,
      ...(['below', 'above'] as const).map((layer) => ({ layer, ...blank, n: beyond[layer] })),
    ];
  },
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'size', title: 'Divided by size' },
    { name: 'name', title: 'Most liked model of the design', model: true },
    cautionColumn,
    { name: 'share', title: 'Share of weights active', unit: units.share },
    { name: 'value', title: 'Dense size ÷ size, median or geometric mean', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'n', title: 'MoE models' },
  ],
  n: (rows) =>
    rows.reduce((sum, { layer, size, n }) => sum + (layer !== 'moe' && size !== total.id ? n : 0), 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [byActive, byTotal] = [meanOf(rows, active.id), meanOf(rows, total.id)];
    if (!byActive || !byTotal)
      return 'Too few MoE models of known active size have dense models of their age.';
    return `In the geometric mean an MoE model scores like a dense model of ${say(byTotal)} its total size, and of ${say(byActive)} its active size.`;
  },
  alt(rows) {
    const designs = layerOf(rows, 'moe').filter(({ size }) => size === active.id);
    const means = leverageSizes.map(({ id, label }) => {
      const mean = meanOf(rows, id);
      return `by ${label} ${mean ? say(mean) : 'too few to tell'}`;
    });
    return `Two panels of dots on log axes, one dot for each of ${designs.length} MoE designs: the dense size of the same score divided by the active and by the total size, against the share of weights that is active; a line at 1, and a band for the mean. Means: ${means.join('; ')}.`;
  },
  notes:
    'A design is the MoE models of one total and one active size; a dot is their median, the larger the more models. The dense size is read off the mean score of all dense models that were uploaded within half a year of the MoE model, made to rise with size by the closest curve that never falls, and only where that curve has the score; the table counts those that lie below or above it. The band is the 95 % interval of the geometric mean over models, the line in it the mean. Where all weights are active the two sizes are one. Sizes are those of the review under either preparation.',
  explore: { x: 'active_parameters_b', y: 'average', colour: 'moe' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = {
      field: 'share',
      type: 'quantitative',
      scale: { type: 'log', nice: false, padding: 12 },
      axis: { title: 'Share of weights active', format: '.0%', values: shareTicks },
    } as const;
    return {
      ...chartBase(drawing),
      spacing: 24,
      vconcat: leverageSizes.map(({ id, label }) => {
        const y = {
          type: 'quantitative',
          scale: { type: 'log', nice: false, padding: 10 },
          axis: {
            title: phone ? `Dense ÷ ${label}` : `Dense size ÷ ${label} (log scale)`,
            values: ratioTicks,
            format: '.2~g',
          },
        } as const;
        const tooltip = [
          { field: 'name', title: 'Most liked model' },
          { field: 'share', title: 'Share of weights active', format: '.0%' },
          { field: 'value', title: `Dense size ÷ ${label}`, format: '.2f' },
          { field: 'n', title: 'MoE models of the design', format: ',' },
          warningTip,
        ];
        return {
          width: widths[drawing] + (phone ? 0 : 20),
          height: phone ? 170 : 200,
          transform: [{ filter: `datum.size === '${id}'` }],
          layer: [
            {
              transform: [only('mean'), { filter: 'isValid(datum.low)' }],
              mark: { type: 'rect', color: ink.accent, opacity: 0.16 },
              encoding: { y: { ...y, field: 'low' }, y2: { field: 'high' } },
            },
            { mark: { type: 'rule', color: ink.muted }, encoding: { y: { ...y, datum: 1 } } },
            {
              transform: [only('mean'), { filter: 'isValid(datum.low)' }],
              mark: { type: 'rule', color: ink.accent, strokeWidth: 2 },
              encoding: { y: { ...y, field: 'value' } },
            },
            {
              transform: [only('moe'), withWarning],
              mark: { type: 'point', filled: true, color: ink.moe, opacity: 0.8 },
              encoding: {
                x,
                y: { ...y, field: 'value' },
                size: { field: 'n', type: 'quantitative', scale: { type: 'sqrt', range: [36, 200] } },
                tooltip,
              },
            },
          ],
        };
      }),
    };
  },
});
