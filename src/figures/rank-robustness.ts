import { formatInterval, formatNumber } from '../statistics/format.ts';
import { rankedQuery, ranksOf, topModels, weightedRanksOf } from '../statistics/named/ranks.ts';
import { weightDraws } from '../statistics/ranks-by-weights.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
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
import { logPosition } from './parts/log-axis.ts';
import { chartBase, ink, widths } from './theme.ts';

interface Drawn extends Record<string, string | number | null> {
  order: number;
  place: number;
  model: string;
  name: string;
  average: number;
  error: number;
  low: number;
  high: number;
  weights_low: number;
  weights_high: number;
  told: number;
  caution: string | null;
  n: number;
}

const { rank } = units;
const between = (low: number, high: number) =>
  low === high ? formatNumber(low, rank) : `from ${formatInterval(low, high, rank)}`;
const toldOf = (rows: readonly Drawn[]) => rows.reduce((sum, { told }) => sum + told, 0) / 2;
const pairsOf = (rows: readonly Drawn[]) => (rows.length * (rows.length - 1)) / 2;

/** Of the models with the best averages, between which ranks their questions and the weights of the benchmarks leave them. */
export const rankRobustness = figure({
  id: 'rank-robustness',
  question: 'How sure is a rank?',
  query: rankedQuery,
  ahead: weightedRanksOf,
  derive(rows): Drawn[] {
    const weights = weightedRanksOf(rows).value();
    return ranksOf(rows).map(({ row, place, error, sampling, told }, i) => ({
      order: i + 1,
      place,
      model: row.model,
      name: row.model.split('/').at(-1)!,
      average: row.average,
      error,
      low: sampling().low,
      high: sampling().high,
      weights_low: weights[i]!.low,
      weights_high: weights[i]!.high,
      told,
      caution: cautionOf(row.caution),
      n: rows.length,
    }));
  },
  columns: [
    { name: 'place', title: 'Rank', unit: rank },
    { name: 'model', title: 'Model', model: true },
    { name: 'average', title: 'Average', unit: units.points },
    { name: 'error', title: 'Its standard error', unit: units.points },
    { name: 'low', title: 'Best rank by the questions', unit: rank },
    { name: 'high', title: 'Worst rank by the questions', unit: rank },
    { name: 'weights_low', title: 'Best rank by the weights', unit: rank },
    { name: 'weights_high', title: 'Worst rank by the weights', unit: rank },
    { name: 'told', title: 'Of the models drawn, can be told from it', unit: units.models },
    cautionColumn,
    { name: 'n', title: 'Models ranked', unit: units.models },
  ],
  n: (rows) => rows[0]?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [first, tenth] = [rows[0], rows[fewestForEstimate - 1]];
    if (!first || !tenth) return `Fewer than ${fewestForEstimate} models are no table to rank.`;
    return `By the error of the questions the rank of the best model is ${between(first.low, first.high)} and that of the tenth ${between(tenth.low, tenth.high)}; other weights of the benchmarks put the tenth ${between(tenth.weights_low, tenth.weights_high)}. Of the ${pairsOf(rows).toLocaleString('en')} pairs of the first ${rows.length} models, ${toldOf(rows).toLocaleString('en')} can be told apart.`;
  },
  alt(rows) {
    if (rows.length < fewestForEstimate) return 'An empty chart: too few models to rank.';
    const shown = [0, 9, 19, 29, 39, 49].flatMap((i) => rows[i] ?? []);
    return `For each of the ${rows.length} models with the best averages a dot at its rank, a thick line over the ranks that the error of the questions leaves and a thin one over those that other weights of the benchmarks give, on a log axis. ${shown
      .map(
        (row) =>
          `Rank ${row.place}, ${row.model}${cautionNote(row.caution)}: ${between(row.low, row.high)} by the questions, ${between(row.weights_low, row.weights_high)} by the weights.`,
      )
      .join(' ')}`;
  },
  notes: `Ranks are among all models, the ${topModels} best averages are drawn. A thick line is the 95\u00a0% interval of the rank by the limited number of questions: behind all models that are better beyond doubt and before all that are worse, by Holm over all comparisons of the model. The errors count as independent although the same questions are asked of all, so the lines are long rather than short. A thin line is where 95\u00a0% of ${weightDraws.toLocaleString('en')} mixtures of other weights, spread evenly over all that there are, put the model, errors apart. ${cautionLegend}`,
  explore: { x: 'parameters_b', y: 'average', colour: 'size_class' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const y = { field: 'order', type: 'ordinal', axis: null } as const;
    const x = (field: string) =>
      logPosition({ field, title: 'Rank (log scale)', ticks: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] });
    const tooltip = [
      { field: 'model', title: 'Model' },
      { field: 'place', title: 'Rank', format: ',' },
      { field: 'average', title: 'Average', format: '.1f' },
      { field: 'low', title: 'Best rank by the questions', format: ',' },
      { field: 'high', title: 'Worst rank by the questions', format: ',' },
      { field: 'weights_low', title: 'Best rank by the weights', format: ',' },
      { field: 'weights_high', title: 'Worst rank by the weights', format: ',' },
      warningTip,
    ];
    return {
      ...chartBase(drawing),
      width: widths[drawing] + (phone ? 50 : 90),
      height: { step: 20 },
      transform: [withWarning, signed('name')],
      layer: [
        {
          mark: { type: 'rule', strokeWidth: 4, yOffset: 5, color: ink.accent, opacity: 0.45 },
          encoding: { y, x: x('low'), x2: { field: 'high' }, tooltip },
        },
        {
          mark: { type: 'rule', strokeWidth: 1.2, yOffset: 5, color: ink.text },
          encoding: { y, x: x('weights_low'), x2: { field: 'weights_high' } },
        },
        {
          mark: { type: 'point', filled: true, size: 30, yOffset: 5, color: ink.accent, opacity: 1 },
          encoding: { y, x: x('place'), tooltip },
        },
        {
          mark: {
            type: 'text',
            align: 'left',
            baseline: 'bottom',
            dy: 1,
            fontSize: phone ? 10 : 11,
            color: ink.muted,
            limit: phone ? 300 : 400,
          },
          encoding: { y, x: { value: 0 }, text: { field: 'name' } },
        },
      ],
    };
  },
});
