import { formatInterval, formatNumber } from '../statistics/format.ts';
import { moeActive } from '../statistics/named/moe-active.ts';
import { moeModels } from '../statistics/named/moe-averages.ts';
import { designOf, moeScoreGaps, moeSizes, type MoeGap } from '../statistics/named/moe-gaps.ts';
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
import { namesInTheClear, type Beside } from './parts/names-in-the-clear.ts';
import { chartBase, colourByProvider, ink, widths } from './theme.ts';

/** A model of a panel and its size there, in billions of parameters. */
interface SizedGap {
  gap: MoeGap;
  x0: number;
}

/** A panel in the two drawings, in px, and the models named in it. */
const panels = {
  phone: { width: widths.phone + 20, height: 210 },
  desktop: { width: (widths.desktop + 20) / 2, height: 300 },
};
const mostNames = 3;
/** Room above the highest model and below the lowest, in px: for the words in the corners, not for names. */
const margin = 20;
const unnamed = { dx: null, dy: null, align: null };

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
  dx: null,
  dy: null,
  align: null,
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
  | (Omit<Blank, 'size' | 'name' | 'provider' | 'x0' | 'mid' | 'label' | keyof Beside | 'caution'> & {
      layer: 'moe';
      size: Size;
      name: string;
      provider: 'official' | 'community';
      x0: number;
      mid: number;
      n: number;
      label: string | null;
      caution: string | null;
    } & ({ [name in keyof Beside]: Beside[name] } | { [name in keyof Beside]: null }))
  | Summary;

const shortName = (model: string): string => model.split('/').at(-1) ?? model;

/** A position from 0 to 1 between the least and the most of all. */
function between(all: readonly number[]): (value: number) => number {
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return (value) => (most > least ? (value - least) / (most - least) : 0.5);
}

/**
 * The models of the panels to name, with the place of the name: of each panel the most liked that have room, one of a
 * design.
 */
function named(sides: readonly (readonly SizedGap[])[]): ReadonlyMap<SizedGap, Beside> {
  const all = sides.flat();
  const across = between(all.map(({ x0 }) => Math.log2(x0)));
  const down = between(all.map(({ gap }) => -gap.value));
  const room = Object.values(panels).map(({ width, height }) => ({ width, height: height - 2 * margin }));
  return new Map(
    sides.flatMap((gaps) => {
      const liked = gaps.toSorted((a, b) => b.gap.row.likes - a.gap.row.likes);
      const designs = liked.map(({ gap }) => designOf(gap.row));
      const points = liked.map(({ gap, x0 }, index) => ({
        x: across(Math.log2(x0)),
        y: down(-gap.value),
        name: designs.indexOf(designs[index]!) === index ? shortName(gap.row.model) : null,
      }));
      return [...namesInTheClear(points, room, mostNames)].map(
        ([index, place]) => [liked[index]!, place] as const,
      );
    }),
  );
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
    const sides = moeSizes.map((size) => {
      const { gaps, mean } = moeScoreGaps(models, size);
      return { size, mean, gaps: gaps.map((gap) => ({ gap, x0: gap.row[size.column]! })) };
    });
    const names = named(sides.map(({ gaps }) => gaps));
    return [
      ...sides.flatMap(({ size, mean, gaps }): Drawn[] => {
        return [
          ...gaps.map((sized) => ({
            ...blank,
            layer: 'moe' as const,
            size: size.id,
            name: sized.gap.row.model,
            provider: sized.gap.row.official_provider ? ('official' as const) : ('community' as const),
            x0: sized.x0,
            mid: sized.gap.value,
            n: sized.gap.peers,
            label: names.has(sized) ? shortName(sized.gap.row.model) : null,
            ...(names.get(sized) ?? unnamed),
            caution: cautionOf(sized.gap.row.caution),
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
        scale: { padding: margin, nice: false },
        axis: titled ? { title: 'Points above dense models', tickCount: 6 } : { title: null, tickCount: 6 },
      }) as const;
    const note = { type: 'text', align: 'left', fontWeight: 600 } as const;
    const panelOf = (size: Size, first: boolean) => {
      const mean = [
        only('summary'),
        { filter: `datum.name === '${size}' && datum.n >= ${fewestForEstimate} && isValid(datum.mid)` },
      ];
      const labelled = [
        only('moe'),
        { filter: `datum.size === '${size}' && isValid(datum.label)` },
        signed('label'),
      ];
      const { width, height } = panels[phone ? 'phone' : 'desktop'];
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
          {
            // Leads from a name that stands aside to its dot.
            transform: [...labelled, { filter: 'datum.dx !== 0 || abs(datum.dy) > 12' }],
            mark: {
              type: 'rule',
              color: ink.text,
              strokeWidth: 1,
              xOffset: { expr: 'datum.dx' },
              yOffset: { expr: 'datum.dy' },
            },
            encoding: { x, y: y('mid', first), x2: { field: 'x0' }, y2: { field: 'mid' } },
          },
          ...halo.flatMap((ground) => [
            {
              transform: labelled,
              mark: {
                type: 'text',
                align: { expr: 'datum.align' },
                baseline: 'middle',
                dx: { expr: 'datum.dx' },
                dy: { expr: 'datum.dy' },
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
    const drawn = moeSizes.map(({ id }, index) => panelOf(id, phone || index === 0));
    return {
      ...chartBase(drawing),
      spacing: 24,
      resolve: { scale: { x: 'shared', y: 'shared' } },
      ...(phone ? { vconcat: drawn } : { hconcat: drawn }),
    } as ReturnType<Figure['spec']>;
  },
});
