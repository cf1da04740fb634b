/** Bounds of the numbers that a slider reaches, and how they are spread. */
export interface Scale {
  least: number;
  greatest: number;
  spread: 'linear' | 'log';
}

/** Of every order of magnitude these numbers are stops. */
const mantissas = [10, 12, 15, 18, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90];
/** Most stops of an even scale. */
const mostStops = 110;

function logStops({ least, greatest }: Scale): number[] {
  const whole = Number.isInteger(least) && Number.isInteger(greatest);
  const stops: number[] = [];
  for (let power = Math.floor(Math.log10(least)) - 1; power <= Math.log10(greatest) + 1; power++)
    // Written as text and read again, so that 3e-1 is 0.3 and not a sum of errors.
    for (const mantissa of mantissas) stops.push(Number(`${mantissa}e${power - 1}`));
  return stops.filter((stop) => !whole || Number.isInteger(stop));
}

function linearStops({ least, greatest }: Scale): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (greatest - least) / each < mostStops - 2) ?? 1000;
  const first = Math.floor(least / step);
  return Array.from({ length: Math.ceil(greatest / step) - first + 1 }, (_, at) => (first + at) * step);
}

/**
 * Round numbers that a slider stops at, ascending: from the last one at or below the least number to the first
 * one at or above the greatest.
 */
export function stopsOf(scale: Scale): number[] {
  const stops = scale.spread === 'log' ? logStops(scale) : linearStops(scale);
  const first = stops.findLastIndex((stop) => stop <= scale.least);
  const last = stops.findIndex((stop) => stop >= scale.greatest);
  return stops.slice(Math.max(first, 0), last + 1);
}

/** Position of the stop that is nearest to a number, measured as the scale is spread. */
export function nearestStop(stops: readonly number[], value: number, spread: Scale['spread']): number {
  const measure = (number: number) =>
    spread === 'log' ? Math.log(Math.max(number, Number.MIN_VALUE)) : number;
  let best = 0;
  for (const [index, stop] of stops.entries())
    if (Math.abs(measure(stop) - measure(value)) < Math.abs(measure(stops[best]!) - measure(value)))
      best = index;
  return best;
}
