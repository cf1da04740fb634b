import { timeOf } from '../dataset/calendar.ts';
import { formatInterval, formatNumber } from '../statistics/format.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';
import { arithmeticMean } from '../statistics/methods/moments.ts';
import {
  capacityDensity,
  densest,
  densitiesOf,
  paperPace,
  type Dense,
} from '../statistics/named/capacity-density.ts';
import { fewestForEstimate, numbersOf, units, type Unit } from '../statistics/statistic.ts';
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
import { acrossDays } from './parts/day-axis.ts';
import { halo } from './parts/halo.ts';
import { layerOf, only } from './parts/layers.ts';
import { logPosition } from './parts/log-axis.ts';
import { chartBase, ink, widths } from './theme.ts';

type Line = 'all' | 'over 1 B' | 'the paper';
type Place = { label: string; day: string; time: number; density: number };
type Drawn =
  | ({ layer: 'model' | 'record' } & Place & {
        model: string;
        parameters_b: number;
        average: number;
        effective_b: number;
        doublings: null;
        low: null;
        high: null;
        caution: string | null;
      })
  | ({ layer: 'line' } & Place & {
        model: null;
        parameters_b: null;
        average: null;
        effective_b: null;
        doublings: number;
        low: number | null;
        high: number | null;
        caution: null;
      });

const unit: Unit = { name: 'effective ÷ actual size', suffix: '', digits: 2 };
const overOneBillion = ({ parameters_b }: Dense) => parameters_b > 1;
/** The name of a model without that of its organisation. */
const nameOf = (model: string) => model.slice(model.indexOf('/') + 1);
const lines: ({ label: Line } & Record<string, unknown>)[] = [
  { label: 'the paper', strokeDash: [4, 4], strokeWidth: 1.5, color: ink.muted },
  { label: 'over 1 B', strokeWidth: 1.25, color: ink.accent },
  { label: 'all', strokeWidth: 2.5, color: ink.accent },
];
const recordsOf = (rows: readonly Drawn[]) => layerOf(rows, 'record');

/** A line of a pace through the middle of the records, from the first of them to the last. */
function lineThrough(
  records: readonly Dense[],
  label: Line,
  { value, low, high }: Pick<Estimate, 'value' | 'low' | 'high'>,
): Drawn[] {
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last || value === null) return [];
  const middle = arithmeticMean(numbersOf(records, 'year'))!;
  const height = arithmeticMean(numbersOf(records, 'log2'))!;
  return [first, last].map(({ day, year }) => ({
    layer: 'line',
    label,
    day,
    time: timeOf(day),
    density: 2 ** (height + value * (year - middle)),
    model: null,
    parameters_b: null,
    average: null,
    effective_b: null,
    doublings: value,
    low,
    high,
    caution: null,
  }));
}

/** Capacity density of pretrained models by day of upload. */
export const capacityDensityFigure = figure({
  id: 'capacity-density',
  question: 'How much ability did a parameter come to hold?',
  query: capacityDensity.query,
  derive(rows): Drawn[] {
    const { within } = densitiesOf(rows);
    const records = densest(within);
    const drawn = (layer: 'model' | 'record') => (each: Dense) => ({
      layer,
      label: nameOf(each.model),
      day: each.day,
      time: timeOf(each.day),
      density: 2 ** each.log2,
      model: each.model,
      parameters_b: each.parameters_b,
      average: each.average,
      effective_b: each.effective_b,
      doublings: null,
      low: null,
      high: null,
      caution: cautionOf(each.caution),
    });
    const others = within.filter((each) => !records.includes(each));
    const estimates = capacityDensity.derive(rows);
    const [all, large] = ['frontier', 'frontier_over_1b'].map((id) => estimates[`density.${id}.doublings`]!);
    return [
      ...others.map(drawn('model')),
      ...records.map(drawn('record')),
      ...lineThrough(records, 'all', all!),
      ...lineThrough(densest(within.filter(overOneBillion)), 'over 1 B', large!),
      ...(all!.value === null
        ? []
        : lineThrough(records, 'the paper', { value: paperPace, low: null, high: null })),
    ];
  },
  columns: [
    { name: 'model', title: 'Model', model: true },
    { name: 'day', title: 'Uploaded' },
    { name: 'parameters_b', title: 'Parameters', unit: units.billions },
    { name: 'average', title: 'Average', unit: units.points },
    { name: 'effective_b', title: 'Effective size (B)', unit: units.billions },
    { name: 'density', title: 'Density', unit },
    { name: 'label', title: 'Name, or which line' },
    { name: 'doublings', title: 'Doublings a year', unit: units.doublingsPerYear },
    { name: 'low', title: '95 % from', unit: units.doublingsPerYear },
    { name: 'high', title: '95 % to', unit: units.doublingsPerYear },
    cautionColumn,
    { name: 'layer', title: 'Layer' },
  ],
  n: (rows) => layerOf(rows, 'model').length + recordsOf(rows).length,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const records = recordsOf(rows);
    const [first, last] = [records[0], records.at(-1)];
    if (!first || !last) return 'No pretrained model has an average that the reference models reach.';
    const say = ({ density, model, caution }: (typeof records)[number]) =>
      `${formatNumber(density, unit)} (${model}${cautionNote(caution)})`;
    const start = `The highest density rose from ${say(first)} to ${say(last)}`;
    const pace = (label: Line) => {
      const line = layerOf(rows, 'line').find((row) => row.label === label);
      if (!line) return null;
      const { doublings, low, high } = line;
      const interval =
        low === null || high === null ? '' : ` (${formatInterval(low, high, units.doublingsPerYear)})`;
      return `${formatNumber(doublings, units.doublingsPerYear)}${interval}`;
    };
    const [all, large] = [pace('all'), pace('over 1 B')];
    if (all === null) return `${start}; too few models raised it to draw a line.`;
    return `${start}, along a line of ${all} doublings a year${large === null ? '' : `, and of ${large} among models over 1\u00a0B`}; the paper reports ${pace('the paper')}.`;
  },
  alt(rows) {
    const records = recordsOf(rows);
    if (records.length === 0) return 'An empty chart: no pretrained model that the reference models measure.';
    return `Dots of capacity density by day of upload on a log axis, one for each pretrained model. The densest so far: ${records
      .map(
        ({ day, model, caution, density }) =>
          `${model}${cautionNote(caution)} on ${day} with ${formatNumber(density, unit)}`,
      )
      .join(', ')}.`;
  },
  notes: `Density is the size at which the pretrained Qwen2.5 models have a model’s average, over its own size; at 1 a model is as dense as they are, and they themselves are. Full dots were denser than all uploaded before, and the thick line is fitted to them; the thin one to those over 1 B alone, and the dashed one has the pace that the paper reports. Pretrained models only, all weights counted; those with an average below that of the smallest Qwen2.5 are left out. The reference is that of the reviewed preparation under every slice. ${cautionLegend}`,
  explore: { x: 'parameters_b', y: 'average', colour: 'type' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = acrossDays(drawing, 'time');
    const position = logPosition({
      field: 'density',
      title: phone ? 'Capacity density (log scale)' : 'Capacity density: effective ÷ actual size (log scale)',
      ticks: [1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4],
    });
    const y = {
      ...position,
      axis: {
        ...position.axis,
        labelExpr: "datum.value < 1 ? '1/' + format(1 / datum.value, 'd') : format(datum.value, 'd')",
      },
    };
    const tooltip = [
      { field: 'model', title: 'Model' },
      { field: 'day', title: 'Uploaded' },
      { field: 'parameters_b', title: 'Parameters (B)', format: '.2f' },
      { field: 'average', title: 'Average', format: '.1f' },
      { field: 'effective_b', title: 'Effective size (B)', format: '.2f' },
      { field: 'density', title: 'Density', format: '.2f' },
      warningTip,
    ];
    return {
      ...chartBase(drawing),
      width: widths[drawing] - (phone ? 25 : 35),
      height: phone ? 260 : 320,
      layer: [
        {
          transform: [only('model'), withWarning],
          mark: { type: 'point', filled: true, size: 26, opacity: 0.3, color: ink.text },
          encoding: { x, y, tooltip },
        },
        ...lines.map(({ label, ...mark }) => ({
          transform: [{ filter: `datum.layer === 'line' && datum.label === '${label}'` }],
          mark: { type: 'line' as const, ...mark },
          encoding: { x, y },
        })),
        {
          transform: [only('record'), withWarning],
          mark: { type: 'point', filled: true, size: 60, opacity: 1, color: ink.accent },
          encoding: { x, y, tooltip },
        },
        ...halo.map((ground) => ({
          // Names stand where there is more room: right of the earlier dots and left of the later ones.
          transform: [
            {
              joinaggregate: [
                { op: 'min' as const, field: 'time', as: 'first' },
                { op: 'max' as const, field: 'time', as: 'last' },
              ],
            },
            only('record'),
            signed('label'),
            { calculate: '2 * datum.time > datum.first + datum.last', as: 'late' },
          ],
          mark: {
            type: 'text' as const,
            align: { expr: "datum.late ? 'right' : 'left'" },
            dx: { expr: 'datum.late ? -8 : 8' },
            ...(phone && { fontSize: 10 }),
            ...ground,
          },
          encoding: { x, y, text: { field: 'label' } },
        })),
      ],
    };
  },
});
