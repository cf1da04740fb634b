import { quote, type Field } from '../field.ts';
import { ParameterProblem } from '../parameters.ts';

export interface Option {
  id: string;
  label: string;
  /** The option in words within a list of filters; the label in lower case where absent. */
  words?: string;
  /** Which models it keeps; absent where it keeps all. */
  sql?: string;
}

/** An option in words. */
export const optionWords = ({ words, label }: Option): string => words ?? label.toLowerCase();

/** A field that holds one of a few options or nothing. */
export interface ChoiceField extends Field<string | null> {
  kind: 'choice';
  options: readonly Option[];
}

/** A field of one option or none; `unset` is a name that the lack of a choice goes by and an address may give. */
export function choice(key: string, options: readonly Option[], unset?: string): ChoiceField {
  const find = (id: string | null) => options.find((option) => option.id === id);
  return {
    kind: 'choice',
    key,
    options,
    empty: null,
    parse(text) {
      if (text === unset) return null;
      if (!find(text)) {
        const ids = options.map(({ id }) => id).join(', ');
        throw new ParameterProblem(`${quote(text)} is not a value of “${key}”; it takes ${ids}`);
      }
      return text;
    },
    format: (value) => value ?? '',
    predicate: (value) => find(value)?.sql ?? null,
    describe(value) {
      const option = find(value);
      return option ? optionWords(option) : null;
    },
  };
}
