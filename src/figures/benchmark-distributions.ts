import { benchmarks, benchmarkTitles, type Benchmark } from '../dataset/benchmarks.ts';
import { formatNumber } from '../statistics/format.ts';
import { sortedQuantile } from '../statistics/methods/quantile.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import type { Figure } from './figure.ts';
import { layerOf, only } from './parts/layers.ts';
import { chartBase, ink, widths } from './theme.ts';

/** What guessing earns where one number says it; BBH and MuSR have a floor for each of their parts. */
const floors: Partial<Record<Benchmark, number>> = { gpqa: 0.25, mmlu_pro: 0.1 };
const binWidth = 0.025;
const titles = benchmarks.map((name) => benchmarkTitles[name]);
const share = { ...units.explained, name: 'share of questions' };

/** The raw results of the six benchmarks side by side, with their medians and floors. */
export const benchmarkDistributions: Figure = {
  id: 'benchmark-distributions',
  question: 'How do the models spread on each benchmark?',
  sql: `SELECT ${benchmarks.map((name) => `CAST(${name}_raw AS DOUBLE) AS ${name}`).join(', ')} FROM models ORDER BY row`,
  derive: (rows) =>
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
          .map(([bin, n]) => ({ ...blank, layer: 'bin', x0: bin * binWidth, x1: (bin + 1) * binWidth, n })),
        { ...blank, layer: 'median', at: sortedQuantile(values, 0.5), n: values.length },
        ...(floors[name] === undefined ? [] : [{ ...blank, layer: 'floor', at: floors[name] }]),
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
  n: (rows) => Number(layerOf(rows, 'median')[0]?.n ?? 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const medians = layerOf(rows, 'median').filter(({ at }) => at !== null);
    if (medians.length === 0) return 'Too few models to draw.';
    const sorted = medians.toSorted((a, b) => Number(b.at) - Number(a.at));
    const say = (row: (typeof sorted)[number] | undefined) =>
      `${String(row?.benchmark)} (median ${formatNumber(Number(row?.at), share)})`;
    return `The model in the middle gets most right on ${say(sorted[0])} and least on ${say(sorted.at(-1))}.`;
  },
  alt: (rows) =>
    `Histograms of the raw results on six benchmarks. ${layerOf(rows, 'median')
      .map((row) => {
        const floor = layerOf(rows, 'floor').find(({ benchmark }) => benchmark === row.benchmark);
        const median = typeof row.at === 'number' ? formatNumber(row.at, share) : 'unknown';
        return `${String(row.benchmark)}: median ${median}${floor ? `, floor of guessing ${formatNumber(Number(floor.at), share)}` : ''}.`;
      })
      .join(' ')}`,
  notes:
    'Raw results, the share that a model gets right. The solid line is the median, the dashed one what guessing earns, where a single number says it; the parts of BBH and MuSR have floors of their own.',
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
};
