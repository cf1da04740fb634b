import { quote, type Field } from '../field.ts';
import { ParameterProblem } from '../parameters.ts';
import { optionWords, type Option } from './choice.ts';

/** A field that holds any of a few options; none and all of them filter nothing. */
export interface ChoicesField extends Field<readonly string[]> {
  kind: 'choices';
  options: readonly Option[];
}

/** A field of any of a few options; one without SQL of its own is a value of the column that the field is named after. */
export function choices(key: string, given: readonly Option[]): ChoicesField {
  const options = given.map((option) => ({ sql: `${key} = '${option.id}'`, ...option }));
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
      const ids = text.split(',').filter(Boolean);
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
      const sql = chosen(ids).map((option) => option.sql);
      return sql.length > 0 ? `(${sql.join(' OR ')})` : null;
    },
    describe(ids) {
      return chosen(ids).map(optionWords).join(' or ') || null;
    },
  };
}
