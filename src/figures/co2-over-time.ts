import { timeOf } from '../dataset/calendar.ts';
import { known, select, sql } from '../dataset/select.ts';
import { models } from '../dataset/tables.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';
import { clustersOf } from '../statistics/methods/clusters.ts';
import { medianEstimate } from '../statistics/methods/quantile.ts';
import { formatInterval, formatNumber } from '../statistics/format.ts';
import { carbonBreak } from '../dataset/carbon.ts';
import { clusterKeys } from '../statistics/cluster-keys.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { acrossDays } from './parts/day-axis.ts';
import { drawnEstimate } from './parts/estimate-rows.ts';
import { halo } from './parts/halo.ts';
import { layerOf, only } from './parts/layers.ts';
import { chartBase, ink, widths } from './theme.ts';

const day = 86_400_000;
const week = 7 * day;
const breakTime = timeOf(carbonBreak);
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

type Layer = 'week' | 'before' | 'since';
type Drawn = {
  layer: Layer;
  from: string;
  time: number;
  middle: number;
  until: number;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
};
type Valued = Drawn & { value: number };

const hasValue = <D extends Drawn>(row: D | undefined): row is D & Valued =>
  row !== undefined && row.value !== null;
const spanOf = (rows: readonly Drawn[], layer: Layer) => layerOf(rows, layer)[0];
const weeksOf = (rows: readonly Drawn[]) => layerOf(rows, 'week');
const say = ({ value, low, high }: Valued) =>
  low !== null && high !== null
    ? `${formatNumber(value, units.kg)} (${formatInterval(low, high, units.kg)})`
    : formatNumber(value, units.kg);

const spanRow = (layer: Layer, from: number, until: number, estimate: Estimate): Drawn => ({
  layer,
  from: dayOf(from),
  time: from,
  middle: (from + until) / 2,
  until,
  ...drawnEstimate(estimate),
});

/** The median carbon of models of one size, week by week of submission, with the step of February 2025. */
export const co2OverTime = figure({
  id: 'co2-over-time',
  question: 'Did the carbon halve in one day?',
  query: select(models, ({ organisation, lineage, row, submission_date, co2_kg, parameters_b }) => ({
    rows: { ...clusterKeys({ organisation, lineage }), submission_date: known(submission_date), co2_kg },
    where: sql`${parameters_b} > 7 AND ${parameters_b} <= 9 AND ${co2_kg} > 0 AND ${submission_date} IS NOT NULL`,
    orderBy: [row],
  })),
  derive(rows): Drawn[] {
    const timed = rows.map((row) => ({ ...row, time: timeOf(row.submission_date) }));
    if (timed.length === 0) return [];
    const carbon = (members: typeof timed) =>
      medianEstimate(numbersOf(members, 'co2_kg'), clustersOf(members));
    // Weeks are counted from the break, so that none lies on both sides of it.
    const weeks = Map.groupBy(timed, ({ time }) => Math.floor((time - breakTime) / week));
    const [first, last] = [Math.min(...weeks.keys()), Math.max(...weeks.keys())];
    const side = (layer: Layer, from: number, until: number) => {
      const members = timed.filter(({ time }) => time >= from && time < until);
      return members.length === 0 ? [] : [spanRow(layer, from, until, carbon(members))];
    };
    return [
      ...[...weeks.entries()]
        .sort(([a], [b]) => a - b)
        .map(([index, members]) => {
          const from = breakTime + index * week;
          return spanRow('week', from, from + week, carbon(members));
        }),
      ...side('before', breakTime + first * week, breakTime),
      ...side('since', breakTime, Math.max(breakTime, breakTime + (last + 1) * week)),
    ];
  },
  columns: [
    { name: 'layer', title: 'Span' },
    { name: 'from', title: 'From' },
    { name: 'value', title: 'Median CO₂ (kg)', unit: units.kg },
    { name: 'low', title: '95 % from', unit: units.kg },
    { name: 'high', title: '95 % to', unit: units.kg },
    { name: 'n', title: 'Models', unit: units.models },
  ],
  n: (rows) => weeksOf(rows).reduce((sum, { n }) => sum + n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [before, since] = [spanOf(rows, 'before'), spanOf(rows, 'since')];
    if (!hasValue(before) || !hasValue(since))
      return 'Too few models on one side of 8\u00a0February\u00a02025 to compare the two.';
    return `The median model of this size was charged ${say(before)}\u00a0kg over all the months until 7\u00a0February\u00a02025 and ${say(since)}\u00a0kg since.`;
  },
  alt(rows) {
    const weeks = weeksOf(rows).filter(hasValue);
    const spans = (['before', 'since'] as const).flatMap((layer) => {
      const row = spanOf(rows, layer);
      return hasValue(row) ? `${layer} 8\u00a0February\u00a02025 ${say(row)}\u00a0kg` : [];
    });
    if (weeks.length === 0) return 'An empty chart: no week has enough models of this size.';
    const values = weeks.map(({ value }) => value);
    const range = `${formatNumber(Math.min(...values), units.kg)} to ${formatNumber(Math.max(...values), units.kg)}\u00a0kg`;
    return `Medians of the CO₂ of models over 7 and up to 9\u00a0B by week of submission, from ${range}. ${spans.length > 0 ? `The median of all is ${spans.join(', ')}.` : ''}`.trim();
  },
  notes: `Models over 7 and up to 9\u00a0B, by the week of their submission; weeks are counted from 8\u00a0February\u00a02025, the dashed line. A dot is the median of a week with at least ${fewestForEstimate}\u00a0models, its bar the 95 % interval. The long lines are the medians of all models on either side, that before the step back to June\u00a02024; the text takes the last three months of it alone. Models without a day of submission or without carbon are left out.`,
  explore: { x: 'submission_date', y: 'co2_kg', colour: 'size_class' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const y = {
      type: 'quantitative',
      scale: { zero: true },
      axis: { title: 'CO₂ of the evaluation (kg)', tickCount: 5 },
    } as const;
    const weeks = { filter: "datum.layer === 'week' && isValid(datum.value)" };
    const spans = { filter: "datum.layer !== 'week' && isValid(datum.value)" };
    return {
      ...chartBase(drawing),
      width: widths[drawing],
      height: phone ? 220 : 280,
      layer: [
        {
          transform: [spans],
          mark: { type: 'rule', strokeWidth: 2, color: ink.muted },
          encoding: { x: acrossDays(drawing, 'time'), x2: { field: 'until' }, y: { ...y, field: 'value' } },
        },
        {
          transform: [only('since')],
          mark: { type: 'rule', strokeDash: [4, 3], color: ink.muted },
          encoding: { x: acrossDays(drawing, 'time') },
        },
        {
          transform: [{ ...weeks, filter: `${weeks.filter} && isValid(datum.low)` }],
          mark: { type: 'rule', strokeWidth: 2, color: ink.accent, opacity: 0.5 },
          encoding: {
            x: acrossDays(drawing, 'middle'),
            y: { ...y, field: 'low' },
            y2: { field: 'high' },
          },
        },
        {
          transform: [weeks],
          mark: { type: 'point', filled: true, size: phone ? 24 : 40, opacity: 1, color: ink.accent },
          encoding: {
            x: acrossDays(drawing, 'middle'),
            y: { ...y, field: 'value' },
            tooltip: [
              { field: 'from', title: 'Week from' },
              { field: 'value', title: 'Median CO₂ (kg)', format: '.2f' },
              { field: 'low', title: '95 % from', format: '.2f' },
              { field: 'high', title: '95 % to', format: '.2f' },
              { field: 'n', title: 'Models', format: ',' },
            ],
          },
        },
        ...halo.map((ground) => ({
          transform: [spans],
          mark: {
            type: 'text' as const,
            align: 'right' as const,
            baseline: 'bottom' as const,
            dx: -4,
            dy: -5,
            fontWeight: 600 as const,
            ...ground,
          },
          encoding: {
            x: acrossDays(drawing, 'until'),
            y: { ...y, field: 'value' },
            text: { field: 'value', type: 'quantitative' as const, format: '.2f' },
          },
        })),
        {
          transform: [only('since')],
          mark: { type: 'text', align: 'right', baseline: 'top', dx: -6, color: ink.muted },
          encoding: {
            x: acrossDays(drawing, 'time'),
            y: { value: 0 },
            text: { value: '8\u00a0February\u00a02025' },
          },
        },
      ],
    };
  },
});
