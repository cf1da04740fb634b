import { formatNumber } from '../statistics/format.ts';
import { profileScores, profileTypes, typeProfile } from '../statistics/named/type-profile.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { tooFew } from './parts/estimate-bars.ts';
import { drawnEstimate } from './parts/estimate-rows.ts';
import { chartBase, ink, panelHeader, widths } from './theme.ts';

const unit = units.points;
type Drawn = {
  score: string;
  type: string;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
};
type Known = Drawn & { value: number };

const write = ({ value }: Drawn) => (value === null ? 'too few' : formatNumber(value, unit));
const panel = (rows: readonly Drawn[], score: string) => rows.filter((row) => row.score === score);
const known = (rows: readonly Drawn[]) => rows.filter((row): row is Known => row.value !== null);
const highest = (rows: readonly Known[]) => rows.reduce((a, b) => (b.value > a.value ? b : a));

/** Medians of the six benchmarks and of the average by type of model, and the bound of the worst tenth. */
export const typeProfileFigure = figure({
  id: 'type-profile',
  question: 'What are the types of model good at, and how bad are their worst?',
  query: typeProfile.query,
  derive(rows): Drawn[] {
    const estimates = typeProfile.derive(rows);
    return profileScores.flatMap((score) =>
      profileTypes.map((type) => ({
        score: score.label,
        type: type.label,
        ...drawnEstimate(estimates[`profile.${type.id}.${score.id}`]),
      })),
    );
  },
  columns: [
    { name: 'score', title: 'Score' },
    { name: 'type', title: 'Type' },
    { name: 'value', title: 'Points', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => panel(rows, profileScores[0].label).reduce((sum, row) => sum + row.n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const medians = known(panel(rows, profileScores[0].label));
    // Without an interval the tenth of a type is one or two models.
    const tails = known(panel(rows, profileScores[1].label)).filter((row) => row.low !== null);
    if (medians.length < 2) return `Too few models in all but one type; a type takes ${fewestForEstimate}.`;
    const top = highest(medians);
    const middle = `The type “${top.type}” has the highest median average, ${write(top)} points`;
    if (tails.length < 2) return `${middle}.`;
    const safest = highest(tails);
    const tail = `${write(safest)} points or less for its worst tenth`;
    return top.type === safest.type
      ? `${middle}, and of the types large enough for an interval the highest tail as well, with ${tail}.`
      : `${middle}; of the types large enough for an interval “${safest.type}” has the highest tail, with ${tail}.`;
  },
  alt: (rows) =>
    `Eight panels of dots with 95 % intervals, one for each score, over six types of model. ${profileScores
      .map(
        ({ label }) =>
          `${label}: ${panel(rows, label)
            .map((row) => `${row.type} ${write(row)}`)
            .join(', ')}.`,
      )
      .join(' ')}`,
  notes:
    'Dots are medians of the normalised scores; in the second panel they are the 10th percentile of the average, which one model in ten of the type does not reach. Lines are 95 % intervals; a type with few models has none for its 10th percentile.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const y = {
      field: 'type',
      type: 'nominal',
      sort: profileTypes.map(({ label }) => label),
      axis: { title: null, labelColor: ink.text, labelLimit: 130 },
    } as const;
    return {
      ...chartBase(drawing),
      facet: {
        field: 'score',
        type: 'nominal',
        sort: profileScores.map(({ label }) => label),
        header: panelHeader,
      },
      columns: phone ? 1 : 2,
      spacing: { row: 14, column: 20 },
      spec: {
        width: phone ? widths.phone - 70 : 215,
        height: { step: phone ? 18 : 20 },
        layer: [
          {
            transform: [{ filter: 'isValid(datum.low)' }],
            mark: { type: 'rule', strokeWidth: 2.5, color: ink.accent, opacity: 0.5 },
            encoding: { y, x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
          },
          {
            transform: [{ filter: 'isValid(datum.value)' }],
            mark: { type: 'point', filled: true, size: 55, opacity: 1, color: ink.accent },
            encoding: {
              y,
              x: {
                field: 'value',
                type: 'quantitative',
                scale: { zero: true },
                axis: { title: 'Points', tickCount: 4 },
              },
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
              { filter: 'isValid(datum.value)' },
              { calculate: 'isValid(datum.high) ? datum.high : datum.value', as: 'right' },
            ],
            mark: { type: 'text', align: 'left', dx: 8 },
            encoding: {
              y,
              x: { field: 'right', type: 'quantitative' },
              text: { field: 'value', type: 'quantitative', format: '.1f' },
            },
          },
          tooFew(y),
        ],
      },
    };
  },
});
