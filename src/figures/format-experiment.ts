import { unionAll } from '../dataset/select.ts';
import { formatInterval, formatNumber } from '../statistics/format.ts';
import { holmRejects } from '../statistics/methods/holm.ts';
import { meanEstimate } from '../statistics/methods/mean.ts';
import { quantileEstimate } from '../statistics/methods/quantile.ts';
import { signFlipP } from '../statistics/methods/sign-flip.ts';
import {
  askedBothWays,
  askedTwice,
  comparedAs,
  groupsOf,
  sameRuns,
  type Score,
  scores,
  spreadOf,
} from '../statistics/named/compared-runs.ts';
import { changeOf, formatPairs } from '../statistics/named/format.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { shortTitles } from './parts/benchmark-names.ts';
import { cautionColumn, cautionOf, warningTip, withWarning } from './parts/cautioned.ts';
import { halo } from './parts/halo.ts';
import { layerOf, only } from './parts/layers.ts';
import { chartBase, ink, widths } from './theme.ts';

const unit = units.points;
const titles: Readonly<Record<Score, string>> = { average: 'Average', ...shortTitles };

const query = unionAll([comparedAs('asked', askedBothWays), comparedAs('same', sameRuns)], ['cause', 'row']);

/** Which pairs a mean is over. */
const groups = { format: 'one commit', 'format.all': 'all' } as const;
type Group = (typeof groups)[keyof typeof groups];

const blank = {
  model: null,
  change: null,
  commit: null,
  pairs: null,
  mean: null,
  low: null,
  high: null,
  p: null,
  noise: null,
  caution: null,
};
type Blank = typeof blank;
type Place = { score: string; y: number; n: number };
type Dot = {
  layer: 'dot';
  model: string;
  change: number;
  commit: 'one commit' | 'two commits';
  caution: string | null;
} & Place &
  Omit<Blank, 'model' | 'change' | 'commit' | 'caution'>;
type Mean = { layer: 'mean'; pairs: Group } & Place &
  Record<'mean' | 'low' | 'high' | 'p', number | null> &
  Omit<Blank, 'pairs' | 'mean' | 'low' | 'high' | 'p'>;
type Noise = { layer: 'noise' } & Place &
  Record<'noise' | 'low' | 'high', number | null> &
  Omit<Blank, 'noise' | 'low' | 'high'>;
type Drawn = Dot | Mean | Noise;
type Known = Mean & Record<'mean' | 'low' | 'high' | 'p', number>;

/** Where the means stand below the dots of their strip, in strips. */
const below: Readonly<Record<Group, number>> = { 'one commit': 0.22, all: 0.4 };

const signed = (value: number) => {
  const text = formatNumber(value, unit);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};
const written = ({ mean, low, high }: Known) => `${signed(mean)} (${formatInterval(low, high, unit)})`;
const writtenP = (p: number) => (p < 0.001 ? 'p < 0.001' : `p = ${formatNumber(p, units.probability)}`);
const meansOf = (rows: readonly Drawn[], pairs: Group): Known[] =>
  layerOf(rows, 'mean').filter((row): row is Known => row.pairs === pairs && row.p !== null);
const inWords = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');

/** What the grey band of the average is; blank without one. */
function bandOf(rows: readonly Drawn[]): string {
  const band = layerOf(rows, 'noise').find(({ score }) => score === titles.average);
  if (!band || band.noise === null) return '';
  const { noise, low, high } = band;
  const interval = low === null || high === null ? '' : ` (${formatInterval(low, high, unit)})`;
  return ` The grey band of the average reaches ${formatNumber(noise, unit)}${interval} points to either side.`;
}

/** What the same model scores when it is asked with the chat template and without it. */
export const formatExperiment = figure({
  id: 'format-experiment',
  question: 'How far does the way of asking alone move a result?',
  query,
  derive(rows): Drawn[] {
    const asked = askedTwice(rows.filter(({ cause }) => cause === 'asked'));
    const repeats = groupsOf(rows.filter(({ cause }) => cause === 'same'));
    return scores.flatMap((score, strip): Drawn[] => {
      const place = { score: titles[score], y: strip };
      const noise = quantileEstimate(
        repeats.map((runs) => spreadOf(runs, score)),
        0.9,
      );
      const known = noise.n >= fewestForEstimate;
      return [
        {
          layer: 'noise',
          ...blank,
          ...place,
          noise: known ? noise.value : null,
          low: known ? noise.low : null,
          high: known ? noise.high : null,
          n: noise.n,
        },
        ...asked.map((pair) => ({
          layer: 'dot' as const,
          ...blank,
          ...place,
          model: pair.asked.model,
          change: changeOf(pair, score),
          commit: pair.sameCommit ? ('one commit' as const) : ('two commits' as const),
          caution: cautionOf(pair.asked.caution ?? pair.plain.caution),
          n: 1,
        })),
        ...formatPairs.map(({ id, has }): Mean => {
          const changes = asked.filter(has).map((pair) => changeOf(pair, score));
          const { value, low, high, n } = meanEstimate(changes);
          const shown = n >= fewestForEstimate;
          return {
            layer: 'mean',
            ...blank,
            ...place,
            y: strip + below[groups[id]],
            pairs: groups[id],
            mean: shown ? value : null,
            low: shown ? low : null,
            high: shown ? high : null,
            p: shown ? signFlipP(changes) : null,
            n,
          };
        }),
      ];
    });
  },
  columns: [
    { name: 'score', title: 'Score' },
    { name: 'model', title: 'Model', model: true },
    { name: 'commit', title: 'The two runs are of' },
    { name: 'change', title: 'Change with the template', unit },
    { name: 'pairs', title: 'Mean over pairs of' },
    { name: 'mean', title: 'Mean change', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'p', title: 'Sign-flip p', unit: units.probability },
    { name: 'noise', title: 'Nine in ten repeats within', unit },
    { name: 'n', title: 'Models' },
    cautionColumn,
    { name: 'layer', title: 'Layer' },
  ],
  n: (rows) => layerOf(rows, 'dot').filter(({ score }) => score === titles.average).length,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const means = meansOf(rows, 'one commit');
    const average = means.find(({ score }) => score === titles.average);
    if (!average) {
      const all = meansOf(rows, 'all').find(({ score }) => score === titles.average);
      return all
        ? `Over all ${all.n} models that were run both ways the average changes by ${written(all)} points with the chat template; at one commit there are too few for a mean.`
        : `Too few models were run both ways at one commit; it takes ${fewestForEstimate}.`;
    }
    const rejected = holmRejects(means.map(({ p }) => p));
    const say = means
      .filter((_, at) => rejected[at])
      .map((row) => (row === average ? 'the average' : `${row.score} by ${written(row)}`));
    const beyond =
      say.length === 0
        ? 'none changes beyond chance by Holm’s procedure'
        : `${say.length} ${say.length === 1 ? 'changes' : 'change'} beyond chance by Holm’s procedure: ${inWords(say)}`;
    return `With the chat template the average of one and the same commit changes by ${written(average)} points. Of ${means.length} scores tested together ${beyond}.${bandOf(rows)}`;
  },
  alt(rows) {
    const [one, all] = [meansOf(rows, 'one commit'), meansOf(rows, 'all')];
    const count = layerOf(rows, 'dot').length / scores.length;
    if (all.length === 0)
      return `Strips of dots for ${count} models that were run with the chat template and without it, too few for a mean.`;
    const say = all.map((row) => {
      const same = one.find(({ score }) => score === row.score);
      const of = (each: Known) => `${written(each)}, ${writtenP(each.p)}`;
      return `${row.score}: ${same ? `${of(same)} over ${same.n} at one commit; ` : ''}${of(row)} over all ${row.n}.`;
    });
    return `Seven strips, for the average and each benchmark, with a dot for each of ${count} models: what changes, in points, when it is asked with the chat template. Below the dots the mean change with its 95 % interval, and the sign-flip p. ${say.join(' ')}`;
  },
  notes:
    'A dot is a model that was run both ways, one pair each: the score with the chat template minus that without it; it is filled where both runs are of one commit. Below, the mean change with Student’s 95 % interval over models: filled over those at one commit, hollow over all. p is the share of all ways of flipping the signs of the changes whose mean lies as far from zero, each score by itself; the sentence above holds the p of all scores together against Holm’s bars. These are repeated runs, not a randomised experiment, and nearly all pairs change the number format too; the grey band shows what that does by itself: nine in ten models that were run again at another number format, asked in the same form at the same commit, moved by no more. Where it ends is itself uncertain; the table has its 95 % interval.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const strip = phone ? 84 : 72;
    const y = {
      field: 'y',
      type: 'quantitative' as const,
      scale: { domain: [-0.55, scores.length - 0.5], reverse: true, nice: false, zero: false },
      axis: null,
    };
    const x = {
      type: 'quantitative',
      axis: { title: 'Change with the chat template (points)', tickCount: phone ? 5 : 9 },
    } as const;
    const first = { filter: `datum.layer === 'noise' && datum.score === '${titles.average}'` };
    const mean = [only('mean'), { filter: 'isValid(datum.mean)' }];
    const fill = (field: string) => ({
      condition: { test: `datum.${field} === 'one commit'`, value: ink.accent },
      value: ink.paper,
    });
    const points = (field: string) =>
      `(datum.${field} > 0 ? '+' : '') + replace(format(datum.${field}, '.1f'), '-', '−')`;
    const numbers = [
      only('mean'),
      { filter: "datum.pairs === 'one commit'" },
      {
        calculate: `isValid(datum.mean) ? 'n = ' + datum.n + ': ' + ${points('mean')} + ' (' + ${points('low')} + ' to ' + ${points('high')} + '), ' + (datum.p < 0.001 ? 'p < 0.001' : 'p = ' + format(datum.p, '.3f')) : 'too few at one commit, ' + datum.n`,
        as: 'label',
      },
    ];
    const above = phone ? -30 : -24;
    const text = { type: 'text', align: 'left', baseline: 'middle' } as const;
    return {
      ...chartBase(drawing),
      width: widths[drawing] + 50,
      height: strip * scores.length,
      layer: [
        {
          transform: [
            only('noise'),
            { filter: 'isValid(datum.noise)' },
            { calculate: '-datum.noise', as: 'left' },
            { calculate: 'datum.y - 0.16', as: 'top' },
            { calculate: 'datum.y + 0.16', as: 'bottom' },
          ],
          mark: { type: 'rect', color: ink.muted, opacity: 0.28 },
          encoding: {
            x: { field: 'left', ...x },
            x2: { field: 'noise' },
            y: { ...y, field: 'top' },
            y2: { field: 'bottom' },
            tooltip: [
              { field: 'score', title: 'Score' },
              { field: 'noise', title: 'Nine in ten repeats within', format: '.1f' },
            ],
          },
        },
        {
          transform: [first],
          mark: { type: 'rule', color: ink.muted },
          encoding: { x: { datum: 0, type: 'quantitative' } },
        },
        {
          transform: [only('dot'), withWarning],
          mark: { type: 'point', size: 34, opacity: 0.75, stroke: ink.accent, strokeWidth: 1.2 },
          encoding: {
            x: { field: 'change', ...x },
            y,
            fill: fill('commit'),
            tooltip: [
              { field: 'model', title: 'Model' },
              { field: 'score', title: 'Score' },
              { field: 'change', title: 'Change with the template', format: '.1f' },
              { field: 'commit', title: 'The two runs are of' },
              warningTip,
            ],
          },
        },
        {
          transform: mean,
          mark: { type: 'rule', strokeWidth: 1.5, color: ink.text },
          encoding: { y, x: { field: 'low', ...x }, x2: { field: 'high' } },
        },
        {
          transform: mean,
          mark: { type: 'point', shape: 'diamond', size: 54, opacity: 1, stroke: ink.text, strokeWidth: 1.2 },
          encoding: {
            x: { field: 'mean', ...x },
            y,
            fill: {
              condition: { test: "datum.pairs === 'one commit'", value: ink.text },
              value: ink.paper,
            },
            tooltip: [
              { field: 'score', title: 'Score' },
              { field: 'pairs', title: 'Mean over pairs of' },
              { field: 'n', title: 'Models' },
              { field: 'mean', title: 'Mean change', format: '.1f' },
              { field: 'low', title: '95 % from', format: '.1f' },
              { field: 'high', title: '95 % to', format: '.1f' },
              { field: 'p', title: 'Sign-flip p', format: '.3f' },
            ],
          },
        },
        {
          transform: [
            ...mean,
            { filter: `datum.score === '${titles.average}'` },
            {
              calculate: "datum.pairs === 'all' ? 'all ' + datum.n : datum.n + ' at one commit'",
              as: 'label',
            },
          ],
          mark: { ...text, dx: 5, color: ink.muted },
          encoding: { x: { field: 'high', ...x }, y, text: { field: 'label' } },
        },
        {
          transform: [first, { filter: 'isValid(datum.noise)' }],
          mark: { ...text, color: ink.muted },
          encoding: { x: { value: 0 }, y, text: { value: 'grey: repeats' } },
        },
        ...halo.flatMap((ground) => [
          {
            transform: [only('noise')],
            mark: { ...text, dy: above, fontWeight: 'bold' as const, ...ground },
            encoding: { x: { value: 0 }, y, text: { field: 'score' } },
          },
          {
            transform: numbers,
            mark: { ...text, dy: above - below['one commit'] * strip, color: ink.muted, ...ground },
            encoding: { x: { value: 78 }, y, text: { field: 'label' } },
          },
        ]),
      ],
    };
  },
});
