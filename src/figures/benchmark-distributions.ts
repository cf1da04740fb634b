import { benchmarks, benchmarkTitles, type Benchmark } from '../dataset/benchmarks.ts';
import { select, type Expression } from '../dataset/select.ts';
import { models } from '../dataset/tables.ts';
import { formatNumber } from '../statistics/format.ts';
import { sortedQuantile } from '../statistics/methods/quantile.ts';
import { fewestForEstimate, numbersOf } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { layerOf, only } from './parts/layers.ts';
import { chartBase, ink, widths } from './theme.ts';

/** What guessing earns where one number says it; BBH and MuSR have a floor for each of their parts. */
const floors: Partial<Record<Benchmark, number>> = { gpqa: 0.25, mmlu_pro: 0.1 };
const binWidth = 0.025;
const titles = benchmarks.map((name) => benchmarkTitles[name]);
type Drawn = { benchmark: string } & (
  | { layer: 'bin'; x0: number; x1: number; at: null; n: number }
  | { layer: 'median'; x0: null; x1: null; at: number | null; n: number }
  | { layer: 'floor'; x0: null; x1: null; at: number; n: null }
);

const share = { name: 'raw result', suffix: '', digits: 2 };

/** The raw results of the six benchmarks side by side, with their medians and floors. */
export const benchmarkDistributions = figure({
  id: 'benchmark-distributions',
  question: 'How do the models spread on each benchmark?',
  query: select(models, (columns) => ({
    rows: Object.fromEntries(benchmarks.map((name) => [name, columns[`${name}_raw`]])) as Record<
      Benchmark,
      Expression<number>
    >,
    orderBy: [columns.row],
  })),
  derive: (rows): Drawn[] =>
    benchmarks.flatMap((name) => {
      const values = numbersOf(rows, name).toSorted((a, b) => a - b);
      const counts = new Map<number, number>();
      for (const value of values) {
        const bin = Math.min(Math.floor(value / binWidth), 1 / binWidth - 1);
        counts.set(bin, (counts.get(bin) ?? 0) + 1);
      }
      const blank = { benchmark: benchmarkTitles[name], x0: null, x1: null, at: null, n: null };
      return [
        ...[...counts]
          .sort(([a], [b]) => a - b)
          .map(([bin, n]) => ({
            ...blank,
            layer: 'bin' as const,
            x0: bin * binWidth,
            x1: (bin + 1) * binWidth,
            n,
          })),
        { ...blank, layer: 'median' as const, at: sortedQuantile(values, 0.5), n: values.length },
        ...(floors[name] === undefined ? [] : [{ ...blank, layer: 'floor' as const, at: floors[name] }]),
      ];
    }),
  columns: [
    { name: 'benchmark', title: 'Benchmark' },
    { name: 'layer', title: 'Layer' },
    { name: 'x0', title: 'Raw result from', unit: { ...share, digits: 3 } },
    { name: 'x1', title: 'Raw result to', unit: { ...share, digits: 3 } },
    { name: 'at', title: 'Median or floor', unit: share },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => layerOf(rows, 'median')[0]?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const medians = layerOf(rows, 'median').flatMap(({ benchmark, at }) =>
      at === null ? [] : [{ benchmark, at }],
    );
    const sorted = medians.toSorted((a, b) => b.at - a.at);
    const [most, least] = [sorted[0], sorted.at(-1)];
    if (!most || !least) return 'Too few models to draw.';
    const say = ({ benchmark, at }: typeof most) => `${benchmark} (median ${formatNumber(at, share)})`;
    return `The model in the middle has its highest raw result on ${say(most)} and its lowest on ${say(least)}.`;
  },
  alt: (rows) =>
    `Histograms of the raw results on six benchmarks. ${layerOf(rows, 'median')
      .map((row) => {
        const floor = layerOf(rows, 'floor').find(({ benchmark }) => benchmark === row.benchmark);
        const median = row.at === null ? 'unknown' : formatNumber(row.at, share);
        return `${row.benchmark}: median ${median}${floor ? `, floor of guessing ${formatNumber(floor.at, share)}` : ''}.`;
      })
      .join(' ')}`,
  notes:
    'Raw results: an accuracy, for IFEval the mean of two, for BBH and MuSR the mean over their parts. The solid line is the median, the dashed one what guessing earns, where a single number says it; the parts of BBH and MuSR have floors of their own.',
  spec(drawing) {
    const phone = drawing === 'phone';
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
      spacing: phone ? 14 : 20,
      resolve: { scale: { y: 'independent' } },
      spec: {
        width: phone ? widths.phone / 2 - 6 : widths.desktop / 3 - 8,
        height: phone ? 70 : 90,
        layer: [
          {
            transform: [only('bin')],
            mark: { type: 'bar', color: ink.density, opacity: 0.55, binSpacing: 0 },
            encoding: {
              x: {
                field: 'x0',
                bin: 'binned',
                type: 'quantitative',
                scale: { domain: [0, 1] },
                axis: { title: null, grid: false, values: [0, 0.5, 1], format: '~r' },
              },
              x2: { field: 'x1' },
              y: { field: 'n', type: 'quantitative', axis: null },
              tooltip: [
                { field: 'benchmark', title: 'Benchmark' },
                { field: 'x0', title: 'Raw result from', format: '.3f' },
                { field: 'x1', title: 'to', format: '.3f' },
                { field: 'n', title: 'Models', format: ',' },
              ],
            },
          },
          {
            transform: [only('median')],
            mark: { type: 'rule', color: ink.accent, strokeWidth: 2 },
            encoding: { x: { field: 'at', type: 'quantitative' } },
          },
          {
            transform: [only('floor')],
            mark: { type: 'rule', color: ink.text, strokeDash: [3, 3] },
            encoding: { x: { field: 'at', type: 'quantitative' } },
          },
        ],
      },
    };
  },
});
