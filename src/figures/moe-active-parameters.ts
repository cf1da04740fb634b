import { formatInterval, formatNumber } from '../statistics/format.ts';
import { sortedQuantile } from '../statistics/methods/quantile.ts';
import { moeActive } from '../statistics/named/moe-active.ts';
import { moeModels, type MoeModel } from '../statistics/named/moe-averages.ts';
import { designOf, moeScoreGap, moeSizes } from '../statistics/named/moe-gaps.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { countInWords } from './few.ts';
import { figure } from './figure.ts';
import {
  cautionColumn,
  cautionLegend,
  cautionNote,
  cautionOf,
  signed,
  warningTip,
  withWarning,
} from './parts/cautioned.ts';
import { layerOf, only } from './parts/layers.ts';
import { acrossSizes } from './parts/log-axis.ts';
import { lineName, medianLine, middleBand } from './parts/running-layers.ts';
import { neighbours, runningMedian } from './parts/running.ts';
import { chartBase, ink, widths } from './theme.ts';

/** Left edge of the chart, in doublings: a quarter of a billion parameters. */
const leftEdge = -2;
/** Designs named in the chart, and the points of score that keep two names apart. */
const mostNames = 7;
const nameGap = 3;

const blank = {
  name: null,
  x0: null,
  x1: null,
  low: null,
  mid: null,
  high: null,
  label: null,
  caution: null,
  place: null,
};

type Blank = typeof blank;
type Summary = Omit<Blank, 'name' | 'low' | 'mid' | 'high'> & {
  layer: 'summary';
  name: (typeof moeSizes)[number]['id'] | 'unknown' | 'models';
  low: number | null;
  mid: number | null;
  high: number | null;
  n: number;
};
type Gap = Summary & { low: number; mid: number; high: number };
type Drawn =
  | (Omit<Blank, 'name' | 'x0' | 'x1' | 'mid' | 'label' | 'caution' | 'place'> & {
      layer: 'moe';
      name: string;
      x0: number | null;
      x1: number;
      mid: number;
      n: number;
      label: string | null;
      caution: string | null;
      place: number | null;
    })
  | (Omit<Blank, 'x0' | 'low' | 'mid' | 'high'> & {
      layer: 'dense';
      x0: number;
      low: number;
      mid: number;
      high: number;
      n: number;
    })
  | Summary;

interface Design {
  total: number;
  active: number | null;
  score: number;
  models: number;
  likes: number;
  /** The most liked model of the design, as its best-known name. */
  name: string;
  caution: string | null;
}

/** MoE models by their two sizes: the median score of each design and its best-known model. */
function designs(rows: readonly MoeModel[]): Design[] {
  const members = new Map<string, MoeModel[]>();
  for (const row of rows.filter(({ moe }) => moe)) {
    const key = `${designOf(row)} ${row.active_parameters_b}`;
    members.set(key, [...(members.get(key) ?? []), row]);
  }
  return [...members.values()]
    .map((models) => {
      const [best] = models.toSorted((a, b) => b.likes - a.likes);
      return {
        total: best!.parameters_b,
        active: best!.active_parameters_b,
        score: sortedQuantile(Float64Array.from(numbersOf(models, 'average')).sort(), 0.5) ?? 0,
        models: models.length,
        likes: best!.likes,
        name: best!.model,
        caution: cautionOf(best!.caution),
      };
    })
    .sort((a, b) => a.total - b.total || a.name.localeCompare(b.name, 'en'));
}

/** The designs to name: the most liked first, as long as their names stand apart. */
function named(all: readonly Design[]): readonly Design[] {
  const chosen: Design[] = [];
  for (const design of all.toSorted((a, b) => b.likes - a.likes || a.total - b.total)) {
    if (chosen.length >= mostNames) break;
    const apart = chosen.every((other) => Math.abs(other.score - design.score) >= nameGap);
    if (apart) chosen.push(design);
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

/** Score against the total and the active size of each MoE design, over the running median of dense models. */
export const moeActiveParameters = figure({
  id: 'moe-active-parameters',
  question: 'Do MoE models score like their total or like their active size?',
  query: moeModels.models,
  derive(models): Drawn[] {
    const dense = models.filter(({ moe }) => !moe);
    const doublings = numbersOf(dense, 'parameters_b').map(Math.log2);
    const all = designs(models);
    const names = named(all);
    const known = moeActive.derive(models);
    return [
      ...all.map((design) => ({
        ...blank,
        layer: 'moe' as const,
        name: design.name,
        x0: design.active,
        x1: design.total,
        mid: design.score,
        n: design.models,
        label: names.includes(design) ? (design.name.split('/').at(-1) ?? null) : null,
        caution: design.caution,
        place: names.includes(design) ? names.indexOf(design) + 1 : null,
      })),
      ...runningMedian(doublings, numbersOf(dense, 'average'), leftEdge).map((row) => ({
        ...blank,
        layer: 'dense' as const,
        ...row,
      })),
      ...moeSizes.map((size) => {
        const estimate = moeScoreGap(models, size);
        return {
          ...blank,
          layer: 'summary' as const,
          name: size.id,
          low: estimate.low,
          mid: estimate.value,
          high: estimate.high,
          n: estimate.n,
        };
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
    { name: 'name', title: 'Most liked model of the design', model: true },
    cautionColumn,
    { name: 'x0', title: 'Active, or dense, parameters (B)', unit: units.billions },
    { name: 'x1', title: 'Total parameters (B)', unit: units.billions },
    { name: 'mid', title: 'Median score', unit: units.points },
    { name: 'low', title: '10th percentile, or 95 % from', unit: units.points },
    { name: 'high', title: '90th percentile, or 95 % to', unit: units.points },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => summary(rows, 'models')?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [total, active] = [summary(rows, 'total'), summary(rows, 'active')];
    const unknown = `the active size of ${countInWords(summary(rows, 'unknown')?.n ?? 0, 'MoE models')} is unknown`;
    const beside = ({ low, high }: Gap) =>
      high < 0 ? 'below' : low > 0 ? 'above' : 'not clearly apart from';
    if (isGap(total) && isGap(active))
      return `They stand ${beside(total)} dense models of their total size and age, at ${gap(total)} points, and ${beside(active)} those of their active size, at ${gap(active)}; ${unknown}.`;
    if (isGap(total))
      return `By total size MoE models stand ${gap(total)} points from dense ones of their age; by active size it cannot be told: ${unknown}.`;
    if (isGap(active))
      return `By active size MoE models stand ${gap(active)} points from dense ones of their age; by total size too few can be compared, and ${unknown}.`;
    return `Too few MoE models have dense ones beside them to tell; ${unknown}.`;
  },
  alt(rows) {
    const drawn = layerOf(rows, 'moe');
    const dumbbells = drawn.filter(({ x0, x1 }) => x0 !== null && x0 < x1);
    const labelled = drawn
      .filter(({ label }) => label !== null)
      .map(
        ({ label, caution, mid, x0, x1 }) =>
          `${label}${cautionNote(caution)} ${formatNumber(mid, units.points)} points at ${x0 === null ? 'an unknown part' : formatNumber(x0, units.billions)} of ${formatNumber(x1, units.billions)}\u00a0B`,
      );
    return `Average score against parameters on a log axis: ${whole(drawn.length)} MoE designs, ${whole(dumbbells.length)} of them as a line from the active to the total size, over ${layerOf(rows, 'dense').length > 0 ? 'the running median of dense models' : 'no running median, for want of dense models'}. ${labelled.length > 0 ? `Named: ${labelled.join('; ')}.` : 'None is named.'}`;
  },
  notes: `A design is the MoE models of one total and one active size; its height is the median score of its models. The filled end stands at the active size, the hollow end at the total; where both are one, every weight is active. A hollow end alone has an unknown active size. The line is the median of the ${neighbours} dense models nearest in size, of any age (a quarter of them, where there are fewer than ${neighbours * 4}), the band their 10th to 90th percentile. The comparison is with dense models at most a quarter larger, or smaller by the same factor, uploaded within half a year of the MoE model. ${cautionLegend}`,
  explore: { x: 'active_parameters_b', y: 'average', colour: 'moe' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = acrossSizes(drawing, 2 ** leftEdge);
    const y = {
      field: 'mid',
      type: 'quantitative',
      axis: { title: 'Average score (points)', tickCount: 6 },
    } as const;
    const total = { ...x, field: 'x1' } as const;
    const medians = { layer: 'dense', color: ink.dense, x, y };
    const active = {
      calculate: "isValid(datum.x0) ? format(datum.x0, '.1f') : 'not known'",
      as: 'active',
    };
    const tooltip = [
      { field: 'name', title: 'Most liked model' },
      { field: 'active', title: 'Active parameters (B)' },
      { field: 'x1', title: 'Total parameters (B)', format: '.1f' },
      { field: 'mid', title: 'Median score', format: '.1f' },
      { field: 'n', title: 'Models of the design', format: ',' },
      warningTip,
    ];
    const label = { align: 'right', baseline: 'bottom', dx: 4, dy: -5 } as const;
    const labelled = [
      only('moe'),
      { filter: `isValid(datum.label) && datum.place <= ${phone ? 5 : mostNames}` },
      signed('label'),
    ];
    return {
      ...chartBase(drawing),
      width: widths[drawing] + (phone ? 20 : 40),
      height: phone ? 280 : 360,
      layer: [
        middleBand(medians, 0.14),
        medianLine(medians, 2),
        lineName(medians, 'dense'),
        {
          transform: [only('moe'), { filter: 'isValid(datum.x0)' }],
          mark: { type: 'rule', color: ink.moe, strokeWidth: 1.5, opacity: 0.8 },
          encoding: { x, x2: { field: 'x1' }, y },
        },
        {
          transform: [only('moe'), active, withWarning],
          mark: {
            type: 'point',
            filled: true,
            fill: ink.paper,
            stroke: ink.moe,
            strokeWidth: 1.5,
            size: 42,
            opacity: 1,
          },
          encoding: { x: total, y, tooltip },
        },
        {
          transform: [only('moe'), { filter: 'isValid(datum.x0)' }, active, withWarning],
          mark: { type: 'point', filled: true, color: ink.moe, size: 42, opacity: 1 },
          encoding: { x, y, tooltip },
        },
        {
          transform: labelled,
          mark: { type: 'text', ...label, stroke: ink.paper, strokeWidth: 3 },
          encoding: { x: total, y, text: { field: 'label' } },
        },
        {
          transform: labelled,
          mark: { type: 'text', ...label },
          encoding: { x: total, y, text: { field: 'label' } },
        },
      ],
    };
  },
});
