import { formatInterval, formatNumber, readsAsZero } from '../../statistics/format.ts';
import { fewestForEstimate, units } from '../../statistics/statistic.ts';
import { layerOf } from '../parts/layers.ts';
import { everyBase, everyPair, order } from './groups.ts';
import { hasInterval, lineOf, type Drawn } from './rows.ts';

const unit = units.points;

/** What the grey band is; blank without one. */
function bandOf(rows: readonly Drawn[]): string {
  const band = layerOf(rows, 'noise')[0];
  if (!band || band.high === null) return '';
  const { high, band_low, band_high } = band;
  const interval =
    band_low === null || band_high === null ? '' : ` (${formatInterval(band_low, band_high, unit)})`;
  return ` The grey band reaches ${formatNumber(high, unit)}${interval} points to either side.`;
}
const signed = (value: number) =>
  `${value > 0 && !readsAsZero(value, unit) ? '+' : ''}${formatNumber(value, unit)}`;

/** The answer in a sentence. */
export function takeaway(rows: readonly Drawn[]): string {
  const pairs = lineOf(rows, everyPair);
  const bases = lineOf(rows, everyBase);
  if (!hasInterval(pairs) || pairs.share_up === null)
    return `Too few models with their root in the table; it takes ${fewestForEstimate} from more than 1 root.`;
  const counted = [pairs, ...(hasInterval(bases) ? [bases] : [])];
  const answer = counted.every(({ low }) => low > 0)
    ? 'Yes'
    : counted.every(({ high }) => high < 0)
      ? 'No'
      : 'It cannot be told';
  const once = hasInterval(bases)
    ? `; with each root counted once it is ${signed(bases.mean)} (${formatInterval(bases.low, bases.high, unit)})`
    : '';
  return `${answer}: ${signed(pairs.mean)} points (${formatInterval(pairs.low, pairs.high, unit)}), and ${formatNumber(pairs.share_up, units.share)} of the pairs rose${once}.${bandOf(rows)}`;
}

/** What the drawing shows, for those who do not see it. */
export function alt(rows: readonly Drawn[]): string {
  const noise = layerOf(rows, 'noise')[0];
  const say = order
    .map((group) => lineOf(rows, group))
    .filter((row) => row !== undefined)
    .map((row) =>
      row.mean !== null
        ? `${row.group}: mean ${signed(row.mean)}, median ${signed(row.median ?? 0)}, ${formatNumber(row.share_up ?? 0, units.share)} of ${row.n} up.`
        : `${row.group}: too few, ${row.n}.`,
    );
  const band =
    noise && noise.high !== null
      ? `A band of ${formatNumber(noise.high, unit)} points on both sides of zero holds nine in ten repeats of a run.`
      : 'Too few models were run more than once for a band of noise.';
  return `The change of the average from the root, in points, for kinds of pairs under five headings: the mean, its 95 % interval and the median, and of all pairs a strip of their spread. ${band} ${say.join(' ').replaceAll(/(^|\. )(\p{Ll})/gu, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`)}`;
}
