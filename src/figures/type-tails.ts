import { formatNumber } from '../statistics/format.ts';
import { tails, typeTails } from '../statistics/named/tails.ts';
import { profileTypes, typeProfile } from '../statistics/named/type-profile.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { drawnEstimate } from './parts/estimate-rows.ts';
import { typePanels, type TypeDot } from './parts/type-panels.ts';

const unit = units.points;
const middle = 'Median';
const labelOf = ({ label }: (typeof tails)[number]) => `Mean of the ${label}`;
const [twentieth] = tails;
const panels = [middle, ...tails.toReversed().map(labelOf)];
type Drawn = TypeDot<'part'>;
type Known = Drawn & { value: number };

const write = ({ value }: Drawn) => (value === null ? 'too few' : formatNumber(value, unit));
const panel = (rows: readonly Drawn[], part: string) => rows.filter((row) => row.part === part);
const range = (rows: readonly Known[]) => {
  const values = rows.map(({ value }) => value);
  return `${formatNumber(Math.min(...values), unit)} to ${formatNumber(Math.max(...values), unit)} points`;
};

/** The average of the middle, of the worst tenth and of the worst twentieth of the models of each type. */
export const typeTailsFigure = figure({
  id: 'type-tails',
  question: 'How bad are the worst models of each type?',
  query: typeProfile.query,
  derive(rows): Drawn[] {
    const [medians, means] = [typeProfile.derive(rows), typeTails.derive(rows)];
    const estimateOf = (part: string, type: string) => {
      const tail = tails.find((each) => labelOf(each) === part);
      return tail ? means[`tails.${type}.${tail.id}`] : medians[`profile.${type}.average.median`];
    };
    return panels.flatMap((part) =>
      profileTypes.map(({ id, label }) => ({
        part,
        type: label,
        ...drawnEstimate(estimateOf(part, id)),
      })),
    );
  },
  columns: [
    { name: 'part', title: 'Part of the type' },
    { name: 'type', title: 'Type' },
    { name: 'value', title: 'Average, points', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => panel(rows, middle).reduce((sum, row) => sum + row.n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    // A tail without an interval is a handful of models, and says nothing of its type.
    const types = panel(rows, labelOf(twentieth)).filter(({ low }) => low !== null);
    if (types.length < 2) return 'Too few models in all but one type for a mean of its worst twentieth.';
    const of = (part: string) =>
      panel(rows, part).filter(
        (row): row is Known => row.value !== null && types.some(({ type }) => type === row.type),
      );
    return `In the middle the types large enough to tell score from ${range(of(middle))}, in their worst twentieth from ${range(of(labelOf(twentieth)))}.`;
  },
  alt: (rows) =>
    `Three panels of dots with 95 % intervals on one axis, over six types of model. ${panels
      .map(
        (part) =>
          `${part}: ${panel(rows, part)
            .map((row) => `${row.type} ${write(row)}`)
            .join(', ')}.`,
      )
      .join(' ')}`,
  notes:
    'Dots are of the average score: its median, the mean of the lowest tenth of the models of a type, and that of the lowest twentieth. Lines are 95 % intervals; a tail of fewer than five models has none.',
  spec: (drawing) => typePanels(drawing, { field: 'part', title: 'Part', panels, columns: 3, reaches: 40 }),
});
