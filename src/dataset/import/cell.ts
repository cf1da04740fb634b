import { isDay } from '../calendar.ts';
import type { Cell, Column } from '../column.ts';
import type { ModelType } from '../columns.ts';
import { modelTypes } from '../columns.ts';

/** A value in our terms, or the rule that it breaks and what would be right. */
export type Reading = { value: Cell } | { rule: string; right: string };

const lowerCased = new Set(['precision', 'weight_type']);
const typeByLabel = new Map(
  (Object.entries(modelTypes) as [ModelType, string][]).map(([name, label]) => [label, name]),
);

/**
 * Turns one value of the Hub's file into ours and checks it against its column: type, presence, range,
 * allowed values, pattern, day of the calendar. Blank text is a missing value.
 */
export function readCell(column: Column, value: unknown): Reading {
  const missing = value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  if (missing) {
    return column.required
      ? { rule: 'the value is missing in a column that must have one', right: describe(column) }
      : { value: null };
  }
  switch (column.type) {
    case 'boolean':
      return typeof value === 'boolean' ? { value } : wrongType(column);
    case 'integer':
      if (typeof value !== 'bigint') return wrongType(column);
      return Number.isSafeInteger(Number(value)) ? readNumber(column, Number(value)) : wrongType(column);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? readNumber(column, value)
        : wrongType(column);
    case 'date':
      if (typeof value !== 'string') return wrongType(column);
      return isDay(value)
        ? { value }
        : { rule: 'the value is not a day of the calendar', right: describe(column) };
    case 'string':
      return typeof value === 'string' ? readText(column, value) : wrongType(column);
  }
}

function readNumber(column: Column, value: number): Reading {
  const { minimum = -Infinity, maximum = Infinity } = column;
  if (value < minimum) return { rule: `the value is below ${minimum}`, right: describe(column) };
  if (value > maximum) return { rule: `the value is above ${maximum}`, right: describe(column) };
  return { value };
}

function readText(column: Column, text: string): Reading {
  if (column.name === 'type') {
    const name = typeByLabel.get(text);
    const right = `one of ${[...typeByLabel.keys()].join(' | ')}`;
    return name === undefined ? { rule: 'the type of model is not known', right } : { value: name };
  }
  const value = lowerCased.has(column.name) ? text.toLowerCase() : text;
  if (column.values !== undefined && !column.values.includes(value)) {
    return { rule: 'the value is not one of those allowed', right: describe(column) };
  }
  if (column.pattern !== undefined && !new RegExp(`^(?:${column.pattern})$`, 'u').test(value)) {
    return { rule: 'the text does not have the form of its column', right: describe(column) };
  }
  // A line break inside a value would end the promise of one line per run.
  if (/\p{Cc}/u.test(value)) {
    return { rule: 'the text holds a control character', right: 'text on one line' };
  }
  return { value };
}

function wrongType(column: Column): Reading {
  return { rule: `the value is not of type ${column.type}`, right: describe(column) };
}

function describe({ type, minimum, maximum, values, pattern }: Column): string {
  if (values !== undefined) return `one of ${values.join(' | ')}`;
  if (type === 'boolean') return 'true or false';
  if (type === 'date') return 'a real day as YYYY-MM-DD';
  if (type === 'string') return pattern === undefined ? 'text on one line' : `text that matches ${pattern}`;
  const kind = type === 'integer' ? 'a whole number' : 'a finite number';
  if (minimum !== undefined && maximum !== undefined) return `${kind} from ${minimum} to ${maximum}`;
  return minimum === undefined ? kind : `${kind} of at least ${minimum}`;
}
