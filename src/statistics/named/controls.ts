import { carbonBreak } from '../../dataset/carbon.ts';
import { flag, monthOf, select, sql, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { adjustedDifference } from '../methods/adjusted-difference.ts';
import { type Estimate } from '../methods/estimate.ts';
import { exponential } from '../methods/mapped.ts';
import { estimated, numbersOf, units, family } from '../statistic.ts';

/** Models with a size, which every comparison needs that holds it; the others are over the same models. */
const query = select(models, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    official_provider: columns.official_provider,
    type: columns.type,
    chat_template: columns.chat_template,
    month: monthOf(columns.submission_date),
    since: flag`${columns.submission_date} >= ${carbonBreak}`,
    parameters_b: columns.parameters_b,
    average: columns.average,
    co2_kg: columns.co2_kg,
  },
  where: sql`${columns.parameters_b} > 0`,
  orderBy: [columns.row],
}));
type Model = RowOf<typeof query>;

const fixed = {
  type: (row: Model) => row.type,
  format: (row: Model) => String(row.chat_template),
  /** Models without a day are left out before; February 2025 is two classes, before the carbon break and since. */
  month: (row: Model) => `${row.month} ${row.since}`,
} as const;
type Class = keyof typeof fixed;

/** What is fixed while official models are compared with others, from nothing to all. */
export const controlLevels = [
  { id: 'raw', label: 'nothing fixed', short: 'nothing fixed', size: false, classes: [] },
  { id: 'size', label: 'same size', short: 'size', size: true, classes: [] },
  { id: 'size_type', label: 'same size and type', short: 'size and type', size: true, classes: ['type'] },
  { id: 'size_month', label: 'same size and month', short: 'size and month', size: true, classes: ['month'] },
  {
    id: 'all',
    label: 'same size, type, question format and month',
    short: 'all four',
    size: true,
    classes: ['type', 'format', 'month'],
  },
] as const satisfies readonly {
  id: string;
  label: string;
  short: string;
  size: boolean;
  classes: readonly Class[];
}[];
type Level = (typeof controlLevels)[number];

/** The levels at which carbon is compared. */
export const carbonLevels = controlLevels.filter(({ id }) => id === 'raw' || id === 'all');

/**
 * Answers how official models compare with others at a level; models without a day are left out where the month is
 * fixed. The levels share the two arrays of rows, and with them their clusters.
 */
function comparing(
  rows: readonly Model[],
  y: (models: readonly Model[]) => number[],
): (level: Level) => Estimate {
  const dated = rows.filter(({ month }) => month !== null);
  return (level) => {
    const classes: readonly Class[] = level.classes;
    const models = classes.includes('month') ? dated : rows;
    return adjustedDifference(
      models.map((row) => row.official_provider),
      y(models),
      {
        numbers: level.size ? [numbersOf(models, 'parameters_b').map(Math.log2)] : [],
        classes: classes.map((name) => models.map(fixed[name])),
      },
      models,
    );
  };
}

/**
 * How far official models lie from the others with more and more fixed: log₂ of size, type, chat template
 * and month of submission. The average in points, recorded carbon as a ratio of geometric means.
 */
export const controls = family({
  query,
  definitions: [
    ...controlLevels.map(({ id, label }) =>
      estimated(
        `controls.official.${id}`,
        `average score, official models minus others, ${label}`,
        units.points,
      ),
    ),
    ...carbonLevels.map(({ id, label }) =>
      estimated(
        `controls.official.co2.${id}`,
        `CO₂ of official models ÷ that of others, ${label}`,
        units.fold,
      ),
    ),
  ],
  derive(rows) {
    const score = comparing(rows, (models) => numbersOf(models, 'average'));
    const carbon = comparing(
      rows.filter(({ co2_kg }) => co2_kg > 0),
      (models) => numbersOf(models, 'co2_kg').map(Math.log),
    );
    return Object.fromEntries([
      ...controlLevels.map((level) => [`controls.official.${level.id}`, () => score(level)]),
      ...carbonLevels.map((level) => [`controls.official.co2.${level.id}`, () => exponential(carbon(level))]),
    ]);
  },
});
