import { quote, type Field } from '../field.ts';
import { ParameterProblem } from '../parameters.ts';
import type { Option } from './choice.ts';

/** A field that holds any of a few options; none and all of them filter nothing. */
export interface ChoicesField extends Field<readonly string[]> {
  kind: 'choices';
  options: readonly Option[];
}

export function choices(key: string, options: readonly Option[]): ChoicesField {
  const known = options.map(({ id }) => id);
  /** In the order of the options, without repeats; all of them mean none. */
  const normal = (ids: readonly string[]) => {
    const chosen = known.filter((id) => ids.includes(id));
    return chosen.length === known.length ? [] : chosen;
  };
  const chosen = (ids: readonly string[]) => options.filter(({ id }) => normal(ids).includes(id));
  return {
    kind: 'choices',
    key,
    options,
    empty: [],
    parse(text) {
      const ids = text.split(',').filter((id) => id !== '');
      const unknown = ids.filter((id) => !known.includes(id));
      if (unknown.length > 0 || ids.length === 0)
        throw new ParameterProblem(
          `${quote(unknown.join(',') || text)} is not a value of “${key}”; it takes ${known.join(', ')}`,
          normal(ids),
        );
      return normal(ids);
    },
    format: (ids) => normal(ids).join(','),
    predicate(ids) {
      const sql = chosen(ids).map((option) => option.sql ?? 'true');
      return sql.length > 0 ? `(${sql.join(' OR ')})` : null;
    },
    describe(ids) {
      const words = chosen(ids).map((option) => option.words ?? option.label.toLowerCase());
      return words.length > 0 ? words.join(' or ') : null;
    },
  };
}
