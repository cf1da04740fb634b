import { quote } from '../../slice/field.ts';

/**
 * A number as a reader has typed it: null where nothing is typed, and where a text is not one number all that it can
 * mean: nothing, or two numbers.
 */
export type TypedNumber = number | null | { meanings: readonly number[] };

/** Most digits after the point that an address takes. */
export const mostDecimals = 6;

/** Hyphens, dashes and the minus sign. */
const sign = /^[-\u2010-\u2013\u2212]\s*/;
const decimals = String.raw`(?:[.,](?<decimals>\d*))?`;
const groupsOf = (mark: string, least = 1) => String.raw`(?<whole>[1-9]\d{0,2}(?:${mark}\d{3}){${least},})`;

/** The ways to write a number. A point between groups of three has another one or a comma to tell what it is. */
const ways = [
  String.raw`(?<whole>\d+)${decimals}`,
  String.raw`(?<whole>)[.,](?<decimals>\d+)`,
  String.raw`${groupsOf(String.raw`[\s'\u2019]`)}${decimals}`,
  String.raw`${groupsOf(',')}(?:\.(?<decimals>\d*))?`,
  String.raw`${groupsOf(String.raw`\.`)},(?<decimals>\d*)`,
  groupsOf(String.raw`\.`, 2),
].map((way) => new RegExp(`^${way}$`));

/** A text without one of the units behind it, if a digit or a mark of a number stands before that. */
function withoutUnit(text: string, units: readonly string[]): string {
  for (const word of units.flatMap((unit) => [unit, unit.split(/[\s,]/)[0]!])) {
    const rest = text.slice(0, -word.length).trimEnd();
    if (word !== '' && text.toLowerCase().endsWith(word.toLowerCase()) && /[\d.,]$/.test(rest)) return rest;
  }
  return text;
}

/** What is wrong with a text that is not one number, in words that follow the title of its field. */
export const numberFault = (text: string, { meanings }: { meanings: readonly number[] }): string =>
  meanings.length === 0
    ? 'write a number such as 7.5'
    : `${quote(text)} can mean ${meanings.join(' or ')}; write the one that you mean`;

/** The text in which an address writes a number. */
export const decimalText = (value: number): string => value.toFixed(mostDecimals).replace(/\.?0+$/, '');

/**
 * Reads a number in the ways that people write it: decimals after a point or a comma; commas, points, apostrophes or
 * spaces of any width between groups of three digits; any minus sign. A point alone stands before decimals, as
 * everywhere on the site; “7,616” can mean two numbers. Exponents and letters make no number, but for a unit of the
 * field or its first word behind the number, as in “24 GB”.
 */
export function typedNumber(text: string, ...units: readonly (string | undefined)[]): TypedNumber {
  const bare = withoutUnit(
    text.trim(),
    units.filter((unit) => unit !== undefined),
  );
  if (bare === '') return null;
  const digits = bare.replace(sign, '');
  const read = ways.flatMap((way) => {
    const { whole = '', decimals: after = '' } = way.exec(digits)?.groups ?? {};
    const written = `${whole.replace(/\D/g, '')}.${after}`;
    return written === '.' ? [] : [Number(written)];
  });
  const meanings = [...new Set(read)].map((value) => (digits === bare ? value : -value));
  return meanings.length === 1 ? meanings[0]! : { meanings };
}
