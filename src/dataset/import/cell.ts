import type { Cell, Column } from '../column.ts';
import { modelTypes, type ModelType } from '../model-types.ts';
import { brokenBy, wrongType, type Broken } from '../constraints.ts';

/** A value in our terms, or the rule that it breaks and what would be right. */
export type Reading = { value: Cell } | Broken;

const lowerCased = new Set(['precision', 'weight_type']);
const typeByLabel = new Map(
  (Object.entries(modelTypes) as [ModelType, string][]).map(([name, label]) => [label, name]),
);

/** Longer than any name, licence or address that the Hub gives, in characters. */
const longestText = 300;

/**
 * Turns one value of the Hub's file into ours and checks it against its column: type, presence, length, range,
 * allowed values, pattern, day of the calendar. Blank text is a missing value.
 */
export function readCell(column: Column, value: unknown): Reading {
  if (typeof value === 'string' && value.trim() !== '' && column.name === 'type') return readType(value);
  if (typeof value === 'string' && value.length > longestText)
    return {
      rule: `the text has ${value.length} characters`,
      right: `text of at most ${longestText} characters`,
    };
  const ours = inOurTerms(column, value);
  return ours === undefined ? wrongType(column) : (brokenBy(column, ours) ?? { value: ours });
}

/** The value as we hold it, null for a missing one; undefined for one of a type that the column never has. */
function inOurTerms({ name, type }: Column, value: unknown): Cell | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    if (value.trim() === '') return null;
    return lowerCased.has(name) ? value.toLowerCase() : value;
  }
  // The Hub's file has whole numbers as 64 bits, and numbers with a fraction as doubles.
  if (type === 'integer') return typeof value === 'bigint' ? Number(value) : undefined;
  if (type === 'number') return typeof value === 'number' ? value : undefined;
  return typeof value === 'boolean' ? value : undefined;
}

function readType(label: string): Reading {
  const name = typeByLabel.get(label);
  const right = `one of ${[...typeByLabel.keys()].join(' | ')}`;
  return name === undefined ? { rule: 'the type of model is not known', right } : { value: name };
}
