import {
  double,
  flag,
  integer,
  known,
  maybe,
  select,
  text,
  unionAll,
  type RowOf,
} from '../dataset/select.ts';
import { pairs } from '../dataset/tables.ts';
import { clusterKey } from '../statistics/cluster-keys.ts';
import { formatInterval, formatNumber, readsAsZero } from '../statistics/format.ts';
import { meanEstimate } from '../statistics/methods/mean.ts';
import { shareEstimate } from '../statistics/methods/proportion.ts';
import { medianEstimate, quantileEstimate } from '../statistics/methods/quantile.ts';
import { sameRuns } from '../statistics/named/compared-runs.ts';
import { changeOfAverage, changesByBase, pairGroups } from '../statistics/named/pair-groups.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure, type Figure } from './figure.ts';
import { cells } from './parts/cells.ts';
import { halo } from './parts/halo.ts';
import { layerOf, only } from './parts/layers.ts';
import { chartBase, ink, widths } from './theme.ts';

const unit = units.points;
const binWidth = 2;

const labels: Readonly<Record<string, string>> = {
  chat_child: 'child: chat',
  fine_tuned_child: 'child: fine-tuned',
  continued_child: 'child: continued',
  pretrained_child: 'child: pretrained',
  pretrained_base: 'root: pretrained',
  fine_tuned_base: 'root: fine-tuned',
  chat_base: 'root: chat',
  official_child: 'official root, official child',
  community_child: 'official root, other child',
  same_format: 'same question format',
  chat_format_child: 'chat format: child only',
  chat_format_base: 'chat format: root only',
};
const everyPair = 'all pairs';
const everyBase = 'all, each root once';
const order = [everyPair, everyBase, ...pairGroups.map(({ id }) => labels[id] ?? id)];

/** Strips of one grouping under their heading. */
interface Panel {
  heading: string;
  groups: readonly string[];
}
const groupsOf = (...ids: string[]) => ids.map((id) => labels[id] ?? id);
const panels: readonly Panel[] = [
  { heading: 'All', groups: [everyPair, everyBase] },
  { heading: 'By type of the root', groups: groupsOf('pretrained_base', 'fine_tuned_base', 'chat_base') },
  {
    heading: 'By type of the child',
    groups: groupsOf('chat_child', 'fine_tuned_child', 'continued_child', 'pretrained_child'),
  },
  {
    heading: 'By who made the child of an official root',
    groups: groupsOf('official_child', 'community_child'),
  },
  {
    heading: 'By who was asked in the chat format',
    groups: groupsOf('chat_format_child', 'chat_format_base', 'same_format'),
  },
];
/** What the label of a strip repeats of the heading of its panel. */
const heading = /^.*[:,] /;

/** Pairs, and below them what runs of one commit, asked in one form at several number formats, differ by. */
const query = unionAll(
  [
    select(pairs, (columns) => ({
      rows: {
        layer: known(text`'pair'`),
        row: columns.row,
        organisation: maybe(clusterKey(columns.organisation)),
        lineage: maybe(clusterKey(columns.lineage)),
        base_organisation: maybe(clusterKey(columns.base_organisation)),
        base_lineage: maybe(clusterKey(columns.base_lineage)),
        base_row: maybe(columns.base_row),
        type: maybe(columns.type),
        base_type: maybe(columns.base_type),
        official_provider: maybe(columns.official_provider),
        base_official_provider: maybe(columns.base_official_provider),
        chat_template: maybe(columns.chat_template),
        base_chat_template: maybe(columns.base_chat_template),
        change: columns.average_change,
      },
      orderBy: [],
    })),
    select(sameRuns, ({ of, average }) => ({
      rows: {
        layer: known(text`'replicate'`),
        row: of,
        organisation: integer`NULL`,
        lineage: integer`NULL`,
        base_organisation: integer`NULL`,
        base_lineage: integer`NULL`,
        base_row: integer`NULL`,
        type: text`NULL`,
        base_type: text`NULL`,
        official_provider: flag`NULL`,
        base_official_provider: flag`NULL`,
        chat_template: flag`NULL`,
        base_chat_template: flag`NULL`,
        change: known(double`max(${average}) - min(${average})`),
      },
      groupBy: [of],
      orderBy: [],
    })),
  ],
  ['layer', 'row'],
);
type Answer = RowOf<typeof query>;
type Pair = { [K in keyof Answer]: NonNullable<Answer[K]> };

interface Changes {
  group: string;
  changes: readonly number[];
  estimates: ReturnType<typeof changeOfAverage>;
}

function changesOf(pairs: readonly Pair[]): Changes[] {
  const bases = changesByBase(pairs);
  return [
    { group: everyPair, changes: numbersOf(pairs, 'change'), estimates: changeOfAverage(pairs) },
    {
      group: everyBase,
      changes: bases.values,
      estimates: {
        mean: meanEstimate(bases.values, bases.clusters),
        median: medianEstimate(bases.values, bases.clusters),
        share_up: shareEstimate(
          bases.values.map((change) => change > 0),
          bases.clusters,
        ),
      },
    },
    ...pairGroups.map(({ id, has }): Changes => {
      const members = pairs.filter(has);
      return {
        group: labels[id] ?? id,
        changes: numbersOf(members, 'change'),
        estimates: changeOfAverage(members),
      };
    }),
  ];
}

const blank = {
  group: null,
  x0: null,
  x1: null,
  density: null,
  mean: null,
  low: null,
  high: null,
  median: null,
  share_up: null,
  band_low: null,
  band_high: null,
  n: null,
};
type Blank = typeof blank;
type Strip = { layer: 'cell' } & Omit<Blank, 'group' | 'x0' | 'x1' | 'density' | 'n'> & {
    group: string;
    x0: number;
    x1: number;
    density: number;
    n: number;
  };
type Summary = 'mean' | 'low' | 'high' | 'median' | 'share_up';
type Line = { layer: 'line' } & Omit<Blank, Summary | 'group' | 'n'> &
  Record<Summary, number | null> & { group: string; n: number };
type Noise = { layer: 'noise' } & Record<'low' | 'high' | 'band_low' | 'band_high', number | null> & {
    n: number;
  } & Omit<Blank, 'low' | 'high' | 'band_low' | 'band_high' | 'n'>;
type Drawn = Strip | Line | Noise;
type Known = Line & Record<'mean' | 'low' | 'high', number>;

const lineOf = (rows: readonly Drawn[], group: string) =>
  layerOf(rows, 'line').find((row) => row.group === group);
const hasInterval = (row: Line | undefined): row is Known =>
  row !== undefined && row.mean !== null && row.low !== null && row.high !== null;
/** What the grey band is; blank without one. */
function bandOf(rows: readonly Drawn[]): string {
  const band = layerOf(rows, 'noise')[0];
  if (!band || band.high === null) return '';
  const { high, band_low, band_high } = band;
  const interval =
    band_low === null || band_high === null ? '' : ` (${formatInterval(band_low, band_high, unit)})`;
  return ` The grey band reaches ${formatNumber(high, unit)}${interval} points to either side.`;
}
const signed = (value: number) =>
  `${value > 0 && !readsAsZero(value, unit) ? '+' : ''}${formatNumber(value, unit)}`;

/** The average of every model whose root is in the table, against that root. */
export const fineTuneVsBase = figure({
  id: 'fine-tune-vs-base',
  question: 'Do tuned models stand above their roots on average?',
  query,
  derive(rows): Drawn[] {
    const paired = rows.filter((row): row is Pair => row.layer === 'pair');
    const replicates = rows.filter(({ layer }) => layer === 'replicate');
    const spread = quantileEstimate(numbersOf(replicates, 'change'), 0.9);
    const {
      value: noise,
      low: bandLow,
      high: bandHigh,
    } = spread.n >= fewestForEstimate ? spread : { value: null, low: null, high: null };
    return [
      ...changesOf(paired).flatMap(({ group, changes, estimates }): Drawn[] => {
        const counted = cells(
          changes,
          changes.map(() => 0),
          binWidth,
          1,
        );
        const most = Math.max(1, ...counted.map(({ count }) => count));
        const shown = changes.length >= fewestForEstimate;
        const { mean, median, share_up } = estimates;
        return [
          ...counted.map(({ x0, x1, count }) => ({
            layer: 'cell' as const,
            ...blank,
            group,
            x0,
            x1,
            density: count / most,
            n: count,
          })),
          {
            layer: 'line',
            ...blank,
            group,
            mean: shown ? mean.value : null,
            low: shown ? mean.low : null,
            high: shown ? mean.high : null,
            median: shown ? median.value : null,
            share_up: shown ? share_up.value : null,
            n: changes.length,
          },
        ];
      }),
      {
        layer: 'noise',
        ...blank,
        low: noise === null ? null : -noise,
        high: noise,
        band_low: bandLow,
        band_high: bandHigh,
        n: spread.n,
      },
    ];
  },
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'group', title: 'Pairs' },
    { name: 'x0', title: 'Change from', unit },
    { name: 'x1', title: 'Change to', unit },
    { name: 'mean', title: 'Mean change', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'median', title: 'Median change', unit },
    { name: 'share_up', title: 'Share that rose', unit: units.share },
    { name: 'band_low', title: 'The band ends 95 % from', unit },
    { name: 'band_high', title: 'The band ends 95 % to', unit },
    { name: 'n', title: 'Pairs or roots' },
  ],
  n: (rows) => lineOf(rows, everyPair)?.n ?? 0,
  counts: 'pairs',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const pairs = lineOf(rows, everyPair);
    const bases = lineOf(rows, everyBase);
    if (!hasInterval(pairs) || pairs.share_up === null)
      return `Too few models with their root in the table; it takes ${fewestForEstimate} from more than 1 root.`;
    const counted = [pairs, ...(hasInterval(bases) ? [bases] : [])];
    const answer = counted.every(({ low }) => low > 0)
      ? 'Yes'
      : counted.every(({ high }) => high < 0)
        ? 'No'
        : 'It cannot be told';
    const once = hasInterval(bases)
      ? `; with each root counted once it is ${signed(bases.mean)} (${formatInterval(bases.low, bases.high, unit)})`
      : '';
    return `${answer}: ${signed(pairs.mean)} points (${formatInterval(pairs.low, pairs.high, unit)}), and ${formatNumber(pairs.share_up, units.share)} of the pairs rose${once}.${bandOf(rows)}`;
  },
  alt(rows) {
    const noise = layerOf(rows, 'noise')[0];
    const say = order
      .map((group) => lineOf(rows, group))
      .filter((row) => row !== undefined)
      .map((row) =>
        row.mean !== null
          ? `${row.group}: mean ${signed(row.mean)}, median ${signed(row.median ?? 0)}, ${formatNumber(row.share_up ?? 0, units.share)} of ${row.n} up.`
          : `${row.group}: too few, ${row.n}.`,
      );
    const band =
      noise && noise.high !== null
        ? `A band of ${formatNumber(noise.high, unit)} points on both sides of zero holds nine in ten repeats of a run.`
        : 'Too few models were run more than once for a band of noise.';
    return `The change of the average from the root, in points, for kinds of pairs under five headings: the mean, its 95 % interval and the median, and of all pairs a strip of their spread. ${band} ${say.join(' ').replaceAll(/(^|\. )(\p{Ll})/gu, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`)}`;
  },
  notes: `Child minus root, each in its own run; a re-upload or quantised copy of the root counts as a child. In the first panel each cell is ${binWidth} points wide; the stronger the colour, the more pairs of its strip. A dot is the mean with its 95 % interval, clustered by organisation and lineage, because models of one maker or one lineage are alike; the upright tick is the median. The grey band is what a repeat does: nine in ten models that were run again at another number format, asked in the same form at the same commit, moved by no more. A mean without a line is of one root or one maker alone. Each heading groups the pairs in another way, where it is known and the group is one of those shown.`,
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = (last: boolean) =>
      ({
        type: 'quantitative',
        axis: {
          title: last ? 'Change of the average (points)' : null,
          labels: last,
          tickCount: phone ? 5 : 8,
        },
      }) as const;
    const dy = phone ? 9 : 0;
    const inPanel = ({ groups }: Panel) => ({
      filter: `indexof(${JSON.stringify(groups)}, datum.group) >= 0`,
    });
    const band = { filter: "datum.layer === 'noise' && isValid(datum.high)" } as const;
    const panel = (part: Panel, index: number) => {
      const along = x(index === panels.length - 1);
      const y = {
        field: 'group',
        type: 'nominal',
        sort: part.groups,
        scale: { domain: part.groups },
        axis: phone
          ? null
          : {
              title: null,
              labelColor: ink.text,
              labelLimit: 160,
              minExtent: 140,
              labelExpr: `replace(datum.label, regexp('${heading.source}'), '')`,
            },
      } as const;
      const line = [{ filter: "datum.layer === 'line' && isValid(datum.mean)" }, inPanel(part)];
      const written = [
        { filter: "datum.layer === 'line'" },
        inPanel(part),
        {
          calculate: `${phone ? `replace(datum.group, regexp('${heading.source}'), '') + ': ' + ` : ''}(isValid(datum.share_up) ? format(100 * datum.share_up, '.0f') + '\u00a0% of ' + format(datum.n, ',') + ' up' : 'too few, ' + datum.n)`,
          as: 'label',
        },
      ];
      return {
        title: {
          text: part.heading,
          anchor: 'start',
          frame: 'group',
          color: ink.text,
          fontSize: phone ? 12 : 13,
          fontWeight: 600,
          offset: index === 0 ? 18 : 4,
        },
        width: widths[drawing] + (phone ? 50 : -120),
        height: { step: phone ? 42 : 26 },
        layer: [
          {
            transform: [band],
            mark: { type: 'rect', color: ink.muted, opacity: 0.28 },
            encoding: { x: { field: 'low', ...along }, x2: { field: 'high' } },
          },
          ...(index === 0
            ? [
                {
                  transform: [band, { calculate: "'repeats ±' + format(datum.high, '.1f')", as: 'label' }],
                  mark: { type: 'text', align: 'left', baseline: 'bottom', dx: 3, dy: -2, color: ink.muted },
                  encoding: { x: { field: 'high', ...along }, y: { value: 0 }, text: { field: 'label' } },
                },
              ]
            : []),
          {
            // Drawn for one row and not for each.
            transform: [only('noise')],
            mark: { type: 'rule', color: ink.muted },
            encoding: { x: { datum: 0, type: 'quantitative' } },
          },
          // The spread of single pairs is drawn once: of every grouping it would be most of the page's weight.
          ...(index === 0
            ? [
                {
                  transform: [only('cell'), inPanel(part)],
                  mark: { type: 'rect', color: ink.density, height: 12, yOffset: dy },
                  encoding: {
                    y,
                    x: { field: 'x0', ...along },
                    x2: { field: 'x1' },
                    opacity: {
                      field: 'density',
                      type: 'quantitative',
                      scale: { range: [0.06, 0.6], domain: [0, 1] },
                    },
                    tooltip: [
                      { field: 'group', title: 'Pairs' },
                      { field: 'x0', title: 'Change from', format: '.0f' },
                      { field: 'x1', title: 'to', format: '.0f' },
                      { field: 'n', title: 'In this cell', format: ',' },
                    ],
                  },
                },
              ]
            : []),
          {
            transform: line,
            mark: { type: 'rule', strokeWidth: 1.5, color: ink.text, yOffset: dy },
            encoding: { y, x: { field: 'low', ...along }, x2: { field: 'high' } },
          },
          {
            transform: line,
            mark: { type: 'tick', thickness: 2, size: 16, color: ink.text, yOffset: dy },
            encoding: { y, x: { field: 'median', ...along } },
          },
          {
            transform: line,
            mark: { type: 'point', filled: true, size: 55, opacity: 1, color: ink.text, yOffset: dy },
            encoding: {
              y,
              x: { field: 'mean', ...along },
              tooltip: [
                { field: 'group', title: 'Pairs' },
                { field: 'mean', title: 'Mean change', format: '.1f' },
                { field: 'low', title: '95 % from', format: '.1f' },
                { field: 'high', title: '95 % to', format: '.1f' },
                { field: 'median', title: 'Median change', format: '.1f' },
                { field: 'share_up', title: 'Share that rose', format: '.0%' },
                { field: 'n', title: 'n', format: ',' },
              ],
            },
          },
          // On the phone the labels cross the zero line, so they stand on a ground of paper.
          ...(phone ? halo : [{}]).map((ground) => ({
            transform: written,
            mark: phone
              ? { type: 'text' as const, align: 'left' as const, dy: -10, ...ground }
              : { type: 'text' as const, align: 'left' as const, dx: 8, color: ink.muted },
            encoding: { y, x: { value: phone ? 0 : widths.desktop - 120 }, text: { field: 'label' } },
          })),
        ],
      };
    };
    return {
      ...chartBase(drawing),
      spacing: phone ? 12 : 8,
      resolve: { scale: { x: 'shared' } },
      vconcat: panels.map(panel),
    } as ReturnType<Figure['spec']>;
  },
});
