import { quote, type Field } from '../field.ts';
import { ParameterProblem } from '../parameters.ts';

/** A column whose names a slice can list. */
export type NamesColumn =
  'architecture' | 'organisation' | 'license' | 'identity' | 'root' | 'parent' | 'lineage';

/** A field that holds any of many names that the table knows, case aside; none filters nothing. */
export interface NamesField extends Field<readonly string[]> {
  kind: 'names';
  /** The column that holds the names. */
  column: NamesColumn;
  /** Columns in which a name counts as well. */
  also: readonly NamesColumn[];
  /** What one of them is, as in “licence”. */
  noun: string;
}

/** Most names that one slice may list. */
export const mostNames = 50;
const longestName = 100;

/** Stands for a blank cell. */
export const blankName = 'none';

/** A name as a string of SQL. */
export const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;

// A sign that cannot be seen is in no name; some would end a statement early, some turn the words behind them.
const isName = (name: string) => name.length <= longestName && !/\p{C}/u.test(name);

/**
 * A field over a column of names too many to be options, written `name,name`; `none` stands for a blank cell.
 * A model is kept where the column or one of the others holds a name. Which names exist is a matter of the table: one
 * that it does not hold keeps no model.
 */
export function names(
  key: string,
  column: NamesColumn,
  noun: string,
  also: readonly NamesColumn[] = [],
): NamesField {
  const normal = (list: readonly string[]) =>
    [...new Set(list.map((name) => name.trim().toLowerCase()).filter(Boolean))].sort();
  return {
    kind: 'names',
    key,
    column,
    also,
    noun,
    empty: [],
    parse(text) {
      const list = normal(text.split(','));
      const kept = list.filter(isName).slice(0, mostNames);
      if (kept.length < list.length || kept.length === 0)
        throw new ParameterProblem(
          `${quote(text)} is not a list for “${key}”; write one to ${mostNames} names with commas between them`,
          kept,
        );
      return kept;
    },
    format: (list) => normal(list).join(','),
    predicate(list) {
      const known = normal(list);
      const named = known.filter((name) => name !== blankName).map(quoted);
      const parts =
        named.length > 0 ? [column, ...also].map((each) => `lower(${each}) IN (${named.join(', ')})`) : [];
      if (known.includes(blankName)) parts.push(`${column} IS NULL`);
      return parts.length > 0 ? `(${parts.join(' OR ')})` : null;
    },
    describe(list) {
      const known = normal(list);
      return known.length > 0 ? `${noun} ${known.join(' or ')}` : null;
    },
  };
}
