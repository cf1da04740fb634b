import { benchmarks, benchmarkTitles } from '../dataset/benchmarks.ts';
import { formatNumber, readsAsZero } from '../statistics/format.ts';
import { clustersOf } from '../statistics/methods/clusters.ts';
import { meanEstimate } from '../statistics/methods/mean.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';
import { beyondError, tradeOff, tradeOffBases } from '../statistics/named/trade-off.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure, type Figure } from './figure.ts';
import { chartBase, ink, panelHeader, widths } from './theme.ts';

const unit = units.points;
const titles = benchmarks.map((name) => benchmarkTitles[name]);
type Measure = 'change' | 'drop' | 'rise';
type Drawn = { base: string; base_label: string; benchmark: string; n: number } & Record<
  Measure | `${Measure}_low` | `${Measure}_high`,
  number | null
>;
type Known = Drawn & Record<Measure, number>;

const share = (value: number) => formatNumber(value, units.share);
/** A share above 0, however small. */
const often = (value: number) =>
  readsAsZero(value, units.share) ? `less than ${share(0.01)}` : share(value);
const signed = (value: number) =>
  `${value > 0 && !readsAsZero(value, unit) ? '+' : ''}${formatNumber(value, unit)}`;
const known = (rows: readonly Drawn[], base: string) =>
  rows.filter(
    (row): row is Known => row.base === base && row.change !== null && row.drop !== null && row.rise !== null,
  );

/** How tuned models stand to their own roots on each benchmark. */
export const benchmarkTradeOff = figure({
  id: 'benchmark-trade-off',
  question: 'On which tests do tuned models stand above their roots, and on which below?',
  query: tradeOff.query,
  derive: (rows): Drawn[] =>
    tradeOffBases.flatMap(({ id: base, label, has }) => {
      const pairs = rows.filter(has);
      const shown = pairs.length >= fewestForEstimate;
      const numbers = <M extends Measure>(name: M, { value, low, high }: Estimate) =>
        ({
          [name]: shown ? value : null,
          [`${name}_low`]: shown ? low : null,
          [`${name}_high`]: shown ? high : null,
        }) as Record<M | `${M}_low` | `${M}_high`, number | null>;
      const clusters = clustersOf(pairs);
      return benchmarks.map((name) => {
        const { drop, rise } = beyondError(pairs, name);
        return {
          base,
          base_label: label,
          benchmark: benchmarkTitles[name],
          ...numbers('change', meanEstimate(numbersOf(pairs, `${name}_change`), clusters)),
          ...numbers('drop', drop),
          ...numbers('rise', rise),
          n: pairs.length,
        };
      });
    }),
  columns: [
    { name: 'base_label', title: 'Roots' },
    { name: 'base', title: 'Type of root' },
    { name: 'benchmark', title: 'Benchmark' },
    { name: 'change', title: 'Mean change', unit },
    { name: 'change_low', title: 'Change, 95 % from', unit },
    { name: 'change_high', title: 'Change, 95 % to', unit },
    { name: 'drop', title: 'Fell beyond its error', unit: units.share },
    { name: 'drop_low', title: 'Fell, 95 % from', unit: units.share },
    { name: 'drop_high', title: 'Fell, 95 % to', unit: units.share },
    { name: 'rise', title: 'Rose beyond its error', unit: units.share },
    { name: 'rise_low', title: 'Rose, 95 % from', unit: units.share },
    { name: 'rise_high', title: 'Rose, 95 % to', unit: units.share },
    { name: 'n', title: 'Pairs' },
  ],
  n: (rows) => rows[0]?.n ?? 0,
  counts: 'pairs',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const all = known(rows, 'all');
    if (all.length === 0)
      return `Too few models with their root in the table; it takes ${fewestForEstimate}.`;
    const gained = all.reduce((a, b) => (b.rise > a.rise ? b : a));
    const paid = all.reduce((a, b) => (b.drop > a.drop ? b : a));
    const rise =
      gained.rise > 0
        ? `${gained.benchmark} rises most often beyond its error, in ${often(gained.rise)} of the pairs (mean ${signed(gained.change)} points)`
        : 'No benchmark rises beyond its error in any of the pairs';
    const fall =
      paid.drop > 0
        ? `${paid.benchmark} falls most often, in ${often(paid.drop)} (mean ${signed(paid.change)})`
        : 'none falls';
    return `${rise}; ${fall}.`;
  },
  alt: (rows) =>
    `For each benchmark, over all roots, pretrained roots and chat roots: the mean change from the root in points, and the shares of pairs that fell and that rose beyond the binomial error. ${tradeOffBases
      .map(({ id, label }) => {
        const lines = known(rows, id).map(
          (row) => `${row.benchmark} ${signed(row.change)}, ${share(row.drop)} fell, ${share(row.rise)} rose`,
        );
        const text = lines.length === 0 ? `too few, it takes ${fewestForEstimate}` : lines.join('; ');
        return `${label[0]!.toUpperCase()}${label.slice(1)}: ${text}.`;
      })
      .join(' ')}`,
  notes:
    'The dots are the mean change of the normalised score with its 95 % interval, clustered by organisation and lineage. The bars are the share of pairs whose raw result fell (to the left) or rose (to the right) by more than the 95 % error of a difference of two binomial proportions with the benchmark’s number of questions. Dashed lines are the 2.5 % that chance alone would put on each side.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const width = phone ? widths.phone - 20 : (widths.desktop - 10) / 2;
    const chart = (layer: readonly object[]) => ({
      transform: [
        { calculate: "datum.base_label + ', ' + format(datum.n, ',') + ' pairs'", as: 'heading' },
        {
          calculate: `indexof(${JSON.stringify(tradeOffBases.map(({ label }) => label))}, datum.base_label)`,
          as: 'place',
        },
      ],
      facet: {
        row: {
          field: 'heading',
          type: 'nominal',
          sort: { field: 'place', op: 'min' },
          header: panelHeader,
        },
      },
      spacing: 12,
      spec: { width, height: { step: 22 }, layer },
    });
    const y = (named: boolean) =>
      ({
        field: 'benchmark',
        type: 'nominal',
        sort: titles,
        axis: named ? { title: null, labelColor: ink.text } : null,
      }) as const;
    const zero = {
      mark: { type: 'rule', color: ink.muted },
      encoding: { x: { datum: 0, type: 'quantitative' } },
    } as const;
    const changes = chart([
      zero,
      {
        mark: { type: 'rule', strokeWidth: 2, color: ink.accent, opacity: 0.55 },
        encoding: {
          y: y(true),
          x: { field: 'change_low', type: 'quantitative' },
          x2: { field: 'change_high' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 55, opacity: 1, color: ink.accent },
        encoding: {
          y: y(true),
          x: {
            field: 'change',
            type: 'quantitative',
            axis: { title: 'Mean change (points)', tickCount: 5 },
          },
          tooltip: [
            { field: 'benchmark', title: 'Benchmark' },
            { field: 'base_label', title: 'Root' },
            { field: 'change', title: 'Mean change', format: '.1f' },
            { field: 'change_low', title: '95 % from', format: '.1f' },
            { field: 'change_high', title: '95 % to', format: '.1f' },
            { field: 'n', title: 'Pairs', format: ',' },
          ],
        },
      },
      {
        transform: [{ filter: '!isValid(datum.change)' }],
        mark: { type: 'text', align: 'left', dx: 6, color: ink.muted },
        encoding: { y: y(true), x: { datum: 0 }, text: { value: 'too few' } },
      },
    ]);
    const side = (name: 'drop' | 'rise') => {
      const sign = name === 'drop' ? -1 : 1;
      return [
        {
          transform: [{ calculate: `${sign} * datum.${name}`, as: 'share' }],
          mark: {
            type: 'bar',
            height: 13,
            color: ink.accent,
            opacity: 0.6,
          },
          encoding: {
            y: y(phone),
            x: {
              field: 'share',
              type: 'quantitative',
              axis: {
                title: 'Share of pairs: fell (left), rose (right)',
                tickCount: 5,
                labelExpr: "format(abs(datum.value) * 100, '.0f') + ' %'",
              },
            },
            tooltip: [
              { field: 'benchmark', title: 'Benchmark' },
              { field: 'base_label', title: 'Root' },
              { field: 'drop', title: 'Fell beyond its error', format: '.0%' },
              { field: 'rise', title: 'Rose beyond its error', format: '.0%' },
              { field: 'n', title: 'Pairs', format: ',' },
            ],
          },
        },
        {
          transform: [
            { calculate: `${sign} * datum.${name}_low`, as: 'near' },
            { calculate: `${sign} * datum.${name}_high`, as: 'far' },
          ],
          mark: { type: 'rule', strokeWidth: 1.5, color: ink.text },
          encoding: { y: y(phone), x: { field: 'near', type: 'quantitative' }, x2: { field: 'far' } },
        },
      ];
    };
    const shares = chart([
      ...side('drop'),
      ...side('rise'),
      ...[-0.025, 0.025].map((datum) => ({
        mark: { type: 'rule', color: ink.text, strokeDash: [2, 3], opacity: 0.7 },
        encoding: { x: { datum, type: 'quantitative' } },
      })),
      {
        transform: [{ filter: '!isValid(datum.rise)' }],
        mark: { type: 'text', align: 'left', dx: 12, color: ink.muted },
        encoding: { y: y(phone), x: { datum: 0 }, text: { value: 'too few' } },
      },
    ]);
    return {
      ...chartBase(drawing),
      spacing: phone ? 26 : 20,
      ...(phone ? { vconcat: [changes, shares] } : { hconcat: [changes, shares] }),
    } as ReturnType<Figure['spec']>;
  },
});
