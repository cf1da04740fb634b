import { monthName, timeOf } from '../dataset/calendar.ts';
import { formatNumber } from '../statistics/format.ts';
import {
  descentOf,
  endOfFirstMonth,
  scoreTargets,
  sizeForScoreFamily,
  type Reached,
} from '../statistics/named/size-for-score.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { cautionColumn, cautionOf, warningTip, withWarning } from './parts/cautioned.ts';
import { halo } from './parts/halo.ts';
import { acrossDays } from './parts/day-axis.ts';
import { layerOf, only } from './parts/layers.ts';
import { logPosition, logScale } from './parts/log-axis.ts';
import { chartBase, ink, widths } from './theme.ts';

type Place = { target: number; models: number; day: string; time: number; parameters_b: number };
type Named = Place & { model: string; average: number; caution: string | null };
type Drawn =
  | ({ layer: 'record' | 'cautioned' } & Named)
  | ({ layer: 'end' } & Place & { model: null; average: null; caution: null });

const billions = (size: number) => `${formatNumber(size, units.billions)}\u00a0B`;
const recordsOf = (rows: readonly Drawn[], target: number) =>
  layerOf(rows, 'record').filter((row) => row.target === target);

/** The size of the smallest model so far that reached an average, day by day of submission. */
export const sizeForScore = figure({
  id: 'size-for-score',
  question: 'How many parameters did a score need?',
  query: sizeForScoreFamily.query,
  derive(rows): Drawn[] {
    const lastDay = rows.at(-1)?.day ?? '';
    return scoreTargets.flatMap((target): Drawn[] => {
      const { count: models, records, cautioned } = descentOf(rows, target);
      const last = records.at(-1);
      if (!last) return [];
      const named = ({ day, parameters_b, model, average, caution }: Reached) => ({
        target,
        models,
        day,
        time: timeOf(day),
        parameters_b,
        model,
        average,
        caution: cautionOf(caution),
      });
      return [
        ...records.map((row) => ({ layer: 'record' as const, ...named(row) })),
        ...cautioned.map((row) => ({ layer: 'cautioned' as const, ...named(row) })),
        {
          layer: 'end',
          target,
          models,
          day: lastDay,
          time: timeOf(lastDay),
          parameters_b: last.parameters_b,
          model: null,
          average: null,
          caution: null,
        },
      ];
    });
  },
  columns: [
    { name: 'target', title: 'Average of at least', unit: { ...units.points, digits: 0 } },
    { name: 'day', title: 'Submitted' },
    { name: 'parameters_b', title: 'Size', unit: units.billions },
    { name: 'model', title: 'Smallest so far', model: true },
    { name: 'average', title: 'Its average', unit: units.points },
    cautionColumn,
    { name: 'layer', title: 'Layer' },
    { name: 'models', title: 'Models of that average', unit: units.models },
  ],
  // Who has 40 points has 20, too.
  n: (rows) => Math.max(0, ...layerOf(rows, 'end').map(({ models }) => models)),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const ends = layerOf(rows, 'end');
    if (ends.length === 0) return 'No model with a size and a day reached 20 points.';
    const parts = ends.map(({ target }, i) => {
      const records = recordsOf(rows, target);
      const [first, last] = [endOfFirstMonth(records)!, records.at(-1)!];
      const start = i === 0 ? `An average of ${target} points needed` : `${target} points`;
      const then =
        first === last ? 'no less since' : `${billions(last.parameters_b)} from ${monthName(last.day)}`;
      return `${start} ${billions(first.parameters_b)} at the end of ${monthName(first.day)} and ${then}`;
    });
    return `${parts.join('; ')}.`;
  },
  alt(rows) {
    const ends = layerOf(rows, 'end');
    if (ends.length === 0) return 'An empty chart: no model reached 20 points.';
    return `Step lines of the smallest size so far by day of submission, on a log axis, one for each average. ${ends
      .map(({ target }) => {
        const records = recordsOf(rows, target);
        return `${target} points: ${records.map(({ day, parameters_b, model }) => `${billions(parameters_b)} on ${day} (${model})`).join(', ')}.`;
      })
      .join(' ')}`;
  },
  notes:
    'A step is the day on which a smaller model than all before it was submitted with that average or more. Models without a day of submission are left out, and so are models with a caution, which are drawn as open dots where they would have lowered a line. The first days are those of models that had long existed. Size counts all weights, of a Mixture of Experts too.',
  explore: { x: 'parameters_b', y: 'average', colour: 'size_class' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = acrossDays(drawing, 'time');
    const y = {
      ...logPosition({
        field: 'parameters_b',
        title: 'Smallest size so far (billions, log scale)',
        ticks: [0.5, 1, 2, 4, 8, 16, 32, 64],
      }),
      // Room for the names under the lines.
      scale: { ...logScale, padding: 18 },
    };
    const color = {
      field: 'target',
      type: 'nominal' as const,
      scale: { domain: [...scoreTargets], range: [ink.comparedA, ink.comparedB, ink.comparedC] },
    };
    const tooltip = [
      { field: 'model', title: 'Model' },
      { field: 'target', title: 'Average of at least', format: 'd' },
      { field: 'day', title: 'Submitted' },
      { field: 'parameters_b', title: 'Parameters (B)', format: '.1f' },
      { field: 'average', title: 'Average', format: '.1f' },
      warningTip,
    ];
    return {
      ...chartBase(drawing),
      width: widths[drawing] - (phone ? 20 : 30),
      height: phone ? 240 : 300,
      layer: [
        {
          transform: [{ filter: "datum.layer !== 'cautioned'" }],
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.5 },
          encoding: { x, y, color },
        },
        {
          transform: [only('record'), withWarning],
          mark: { type: 'point', filled: true, size: 40, opacity: 1 },
          encoding: { x, y, color, tooltip },
        },
        {
          transform: [only('cautioned'), withWarning],
          mark: { type: 'point', fill: ink.paper, size: 40, opacity: 1 },
          encoding: { x, y, stroke: color, tooltip },
        },
        ...halo.map((ground) => ({
          transform: [only('end'), { calculate: "datum.target + ' points'", as: 'name' }],
          mark: {
            type: 'text' as const,
            align: 'right' as const,
            baseline: 'top' as const,
            dy: 5,
            fontWeight: 600 as const,
            ...ground,
          },
          encoding: { x, y, text: { field: 'name' } },
        })),
      ],
    };
  },
});
