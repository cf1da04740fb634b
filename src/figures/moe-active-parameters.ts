import { formatInterval, formatNumber } from '../statistics/format.ts';
import { moeActive } from '../statistics/named/moe-active.ts';
import { moeModels } from '../statistics/named/moe-averages.ts';
import { moeScoreGaps, moeSizes, type MoeGap } from '../statistics/named/moe-gaps.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { countInWords } from './few.ts';
import { figure, type Figure } from './figure.ts';
import {
  cautionColumn,
  cautionLegend,
  cautionNote,
  cautionOf,
  signed,
  warningTip,
  withWarning,
} from './parts/cautioned.ts';
import { halo } from './parts/halo.ts';
import { layerOf, only } from './parts/layers.ts';
import { acrossSizes } from './parts/log-axis.ts';
import { chartBase, colourByProvider, ink, widths } from './theme.ts';

/** Models named in a panel, and the points of score that keep two names apart. */
const mostNames = 3;
const nameGap = 6;

type Size = (typeof moeSizes)[number]['id'];
const headings: Readonly<Record<Size, string>> = {
  total: 'Beside dense models of its total size',
  active: 'Beside dense models of its active size',
};

const blank = {
  size: null,
  name: null,
  provider: null,
  x0: null,
  low: null,
  mid: null,
  high: null,
  label: null,
  caution: null,
};
type Blank = typeof blank;
type Summary = Omit<Blank, 'name' | 'low' | 'mid' | 'high'> & {
  layer: 'summary';
  name: Size | 'unknown' | 'models';
  low: number | null;
  mid: number | null;
  high: number | null;
  n: number;
};
type Gap = Summary & { low: number; mid: number; high: number };
type Drawn =
  | (Omit<Blank, 'size' | 'name' | 'provider' | 'x0' | 'mid' | 'label' | 'caution'> & {
      layer: 'moe';
      size: Size;
      name: string;
      provider: 'official' | 'community';
      x0: number;
      mid: number;
      n: number;
      label: string | null;
      caution: string | null;
    })
  | Summary;

/** The models of a panel to name: the most liked first, as long as their names stand apart. */
function named(gaps: readonly MoeGap[]): readonly MoeGap[] {
  const chosen: MoeGap[] = [];
  for (const gap of gaps.toSorted((a, b) => b.row.likes - a.row.likes)) {
    if (chosen.length >= mostNames) break;
    if (chosen.every((other) => Math.abs(other.value - gap.value) >= nameGap)) chosen.push(gap);
  }
  return chosen;
}

const summary = (rows: readonly Drawn[], name: Summary['name']) =>
  layerOf(rows, 'summary').find((row) => row.name === name);
const whole = (value: number | undefined) => (value ?? 0).toLocaleString('en');
const gap = ({ mid, low, high, n }: Gap) =>
  `${formatNumber(mid, units.points)} (95 % interval ${formatInterval(low, high, units.points)}, ${whole(n)} MoE models)`;
const isGap = (row: Summary | undefined): row is Gap =>
  row !== undefined &&
  row.n >= fewestForEstimate &&
  row.mid !== null &&
  row.low !== null &&
  row.high !== null;

/** The score of each MoE model less that of dense models of its age and one of its two sizes. */
export const moeActiveParameters = figure({
  id: 'moe-active-parameters',
  question: 'Do MoE models score like their total or like their active size?',
  query: moeModels.models,
  derive(models): Drawn[] {
    const known = moeActive.derive(models);
    return [
      ...moeSizes.flatMap((size): Drawn[] => {
        const { gaps, mean } = moeScoreGaps(models, size);
        const names = named(gaps);
        return [
          ...gaps.map((gap) => ({
            ...blank,
            layer: 'moe' as const,
            size: size.id,
            name: gap.row.model,
            provider: gap.row.official_provider ? ('official' as const) : ('community' as const),
            x0: gap.row[size.column]!,
            mid: gap.value,
            n: gap.peers,
            label: names.includes(gap) ? (gap.row.model.split('/').at(-1) ?? null) : null,
            caution: cautionOf(gap.row.caution),
          })),
          {
            ...blank,
            layer: 'summary',
            name: size.id,
            low: mean.low,
            mid: mean.value,
            high: mean.high,
            n: mean.n,
          },
        ];
      }),
      {
        ...blank,
        layer: 'summary',
        name: 'unknown',
        n: known['moe.active_unknown.count']?.value ?? 0,
      },
      { ...blank, layer: 'summary', name: 'models', n: models.length },
    ];
  },
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'size', title: 'Size that is compared' },
    { name: 'name', title: 'Model', model: true },
    { name: 'provider', title: 'Provider' },
    cautionColumn,
    { name: 'x0', title: 'Parameters of that size (B)', unit: units.billions },
    { name: 'mid', title: 'Score less that of dense models', unit: units.points },
    { name: 'low', title: '95 % from', unit: units.points },
    { name: 'high', title: '95 % to', unit: units.points },
    { name: 'n', title: 'Dense models beside it, or MoE models' },
  ],
  n: (rows) => summary(rows, 'models')?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [total, active] = [summary(rows, 'total'), summary(rows, 'active')];
    const hidden = summary(rows, 'unknown')?.n ?? 0;
    const end = hidden === 0 ? '.' : `; the active size of ${countInWords(hidden, 'MoE models')} is unknown.`;
    const beside = ({ low, high }: Gap) =>
      high < 0 ? 'below' : low > 0 ? 'above' : 'not clearly apart from';
    if (isGap(total) && isGap(active))
      return `They stand ${beside(total)} dense models of their total size and age, at ${gap(total)} points, and ${beside(active)} those of their active size, at ${gap(active)}${end}`;
    if (isGap(total))
      return `By total size MoE models stand ${gap(total)} points from dense ones of their age; by active size too few can be compared${end}`;
    if (isGap(active))
      return `By active size MoE models stand ${gap(active)} points from dense ones of their age; by total size too few can be compared${end}`;
    return `Too few MoE models have dense ones beside them to tell${end}`;
  },
  alt(rows) {
    const say = moeSizes.map(({ id }) => {
      const drawn = layerOf(rows, 'moe').filter(({ size }) => size === id);
      const mean = summary(rows, id);
      const labelled = drawn
        .filter(({ label }) => label !== null)
        .map(
          ({ label, caution, mid, x0 }) =>
            `${label}${cautionNote(caution)} ${formatNumber(mid, units.points)} points at ${formatNumber(x0, units.billions)}\u00a0B`,
        );
      return `${headings[id]}: ${countInWords(drawn.length, 'MoE models')}, ${isGap(mean) ? `mean ${gap(mean)}` : 'too few for a mean'}.${labelled.length > 0 ? ` Named: ${labelled.join('; ')}.` : ''}`;
    });
    return `Two panels of the score of MoE models less that of dense models of their age, in points, over the size on a log axis. ${say.join(' ')}`;
  },
  notes: `A dot is an MoE model: its score less the median score of the dense models at most a quarter larger than it, or smaller by the same factor, uploaded within half a year of it. The line is the mean over the models of the panel, the band its 95 % interval, clustered by organisation and lineage. Models with too few dense ones beside them are left out. ${cautionLegend}`,
  explore: { x: 'active_parameters_b', y: 'average', colour: 'moe' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = acrossSizes(drawing);
    const y = (field: string, titled = true) =>
      ({
        field,
        type: 'quantitative',
        // Room for a name above the highest model.
        scale: { padding: 16 },
        axis: titled ? { title: 'Points above dense models', tickCount: 6 } : { title: null, tickCount: 6 },
      }) as const;
    const note = { type: 'text', align: 'left', fontWeight: 600 } as const;
    const panel = (size: Size, first: boolean) => {
      const mean = [
        only('summary'),
        { filter: `datum.name === '${size}' && datum.n >= ${fewestForEstimate} && isValid(datum.mid)` },
      ];
      const labelled = [
        only('moe'),
        {
          joinaggregate: [
            { op: 'min', field: 'x0', as: 'least' },
            { op: 'max', field: 'x0', as: 'most' },
          ],
        },
        { filter: `datum.size === '${size}' && isValid(datum.label)` },
        signed('label'),
      ];
      const isRight = 'datum.x0 * datum.x0 > datum.least * datum.most';
      const width = phone ? widths.phone + 20 : (widths.desktop + 20) / 2;
      const height = phone ? 210 : 300;
      return {
        title: {
          text: headings[size],
          anchor: 'start',
          frame: 'group',
          color: ink.text,
          fontSize: phone ? 12 : 13,
          fontWeight: 600,
          offset: 6,
        },
        width,
        height,
        layer: [
          {
            transform: [...mean, { filter: 'isValid(datum.low)' }],
            mark: { type: 'rect', color: ink.density, opacity: 0.35 },
            encoding: { y: y('low', first), y2: { field: 'high' } },
          },
          {
            // Drawn for one row and not for each.
            transform: [only('summary'), { filter: "datum.name === 'models'" }],
            mark: { type: 'rule', color: ink.muted },
            encoding: { y: { datum: 0, type: 'quantitative' } },
          },
          {
            transform: mean,
            mark: { type: 'rule', color: ink.text, strokeWidth: 2 },
            encoding: { y: y('mid', first) },
          },
          {
            transform: [only('moe'), { filter: `datum.size === '${size}'` }, withWarning],
            mark: {
              type: 'point',
              filled: true,
              size: 44,
              opacity: 0.8,
              stroke: ink.paper,
              strokeWidth: 0.6,
            },
            encoding: {
              x,
              y: y('mid', first),
              fill: colourByProvider,
              tooltip: [
                { field: 'name', title: 'Model' },
                { field: 'provider', title: 'Provider' },
                { field: 'x0', title: 'Parameters (B)', format: '.1f' },
                { field: 'mid', title: 'Points above dense models', format: '.1f' },
                { field: 'n', title: 'Dense models beside it', format: ',' },
                warningTip,
              ],
            },
          },
          ...halo.flatMap((ground) => [
            {
              transform: labelled,
              mark: {
                type: 'text',
                align: { expr: `${isRight} ? 'right' : 'left'` },
                baseline: 'bottom',
                dy: -5,
                limit: phone ? 150 : 190,
                ...ground,
              },
              encoding: { x, y: y('mid', first), text: { field: 'label' } },
            },
            {
              transform: [
                ...mean,
                {
                  calculate: `'mean ' + replace(format(datum.mid, '.1f'), '-', '−') + ', n\u00a0=\u00a0' + datum.n`,
                  as: 'label',
                },
              ],
              mark: { ...note, baseline: 'bottom', ...ground },
              encoding: { x: { value: 4 }, y: { value: height - 4 }, text: { field: 'label' } },
            },
          ]),
          {
            transform: [
              only('summary'),
              { filter: `datum.name === '${size}' && datum.n < ${fewestForEstimate}` },
            ],
            mark: { ...note, baseline: 'bottom', color: ink.muted },
            encoding: { x: { value: 4 }, y: { value: height - 4 }, text: { value: 'too few' } },
          },
          ...(size === 'total' ? (['official', 'community'] as const) : []).map((provider, index) => ({
            transform: [only('summary'), { filter: "datum.name === 'models'" }],
            mark: {
              ...note,
              baseline: 'top',
              color: provider === 'official' ? ink.officialLabel : ink.communityLabel,
            },
            encoding: {
              x: { value: 4 },
              y: { value: 2 + index * 16 },
              text: { value: provider },
            },
          })),
        ],
      };
    };
    const panels = moeSizes.map(({ id }, index) => panel(id, phone || index === 0));
    return {
      ...chartBase(drawing),
      spacing: 24,
      resolve: { scale: { x: 'shared', y: 'shared' } },
      ...(phone ? { vconcat: panels } : { hconcat: panels }),
    } as ReturnType<Figure['spec']>;
  },
});
