import { timeOf } from '../dataset/calendar.ts';
import { sizeClasses } from '../dataset/grouping.ts';
import { formatNumber } from '../statistics/format.ts';
import { daysOf, frontier } from '../statistics/named/frontier.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { cautionColumn, cautionNote, cautionOf, warningTip, withWarning } from './parts/cautioned.ts';
import { acrossDays } from './parts/day-axis.ts';
import { layerOf, only } from './parts/layers.ts';
import { chartBase, colourBySize, ink, widths } from './theme.ts';

type Place = {
  size: (typeof sizeClasses)[number]['id'];
  label: string;
  models: number;
  by_chance: number | null;
  day: string;
  time: number;
  average: number;
};
type End = { layer: 'end' } & Place & { model: null; caution: null };
type Drawn = ({ layer: 'record' } & Place & { model: string; caution: string | null }) | End;

const recordsOf = (rows: readonly Drawn[], size: string) =>
  layerOf(rows, 'record').filter((row) => row.size === size);
const points = ({ average }: Drawn) => formatNumber(average, units.points);

/** The best average so far by size class, day by day of submission. */
export const frontierOverTime = figure({
  id: 'frontier-over-time',
  question: 'How did the best score of each size class rise?',
  query: frontier.query,
  derive(rows): Drawn[] {
    const lastDay = rows.at(-1)?.submission_date ?? '';
    const estimates = frontier.derive(rows);
    return sizeClasses.flatMap(({ id, label }): Drawn[] => {
      const days = daysOf(rows, id);
      let best = -Infinity;
      const records = days.filter((day) => {
        const higher = day.best.average > best;
        if (higher) best = day.best.average;
        return higher;
      });
      const last = records.at(-1);
      if (!last) return [];
      const blank = {
        size: id,
        label,
        models: days.reduce((sum, { count }) => sum + count, 0),
        by_chance: estimates[`frontier.${id}.records_by_chance`]!.value,
      };
      return [
        ...records.map(({ day, best: holder }) => ({
          layer: 'record' as const,
          ...blank,
          day,
          time: timeOf(day),
          average: holder.average,
          model: holder.model,
          caution: cautionOf(holder.caution),
        })),
        {
          layer: 'end',
          ...blank,
          day: lastDay,
          time: timeOf(lastDay),
          average: last.best.average,
          model: null,
          caution: null,
        },
      ];
    });
  },
  columns: [
    { name: 'label', title: 'Size class' },
    { name: 'day', title: 'Submitted' },
    { name: 'average', title: 'Best average so far', unit: units.points },
    { name: 'model', title: 'Record holder', model: true },
    cautionColumn,
    { name: 'layer', title: 'Layer' },
    { name: 'models', title: 'Dated models of the class', unit: units.models },
    { name: 'by_chance', title: 'Record days by chance', unit: units.expectedDays },
  ],
  n: (rows) => layerOf(rows, 'end').reduce((sum, row) => sum + row.models, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const ends = layerOf(rows, 'end');
    if (ends.length === 0) return 'None of the 3 size classes has a dated model.';
    const list = (of: (row: End) => string) => {
      const parts = ends.map(of);
      return parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
    };
    const chance = ({ by_chance }: End) => formatNumber(by_chance ?? 0, units.expectedDays);
    return `The best models ${list((row) => `${row.label} reached ${points(row)} points`)}; record days number ${list((row) => String(recordsOf(rows, row.size).length))}, where the growth of the table alone would give ${list(chance)}.`;
  },
  alt(rows) {
    const ends = layerOf(rows, 'end');
    if (ends.length === 0) return 'An empty chart: none of the 3 size classes has a dated model.';
    return `Step lines of the best average so far by day of submission, one for each size class. ${ends
      .map((row) => {
        const records = recordsOf(rows, row.size);
        const last = records.at(-1)!;
        return `Models ${row.label}: ${records.length} record days, the last on ${last.day} by ${last.model}${cautionNote(last.caution)} with ${points(last)} points.`;
      })
      .join(' ')}`;
  },
  notes:
    'Dots are days on which a model beat all earlier ones of its size class; the table names them and says how many such days the mere growth of the class would give. Models without a day of submission are left out. A model evaluated several times stands at its newest run in the reviewed preparation, at its first one in the notebook’s.',
  explore: { x: 'submission_date', y: 'average', colour: 'size_class' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = acrossDays(drawing, 'time');
    const y = {
      field: 'average',
      type: 'quantitative',
      scale: { zero: false },
      axis: { title: 'Best average so far (points)', tickCount: 6 },
    } as const;
    return {
      ...chartBase(drawing),
      width: widths[drawing] - (phone ? 15 : 20),
      height: phone ? 240 : 320,
      layer: [
        {
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.5 },
          encoding: { x, y, color: colourBySize },
        },
        {
          transform: [only('record'), withWarning],
          mark: { type: 'point', filled: true, size: 34, opacity: 1 },
          encoding: {
            x,
            y,
            color: colourBySize,
            tooltip: [
              { field: 'model', title: 'Model' },
              { field: 'label', title: 'Size class' },
              { field: 'day', title: 'Submitted' },
              { field: 'average', title: 'Average', format: '.1f' },
              warningTip,
            ],
          },
        },
        ...sizeClasses.map(({ id, label }) => ({
          transform: [{ filter: `datum.layer === 'end' && datum.size === '${id}'` }],
          mark: {
            type: 'text' as const,
            align: 'left' as const,
            dx: 6,
            fontWeight: 600 as const,
            color: ink[`${id}Label`],
          },
          encoding: { x, y, text: { value: label } },
        })),
      ],
    };
  },
});
