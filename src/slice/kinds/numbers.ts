import { quote, type Field } from '../field.ts';
import { ParameterProblem } from '../parameters.ts';

/** A range of numbers: lower bound excluded, upper bound included, as the size classes are cut. */
export interface NumberRange {
  above: number | null;
  upTo: number | null;
}

export interface NumbersField extends Field<NumberRange> {
  kind: 'numbers';
  unit: string;
  /** The column that holds the numbers. */
  column: string;
  /** How the numbers are spread: evenly, or over orders of magnitude. */
  scale: 'linear' | 'log';
}

const bound = (text: string): number | null => (text === '' ? null : Number(text));

/**
 * A field that holds a range of numbers, written `9-40`, `9-` or `-40`. Bounds are not negative. In words the
 * range stands after `subject`, if there is one.
 */
export function numbers(
  key: string,
  column: string,
  unit: string,
  subject?: string,
  scale: NumbersField['scale'] = 'linear',
): NumbersField {
  const problem = (text: string) =>
    new ParameterProblem(
      `${quote(text)} is not a range of “${key}”; write it as 9-40, 9- or -40, the smaller number first`,
    );
  const isEmpty = ({ above, upTo }: NumberRange) => above === null && upTo === null;
  return {
    kind: 'numbers',
    key,
    unit,
    column,
    scale,
    empty: { above: null, upTo: null },
    parse(text) {
      const match = /^(\d{0,6}(?:\.\d{1,6})?)-(\d{0,6}(?:\.\d{1,6})?)$/.exec(text);
      if (!match) throw problem(text);
      const range = { above: bound(match[1]!), upTo: bound(match[2]!) };
      if (isEmpty(range)) throw problem(text);
      if (range.above !== null && range.upTo !== null && range.above >= range.upTo) throw problem(text);
      return range;
    },
    format: (range) => (isEmpty(range) ? '' : `${range.above ?? ''}-${range.upTo ?? ''}`),
    predicate({ above, upTo }) {
      const parts = [above !== null && `${column} > ${above}`, upTo !== null && `${column} <= ${upTo}`];
      return parts.filter(Boolean).join(' AND ') || null;
    },
    describe(range) {
      const { above, upTo } = range;
      const from = above === null ? 'up' : `over ${above}`;
      const parts = [subject, from, upTo !== null && `to ${upTo}`, unit];
      return isEmpty(range) ? null : parts.filter(Boolean).join(' ');
    },
  };
}
