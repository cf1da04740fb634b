import { formatNumber } from '../statistics/format.ts';
import { explainingGroups, varianceShares } from '../statistics/named/variance-shares.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { estimateColumns, estimateRow, type EstimateRow } from './parts/estimate-rows.ts';
import { intervalDots } from './parts/interval-dots.ts';

const unit = units.explained;
const order = ['size', 'architecture', 'type', 'month', 'template', 'official'] as const;
const organisation = 'organisation, in the rest';
const entries = [
  ...order.map((id) => ({ id, label: explainingGroups.find((group) => group.id === id)!.label })),
  { id: 'organisation', label: organisation },
];

type Known = EstimateRow & { value: number };
const known = (rows: readonly EstimateRow[]) => rows.filter((row): row is Known => row.value !== null);
const say = ({ label, value }: Known) => `${label} ${formatNumber(value, unit)}`;

/** What each of six facts of a model explains of its average, and what organisations do of the rest. */
export const varianceSharesFigure = figure({
  id: 'variance-shares',
  question: 'What explains the score of a model?',
  query: varianceShares.query,
  publishedOnly: true,
  derive(rows): EstimateRow[] {
    const estimates = varianceShares.derive(rows);
    return entries.map(({ id, label }) => estimateRow(label, estimates[`variance_shares.${id}`]!));
  },
  columns: estimateColumns('Explained by', 'Share of variance', unit),
  n: (rows) => rows[0]?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const shares = known(rows).filter(({ label }) => label !== organisation);
    const [most, ...others] = shares.toSorted((a, b) => b.value - a.value);
    const least = others.at(-1);
    if (!most || !least) return 'Too few models to tell.';
    const maker = known(rows).find(({ label }) => label === organisation);
    return `Most by ${say(most)}, least by ${say(least)}${maker ? `; of the whole, ${formatNumber(maker.value, unit)} lies between organisations in what the six leave` : ''}.`;
  },
  alt: (rows) =>
    `Dots with 95 % intervals: the share of the variance of the average that each explains. ${rows
      .map(({ label, value }) => `${label} ${value === null ? 'too few' : formatNumber(value, unit)}`)
      .join('; ')}.`,
  notes:
    'Shapley shares of adjusted R²: what each of the six adds to a least-squares fit, averaged over all orders in which they may enter, so that what two of them share is halved between them. Size is a straight line in its logarithm; the others are classes, with rare architectures as one. The last line is the variance between organisations of what the fit with all six leaves, as a share of the whole. An interval that reaches below zero says that there may be nothing.',
  spec: (drawing) =>
    intervalDots(drawing, {
      labels: entries.map(({ label }) => label),
      axis: 'Share of variance',
      digits: unit.digits,
      share: true,
    }),
});
