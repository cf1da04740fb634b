import { benchmarkTitles } from '../dataset/benchmarks.ts';
import { formatNumber } from '../statistics/format.ts';
import { profileScores, profileTypes, typeProfile } from '../statistics/named/type-profile.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { drawnEstimate } from './parts/estimate-rows.ts';
import { chartBase, ink, widths } from './theme.ts';
import type { TypeDot } from './parts/type-panels.ts';

const unit = units.points;
type Drawn = TypeDot<'score'>;
type Known = Drawn & { value: number };

/** The colour of each type wherever it is drawn. */
const colours: Readonly<Record<(typeof profileTypes)[number]['id'], string>> = {
  pretrained: ink.pretrained,
  continued: ink.continued,
  'fine-tuned': ink.fineTuned,
  chat: ink.chat,
  merge: ink.merge,
  other: ink.otherType,
};

const write = ({ value }: Drawn) => (value === null ? 'too few' : formatNumber(value, unit));
const panel = (rows: readonly Drawn[], score: string) => rows.filter((row) => row.score === score);
const known = (rows: readonly Drawn[]) => rows.filter((row): row is Known => row.value !== null);
const highest = (rows: readonly Known[]) => rows.reduce((a, b) => (b.value > a.value ? b : a));
const average = 'Average';
const instructions = benchmarkTitles.ifeval;

/** Medians of the average and of the six benchmarks by type of model. */
export const typeProfileFigure = figure({
  id: 'type-profile',
  question: 'What are the types of model good at?',
  query: typeProfile.query,
  derive(rows): Drawn[] {
    const estimates = typeProfile.derive(rows);
    return profileScores.flatMap((score) =>
      profileTypes.map((type) => ({
        score: score.label,
        type: type.label,
        ...drawnEstimate(estimates[`profile.${type.id}.${score.column}.median`]),
      })),
    );
  },
  columns: [
    { name: 'score', title: 'Score' },
    { name: 'type', title: 'Type' },
    { name: 'value', title: 'Median points', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => panel(rows, average).reduce((sum, row) => sum + row.n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const averages = known(panel(rows, average));
    if (averages.length < 2) return `Too few models in all but one type; a type takes ${fewestForEstimate}.`;
    const top = highest(averages);
    const best = highest(known(panel(rows, instructions)));
    const middle = `The type “${top.type}” has the highest median average, ${write(top)} points`;
    return top.type === best.type
      ? `${middle}, and the highest median in ${instructions}, ${write(best)}.`
      : `${middle}; in ${instructions} it is “${best.type}”, with ${write(best)}.`;
  },
  alt: (rows) =>
    `Medians as dots with 95 % intervals, a row for each of seven scores and in it a line for each type of model. ${profileScores
      .map(
        ({ label }) =>
          `${label}: ${panel(rows, label)
            .map((row) => `${row.type} ${write(row)}`)
            .join(', ')}.`,
      )
      .join(' ')}`,
  notes:
    'Dots are medians of the normalised scores; lines are 95 % intervals. The types stand in one order and colour in every row, named in the first; a type with too few models has no dot.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = (field: string) => ({ field, type: 'quantitative' as const });
    const color = {
      field: 'type',
      type: 'nominal' as const,
      scale: {
        domain: profileTypes.map(({ label }) => label),
        range: profileTypes.map(({ id }) => colours[id]),
      },
      legend: null,
    };
    return {
      ...chartBase(drawing),
      width: widths[drawing] - (phone ? 30 : 40),
      height: { step: phone ? 11 : 10, for: 'offset' },
      transform: [{ filter: 'isValid(datum.value)' }],
      encoding: {
        y: {
          field: 'score',
          type: 'nominal',
          sort: null,
          scale: { domain: profileScores.map(({ label }) => label), paddingInner: 0.25 },
          axis: { title: null, labelColor: ink.text, labelLimit: 130 },
        },
        yOffset: {
          field: 'type',
          type: 'nominal',
          scale: { domain: profileTypes.map(({ label }) => label) },
        },
      },
      layer: [
        {
          transform: [{ filter: 'isValid(datum.low)' }],
          mark: { type: 'rule', strokeWidth: 2, opacity: 0.6 },
          encoding: { x: x('low'), x2: { field: 'high' }, color },
        },
        {
          mark: { type: 'point', filled: true, size: 42, opacity: 1 },
          encoding: {
            x: {
              ...x('value'),
              scale: { zero: true },
              axis: { title: 'Median points', tickCount: 5 },
            },
            color,
            tooltip: [
              { field: 'score', title: 'Score' },
              { field: 'type', title: 'Type' },
              { field: 'value', title: 'Points', format: '.1f' },
              { field: 'low', title: '95 % from', format: '.1f' },
              { field: 'high', title: '95 % to', format: '.1f' },
              { field: 'n', title: 'Models', format: ',' },
            ],
          },
        },
        {
          transform: [
            { filter: `datum.score === '${average}'` },
            { calculate: 'isValid(datum.high) ? datum.high : datum.value', as: 'right' },
          ],
          mark: { type: 'text', align: 'left', dx: 7, fontSize: phone ? 11 : 12, color: ink.text },
          encoding: { x: x('right'), text: { field: 'type', type: 'nominal' } },
        },
      ],
    };
  },
});
