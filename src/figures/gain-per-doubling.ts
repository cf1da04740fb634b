import { formatInterval, formatNumber, readsAsZero } from '../statistics/format.ts';
import { sizeBandGains, sizeBands } from '../statistics/named/size-bands.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { estimateColumns, estimateRow, type EstimateRow } from './parts/estimate-rows.ts';
import { intervalDots } from './parts/interval-dots.ts';

const unit = units.pointsPerDoubling;

/** The name of a band in a sentence, its unit unbroken. */
const inWords = (label: string) => label.replace(/ (?=B$)/, '\u00a0');

type Known = EstimateRow & { value: number; low: number; high: number };

const say = ({ value, low, high }: Known) =>
  `${formatNumber(value, unit)} (${formatInterval(low, high, unit)})`;
const known = (rows: readonly EstimateRow[]) =>
  rows.filter((row): row is Known => row.value !== null && row.low !== null && row.high !== null);

/** How much a doubling of parameters brings within each band of sizes. */
export const gainPerDoubling = figure({
  id: 'gain-per-doubling',
  question: 'With which doubling of parameters does the score grow the most?',
  query: sizeBandGains.query,
  derive(rows): EstimateRow[] {
    const estimates = sizeBandGains.derive(rows);
    return sizeBands.map(({ id, label }) => estimateRow(label, estimates[`gain.${id}`]!));
  },
  columns: estimateColumns('Parameters', 'Points per doubling', unit),
  n: (rows) => rows.reduce((sum, row) => sum + row.n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const bands = known(rows);
    if (bands.length < 2) return 'Too few models in all but one band of sizes.';
    const most = bands.reduce((a, b) => (b.value > a.value ? b : a));
    const least = bands.reduce((a, b) => (b.value < a.value ? b : a));
    const lowest = `among models ${inWords(least.label)} it is ${say(least)}`;
    if (most.value < 0 || readsAsZero(most.value, unit))
      return `Nowhere: even the highest value, ${say(most)} points per doubling among models ${inWords(most.label)}, is no gain; ${lowest}.`;
    if (bands.some((band) => band !== most && band.high >= most.low))
      return `No band is clearly ahead: the highest value, ${say(most)} points per doubling among models ${inWords(most.label)}, has an interval that meets others; ${lowest}.`;
    return `Among models ${inWords(most.label)}, at ${say(most)} points per doubling; ${lowest}.`;
  },
  alt: (rows) =>
    `Points of average score per doubling of parameters, fitted within five bands of sizes, with 95 % intervals. ${rows
      .map(
        ({ label, value }) => `Models ${label}: ${value === null ? 'too few' : formatNumber(value, unit)}.`,
      )
      .join(' ')}`,
  notes:
    'Each dot is the slope of a line fitted to the models of one band alone, the bar its 95 % interval. A narrow band with one dominant family says as much about that family as about size.',
  spec: (drawing) =>
    intervalDots(drawing, {
      labels: sizeBands.map(({ label }) => label),
      axis: 'Points per doubling of parameters',
      digits: unit.digits,
    }),
});
