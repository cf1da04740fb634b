import { quote } from '../slice/field.ts';
import { ParameterProblem, type Parameter } from '../slice/parameters.ts';

/** Most bits of a weight. */
export const mostBits = 32;
/** Most memory that is asked for, in GB. */
export const mostMemory = 10_000;

export const decimal = /^\d{1,6}(?:\.\d{1,6})?$/;

/** The parameter of a memory in GB; `empty` is left out of the address. */
export const memoryParameter = <E extends number | null>(empty: E): Parameter<number | E> => ({
  key: 'memory',
  empty,
  parse(text) {
    const value = Number(text);
    if (!decimal.test(text) || value <= 0 || value > mostMemory)
      throw new ParameterProblem(
        `${quote(text)} is no memory; write gigabytes, more than 0 and at most ${mostMemory.toLocaleString('en')}`,
      );
    return value;
  },
  format: (value) => (value === null ? '' : String(value)),
});

/** The parameter of the bits of a weight; `empty` is left out of the address. */
export const bitsParameter = (empty: number): Parameter<number> => ({
  key: 'bits',
  empty,
  parse(text) {
    const bits = Number(text);
    if (!decimal.test(text) || bits <= 0 || bits > mostBits)
      throw new ParameterProblem(
        `${quote(text)} is no number of bits; write 16, 8, 4 or another, such as 4.5, more than 0 and at most ${mostBits}`,
      );
    return bits;
  },
  format: String,
});
