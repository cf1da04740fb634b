import { decimalText, numberFault, typedNumber } from '../reader/ui/typed-number.ts';
import { quote } from '../slice/field.ts';
import { ParameterProblem, type Parameter } from '../slice/parameters.ts';

/** Most bits of a weight. */
export const mostBits = 32;
/** Most memory that is asked for, in GB. */
export const mostMemory = 10_000;

/** A number of an address as people write numbers, with or without its unit, from above 0 to `most`; `fault` says what is right. */
function numberIn(text: string, unit: string, most: number, fault: string): number {
  const typed = typedNumber(text, unit);
  if (typeof typed === 'object' && typed !== null && typed.meanings.length > 1)
    throw new ParameterProblem(numberFault(text, typed));
  const value = typeof typed === 'number' ? Number(decimalText(typed)) : 0;
  if (value <= 0 || value > most) throw new ParameterProblem(`${quote(text)} is ${fault}`);
  return value;
}

/** The parameter of a memory in GB; `empty` is left out of the address. */
export const memoryParameter = <E extends number | null>(empty: E): Parameter<number | E> => ({
  key: 'memory',
  empty,
  parse: (text) =>
    numberIn(
      text,
      'GB',
      mostMemory,
      `no memory; write gigabytes, more than 0 and at most ${mostMemory.toLocaleString('en')}`,
    ),
  format: (value) => (value === null ? '' : decimalText(value)),
});

/** The parameter of the bits of a weight; `empty` is left out of the address. */
export const bitsParameter = (empty: number): Parameter<number> => ({
  key: 'bits',
  empty,
  parse: (text) =>
    numberIn(
      text,
      'bits',
      mostBits,
      `no number of bits; write 16, 8, 4 or another, such as 4.5, more than 0 and at most ${mostBits}`,
    ),
  format: decimalText,
});
