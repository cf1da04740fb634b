import { quote, type Field } from '../field.ts';
import { ParameterProblem } from '../parameters.ts';
import { quoted } from './names.ts';

/** A field that keeps the rows whose column holds each word of a text, in any order, case aside. */
export interface WordsField extends Field<string> {
  kind: 'words';
}

/** Longest text that is searched for. */
export const longestWords = 100;

/** A field that searches a column for words, in any order, case aside; the empty text filters nothing. */
export function words(key: string, column: string, verb: string): WordsField {
  const normal = (text: string) => text.trim().toLowerCase();
  return {
    kind: 'words',
    key,
    empty: '',
    parse(text) {
      const searched = normal(text);
      // A sign that cannot be seen is in no name; some would end a statement early, some turn the words behind them.
      if (searched === '' || searched.length > longestWords || /\p{C}/u.test(searched))
        throw new ParameterProblem(
          `${quote(text)} is not a text for “${key}”; write up to ${longestWords} letters`,
        );
      return searched;
    },
    format: normal,
    predicate: (text) =>
      normal(text) === ''
        ? null
        : normal(text)
            .split(/\s+/)
            .map((word) => `contains(lower(${column}), ${quoted(word)})`)
            .join(' AND '),
    describe: (text) => (normal(text) === '' ? null : `${verb} “${normal(text)}”`),
  };
}
