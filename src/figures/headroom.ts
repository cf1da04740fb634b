import { benchmarkTitles, benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import { monthName, timeOf } from '../dataset/calendar.ts';
import { formatNumber } from '../statistics/format.ts';
import { clustersOf } from '../statistics/methods/clusters.ts';
import { medianEstimate } from '../statistics/methods/quantile.ts';
import { bestsSoFar, headroom, perfect } from '../statistics/named/headroom.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { acrossDays } from './parts/day-axis.ts';
import { drawnEstimate } from './parts/estimate-rows.ts';
import { layerOf, only } from './parts/layers.ts';
import { chartBase, ink, widths } from './theme.ts';

type Place = { benchmark: string; day: string; time: number };
type Drawn =
  | ({ layer: 'best' } & Place & { value: number; low: null; high: null; n: null; model: string })
  | ({ layer: 'end' } & Place & { value: number; low: null; high: null; n: number; model: null })
  | ({ layer: 'median' } & Place & {
        value: number | null;
        low: number | null;
        high: number | null;
        n: number;
        model: null;
      });

const titles = benchmarks.map((name) => benchmarkTitles[name]);
const points = (value: number) => formatNumber(value, units.points);
const endsOf = (rows: readonly Drawn[]) => layerOf(rows, 'end');

/** The best result so far and the median result of each month, benchmark by benchmark, against a perfect one. */
export const headroomFigure = figure({
  id: 'headroom',
  question: 'How much room was left on each benchmark?',
  query: headroom.query,
  derive(rows): Drawn[] {
    const lastDay = rows.at(-1)?.day;
    if (lastDay === undefined) return [];
    const months = [...Map.groupBy(rows, ({ day }) => day.slice(0, 7))];
    return benchmarks.flatMap((name: Benchmark): Drawn[] => {
      const benchmark = benchmarkTitles[name];
      const bests = bestsSoFar(rows, name);
      return [
        ...bests.map(({ day, score, model }) => ({
          layer: 'best' as const,
          benchmark,
          day,
          time: timeOf(day),
          value: score,
          low: null,
          high: null,
          n: null,
          model,
        })),
        {
          layer: 'end',
          benchmark,
          day: lastDay,
          time: timeOf(lastDay),
          value: bests.at(-1)!.score,
          low: null,
          high: null,
          n: rows.length,
          model: null,
        },
        ...months.map(([month, members]) => ({
          layer: 'median' as const,
          benchmark,
          day: month,
          // The middle of the month stands for it.
          time: timeOf(`${month}-15`),
          ...drawnEstimate(medianEstimate(numbersOf(members, name), clustersOf(members))),
          model: null,
        })),
      ];
    });
  },
  columns: [
    { name: 'benchmark', title: 'Benchmark' },
    { name: 'layer', title: 'Layer' },
    { name: 'day', title: 'Day, or month of the median' },
    { name: 'value', title: 'Result', unit: units.points },
    { name: 'low', title: '95 % from', unit: units.points },
    { name: 'high', title: '95 % to', unit: units.points },
    { name: 'n', title: 'Models' },
    { name: 'model', title: 'Best so far', model: true },
  ],
  n: (rows) => endsOf(rows)[0]?.n ?? 0,
  counts: 'models',
  wide: true,
  minimum: fewestForEstimate,
  takeaway(rows) {
    const ends = endsOf(rows).toSorted((a, b) => b.value - a.value);
    const [most, least] = [ends[0], ends.at(-1)];
    if (!most || !least) return 'No model has a day of submission.';
    const last = (benchmark: string) =>
      layerOf(rows, 'best').findLast((row) => row.benchmark === benchmark)!.day;
    const say = (row: typeof most) =>
      `${points(row.value)} on ${row.benchmark}, reached in ${monthName(last(row.benchmark))}`;
    return `Of ${perfect} points the best result is ${say(most)}, and ${say(least)}.`;
  },
  alt(rows) {
    const ends = endsOf(rows);
    if (ends.length === 0) return 'An empty chart: no model has a day of submission.';
    return `Six panels, one for each benchmark, from 0 to ${perfect} points: a step line of the best result so far, and the median result of each month. ${ends
      .map(({ benchmark, value }) => {
        const medians = layerOf(rows, 'median').filter(
          (row) => row.benchmark === benchmark && row.value !== null,
        );
        const [first, last] = [medians[0], medians.at(-1)];
        const median =
          first && last && first !== last
            ? `, median from ${points(first.value!)} in ${monthName(first.day)} to ${points(last.value!)} in ${monthName(last.day)}`
            : '';
        return `${benchmark}: best ${points(value)}${median}.`;
      })
      .join(' ')}`;
  },
  notes:
    'The step line is the best result so far, the dots are medians of the models submitted in a month, with 95 % intervals; a month of fewer than 10 models has none. The top of each panel is a perfect result. Models with a caution or without a day of submission are left out.',
  explore: { x: 'submission_date', y: 'average', colour: 'size_class' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = acrossDays('phone', 'time');
    const y = {
      field: 'value',
      type: 'quantitative' as const,
      scale: { domain: [0, perfect] },
      axis: { title: null, values: [0, 25, 50, 75, perfect] },
    };
    return {
      ...chartBase(drawing),
      facet: {
        field: 'benchmark',
        type: 'nominal',
        sort: titles,
        title: null,
        header: { labelAnchor: 'start' },
      },
      columns: phone ? 2 : 3,
      spacing: phone ? 14 : 22,
      spec: {
        width: phone ? widths.phone / 2 - 10 : widths[drawing] / 3 - 18,
        height: phone ? 110 : drawing === 'wide' ? 190 : 140,
        layer: [
          {
            transform: [only('median'), { filter: 'isValid(datum.low)' }],
            mark: { type: 'rule', color: ink.muted, strokeWidth: 2, opacity: 0.55 },
            encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
          },
          {
            transform: [only('median'), { filter: 'isValid(datum.value)' }],
            mark: { type: 'point', filled: true, size: 22, opacity: 1, color: ink.muted },
            encoding: {
              x,
              y,
              tooltip: [
                { field: 'benchmark', title: 'Benchmark' },
                { field: 'day', title: 'Submitted in' },
                { field: 'value', title: 'Median', format: '.1f' },
                { field: 'low', title: '95 % from', format: '.1f' },
                { field: 'high', title: '95 % to', format: '.1f' },
                { field: 'n', title: 'Models', format: ',' },
              ],
            },
          },
          {
            transform: [{ filter: "datum.layer !== 'median'" }],
            mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2, color: ink.accent },
            encoding: { x, y },
          },
          {
            transform: [only('best')],
            mark: { type: 'point', filled: true, size: 22, opacity: 1, color: ink.accent },
            encoding: {
              x,
              y,
              tooltip: [
                { field: 'model', title: 'Best so far' },
                { field: 'benchmark', title: 'Benchmark' },
                { field: 'day', title: 'Submitted' },
                { field: 'value', title: 'Points', format: '.1f' },
              ],
            },
          },
          {
            transform: [only('end')],
            mark: {
              type: 'text',
              align: 'right',
              baseline: 'bottom',
              dy: -4,
              fontWeight: 600,
              color: ink.accent,
            },
            encoding: { x, y, text: { field: 'value', format: '.1f' } },
          },
        ],
      },
    };
  },
});
