import { isDay } from './day.ts';
import type { Cell, Column } from './column.ts';

/** The rule that a value breaks, and what would be right. */
export interface Broken {
  rule: string;
  right: string;
}

/** What a value of a column looks like, in words. */
export function describe({ type, minimum, maximum, values, pattern }: Column): string {
  if (values !== undefined) return `one of ${values.join(' | ')}`;
  if (type === 'boolean') return 'true or false';
  if (type === 'date') return 'a real day as YYYY-MM-DD';
  if (type === 'string') return pattern === undefined ? 'text on one line' : `text that matches ${pattern}`;
  const kind = type === 'integer' ? 'a whole number' : 'a finite number';
  if (minimum !== undefined && maximum !== undefined) return `${kind} from ${minimum} to ${maximum}`;
  return minimum === undefined ? kind : `${kind} of at least ${minimum}`;
}

// What INTEGER holds in SQL.
const integers = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

/** Whether a number is whole and no larger than a column of integers can hold. */
export const isInteger = (value: number): boolean =>
  Number.isInteger(value) && value >= integers.minimum && value <= integers.maximum;

/** That a value is not of the type of its column. */
export const wrongType = (column: Column): Broken => ({
  rule:
    column.type === 'date'
      ? 'the value is not a day of the calendar'
      : `the value is not of type ${column.type}`,
  right: describe(column.type === 'integer' ? { ...integers, ...column } : column),
});

const isOfType = ({ type }: Column, value: string | number | boolean): boolean => {
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'integer') return typeof value === 'number' && isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return typeof value === 'string' && (type !== 'date' || isDay(value));
};

/** What a value of a column breaks of its facts: presence, type, range, allowed values, form; null for nothing. */
export function brokenBy(column: Column, value: Cell): Broken | null {
  const { required, minimum = -Infinity, maximum = Infinity, values, pattern } = column;
  const right = describe(column);
  if (value === null)
    return required ? { rule: 'the value is missing in a column that must have one', right } : null;
  if (!isOfType(column, value)) return wrongType(column);
  if (typeof value === 'number') {
    if (value < minimum) return { rule: `the value is below ${minimum}`, right };
    return value > maximum ? { rule: `the value is above ${maximum}`, right } : null;
  }
  if (typeof value !== 'string') return null;
  if (values !== undefined && !values.includes(value))
    return { rule: 'the value is not one of those allowed', right };
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value))
    return { rule: 'the text does not have the form of its column', right };
  // A line break inside a value would end the promise of one line per row.
  return /\p{Cc}/u.test(value)
    ? { rule: 'the text holds a control character', right: 'text on one line' }
    : null;
}
