import { isDay } from '../../dataset/day.ts';
import { quote, type Field } from '../field.ts';
import { ParameterProblem } from '../parameters.ts';

/** A range of days, both included, as ISO text. */
export interface DayRange {
  from: string | null;
  to: string | null;
}

export interface DaysField extends Field<DayRange> {
  kind: 'days';
  /** The column that holds the days. */
  column: string;
}

/** A field that holds a range of days, written `2024-07-01..2024-12-31`, either side blank for open. */
export function days(key: string, column: string, verb: string): DaysField {
  const isEmpty = ({ from, to }: DayRange) => from === null && to === null;
  return {
    kind: 'days',
    key,
    column,
    empty: { from: null, to: null },
    parse(text) {
      const [from = '', to = '', ...rest] = text.split('..');
      const range = { from: from || null, to: to || null };
      const isRight = [from, to].every((day) => day === '' || isDay(day)) && !(to !== '' && from > to);
      if (!text.includes('..') || rest.length > 0 || isEmpty(range) || !isRight)
        throw new ParameterProblem(
          `${quote(text)} is not a range of “${key}”; write it as 2024-07-01..2024-12-31, either side blank for open, the earlier day first`,
        );
      return range;
    },
    format: (range) => (isEmpty(range) ? '' : `${range.from ?? ''}..${range.to ?? ''}`),
    predicate({ from, to }) {
      const parts = [from !== null && `${column} >= '${from}'`, to !== null && `${column} <= '${to}'`];
      return parts.filter(Boolean).join(' AND ') || null;
    },
    describe({ from, to }) {
      if (from === null) return to === null ? null : `${verb} until ${to}`;
      return `${verb} ${to === null ? `since ${from}` : `${from} to ${to}`}`;
    },
  };
}
