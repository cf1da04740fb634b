import { decimalText, mostDecimals } from '../reader/ui/typed-number.ts';
import { formatNumber } from '../statistics/format.ts';
import { units, type Unit } from '../statistics/statistic.ts';

/** Units of a memory: the one in which the report counts, of 10⁹ bytes, and the binary one of cards. */
export const memoryUnits = ['GB', 'GiB'] as const;
type MemoryUnit = (typeof memoryUnits)[number];

/** Gigabytes of the binary ones (2³⁰ bytes) in which the memory of a card is counted. */
export const gigabytesOf = (binary: number): number => (binary * 2 ** 30) / 1e9;

/** The unit in which a typed memory is meant. */
export const unitIn = (text: string): MemoryUnit => (/gib$/i.test(text.trimEnd()) ? 'GiB' : 'GB');

/** The binary gigabytes that a memory was asked for in; undefined where it was not: then it has no more decimals than are typed. */
export function binaryOf(gigabytes: number): number | undefined {
  if (Number(decimalText(gigabytes)) === gigabytes) return undefined;
  return Number(decimalText(gigabytes / gigabytesOf(1)));
}

/** A memory as a field has it, in the unit in which it was asked for. */
export function memoryText(gigabytes: number): string {
  const binary = binaryOf(gigabytes);
  return binary === undefined ? decimalText(gigabytes) : `${decimalText(binary)} GiB`;
}

const unit: Unit = { ...units.points, suffix: '\u00a0GB' };

/** Gigabytes to a tenth; the smallest to their first digit, as there are models of a thousandth. */
export const gigabyteWords = (value: number): string =>
  formatNumber(
    value,
    unit,
    value > 0 && value < 0.1 ? Math.min(mostDecimals, Math.ceil(-Math.log10(value))) : 1,
  );

const whole = (value: number) => value.toLocaleString('en', { maximumFractionDigits: mostDecimals });

/** A memory in words, as it was asked for. */
export function memoryWords(gigabytes: number): string {
  const binary = binaryOf(gigabytes);
  return binary === undefined
    ? `${whole(gigabytes)}\u00a0GB`
    : `${whole(binary)}\u00a0GiB (${gigabyteWords(gigabytes)})`;
}
