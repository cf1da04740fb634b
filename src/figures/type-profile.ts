import { benchmarkTitles } from '../dataset/benchmarks.ts';
import { formatNumber } from '../statistics/format.ts';
import { profileScores, profileTypes, typeProfile } from '../statistics/named/type-profile.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { drawnEstimate } from './parts/estimate-rows.ts';
import { typePanels, type TypeDot } from './parts/type-panels.ts';

const unit = units.points;
type Drawn = TypeDot<'score'>;
type Known = Drawn & { value: number };

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
    `Seven panels of medians as dots with 95 % intervals, one for each score, over six types of model. ${profileScores
      .map(
        ({ label }) =>
          `${label}: ${panel(rows, label)
            .map((row) => `${row.type} ${write(row)}`)
            .join(', ')}.`,
      )
      .join(' ')}`,
  notes: 'Dots are medians of the normalised scores; lines are 95 % intervals.',
  spec: (drawing) =>
    typePanels(drawing, {
      field: 'score',
      title: 'Score',
      panels: profileScores.map(({ label }) => label),
      columns: 2,
      reaches: 90,
    }),
});
