import { sizeClasses } from '../dataset/grouping.ts';
import { ParameterProblem } from '../slice/parameters.ts';
import { fields } from '../slice/fields.ts';
import { blankName } from '../slice/kinds/names.ts';
import type { Slice } from '../slice/slice.ts';
import type { Grouping } from './groupings.ts';

/** Text of the size field for each class, which ends where the classes end. */
const sizeTexts: Record<(typeof sizeClasses)[number]['id'], string> = {
  small: '-9',
  medium: '9-40',
  large: '40-',
};

/** The last day of a month written 2024-06. */
function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10);
}

/** Field and text of the address that keep a group; null where no field of the slice tells it apart. */
function fieldOf({ id }: Grouping, name: string): readonly [keyof Slice, string] | null {
  switch (id) {
    case 'organisation':
    case 'architecture':
    case 'license':
      return name.includes(',') ? null : [id, name === '' ? blankName : name];
    case 'size_class':
      return name in sizeTexts ? ['size', sizeTexts[name as keyof typeof sizeTexts]] : null;
    case 'month':
      return name === '' ? null : ['submitted', `${name}-01..${lastDay(name)}`];
    case 'type':
      // The slice counts these two as one.
      return name === 'multimodal' || name === 'other' ? null : ['type', name];
    case 'family':
    case 'provider':
    case 'moe':
      return [id, name];
    default:
      return null;
  }
}

const within = <T>(a: T | null, b: T | null, inner: (a: T, b: T) => T): T | null =>
  a === null ? b : b === null ? a : inner(a, b);
const later = <T>(a: T, b: T) => (a > b ? a : b);
const earlier = <T>(a: T, b: T) => (a < b ? a : b);

/** The slice with a range no wider than it was: a group within a slice keeps none that the slice leaves out. */
function narrowed(slice: Slice, next: Slice): Slice {
  const [size, submitted] = [next.size, next.submitted];
  return {
    ...next,
    size: {
      above: within(slice.size.above, size.above, later),
      upTo: within(slice.size.upTo, size.upTo, earlier),
    },
    submitted: {
      from: within(slice.submitted.from, submitted.from, later),
      to: within(slice.submitted.to, submitted.to, earlier),
    },
  };
}

/** The slice that keeps one group of models of a slice; null where no field of the slice tells it apart. */
export function groupSlice(slice: Slice, by: Grouping, name: string): Slice | null {
  const found = fieldOf(by, name);
  if (!found) return null;
  const [key, text] = found;
  try {
    return narrowed(slice, { ...slice, [key]: fields[key].parse(text) });
  } catch (error) {
    if (error instanceof ParameterProblem) return null;
    throw error;
  }
}
