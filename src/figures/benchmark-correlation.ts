import type { Benchmark } from '../dataset/benchmarks.ts';
import { formatNumber, readsAsZero } from '../statistics/format.ts';
import { abilities } from '../statistics/named/abilities.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { drawnEstimate, type DrawnEstimate } from './parts/estimate-rows.ts';
import { shortTitles } from './parts/benchmark-names.ts';
import { chartBase, ink, widths } from './theme.ts';

const unit = units.correlation;

/** From the benchmarks that go together to those that stand apart, so that the matrix fades to its edges. */
const order: readonly Benchmark[] = ['mmlu_pro', 'bbh', 'gpqa', 'math', 'musr', 'ifeval'];
const labels = order.map((name) => shortTitles[name]);

type Drawn = { first: string; second: string } & DrawnEstimate;
type Known = Drawn & { value: number };

/** Each pair once, from the highest correlation to the lowest. */
const ranked = (rows: readonly Drawn[]) =>
  rows
    .filter((row): row is Known => row.value !== null && row.first < row.second)
    .toSorted((a, b) => b.value - a.value);
const say = ({ first, second, value }: Known) => `${first} and ${second} (${formatNumber(value, unit)})`;

/** Rank correlations of the six benchmarks, as a matrix. */
export const benchmarkCorrelation = figure({
  id: 'benchmark-correlation',
  question: 'Which benchmarks put models in the same order?',
  query: abilities.query,
  derive(rows): Drawn[] {
    const estimates = abilities.derive(rows);
    return order.flatMap((first) =>
      order
        .filter((second) => second !== first)
        .map((second) => ({
          first: shortTitles[first],
          second: shortTitles[second],
          ...drawnEstimate(estimates[`benchmarks.spearman.${first}.${second}`]),
        })),
    );
  },
  columns: [
    { name: 'first', title: 'Benchmark' },
    { name: 'second', title: 'With' },
    { name: 'value', title: 'Rank correlation', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => rows[0]?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [most, ...others] = ranked(rows);
    const least = others.at(-1);
    if (!most || !least) return `Too few models for a rank correlation; it takes ${fewestForEstimate}.`;
    if (most.value < 0 || readsAsZero(most.value, unit))
      return `No two of them: even ${say(most)} do not order models alike.`;
    return `${say(most)} order models most alike, ${say(least)} least.`;
  },
  alt(rows) {
    const pairs = ranked(rows);
    if (pairs.length === 0)
      return `A matrix of rank correlations, empty for fewer than ${fewestForEstimate} models.`;
    return `A matrix of the rank correlations of six benchmarks, the stronger, the deeper the colour. From the highest to the lowest: ${pairs.map(say).join(', ')}.`;
  },
  notes:
    'Spearman’s rank correlation of the normalised scores; the table has its 95 % interval. Every pair stands twice, once on either side of the diagonal.',
  spec(drawing) {
    const cell = Math.floor((widths[drawing] - (drawing === 'phone' ? 0 : 140)) / order.length);
    const scale = { domain: [...labels] };
    const x = {
      field: 'second',
      type: 'nominal',
      scale,
      axis: {
        title: null,
        orient: 'top',
        labelColor: ink.text,
        ...(drawing === 'phone' ? { labelAngle: -35, labelAlign: 'left' as const } : { labelAngle: 0 }),
      },
    } as const;
    const y = {
      field: 'first',
      type: 'nominal',
      scale,
      axis: { title: null, labelColor: ink.text },
    } as const;
    return {
      ...chartBase(drawing),
      width: cell * order.length,
      height: (drawing === 'phone' ? cell : 44) * order.length,
      layer: [
        {
          transform: [{ calculate: 'isValid(datum.value) ? abs(datum.value) : 0', as: 'strength' }],
          mark: { type: 'rect', color: ink.density },
          encoding: {
            x,
            y,
            opacity: {
              field: 'strength',
              type: 'quantitative',
              // Up to here the ink of the numbers stays readable on the cell, in light and in dark.
              scale: { domain: [0, 1], range: [0.02, 0.45] },
            },
            tooltip: [
              { field: 'first', title: 'Benchmark' },
              { field: 'second', title: 'With' },
              { field: 'value', title: 'Rank correlation', format: '.2f' },
              { field: 'low', title: '95 % from', format: '.2f' },
              { field: 'high', title: '95 % to', format: '.2f' },
              { field: 'n', title: 'Models', format: ',' },
            ],
          },
        },
        {
          transform: [
            {
              calculate: "isValid(datum.value) ? replace(format(datum.value, '.2f'), '-', '−') : '–'",
              as: 'written',
            },
          ],
          mark: { type: 'text', fontSize: drawing === 'phone' ? 13 : 15 },
          encoding: { x, y, text: { field: 'written' } },
        },
      ],
    };
  },
});
