import { decimalText, numberFault, typedNumber } from '../reader/ui/typed-number.ts';
import { quote } from '../slice/field.ts';
import { ParameterProblem, type Parameter } from '../slice/parameters.ts';
import { gigabytesOf, memoryText, memoryUnits, unitIn } from './gigabytes.ts';

/** Most bits of a weight. */
export const mostBits = 32;
/** Most memory that is asked for, in GB. */
export const mostMemory = 10_000;

interface NumberKind {
  units: readonly string[];
  /** What a number of the text stands for, where that is another. */
  meant?(value: number): number;
  most: number;
  /** What is right, behind a text that is wrong. */
  fault: string;
}

/** A number of an address as people write numbers, with or without a unit, from above 0 to the most there is. */
function numberIn(text: string, { units, meant = (value) => value, most, fault }: NumberKind): number {
  const typed = typedNumber(text, ...units);
  if (typeof typed === 'object' && typed !== null && typed.meanings.length > 1)
    throw new ParameterProblem(numberFault(text, typed));
  const value = typeof typed === 'number' ? meant(Number(decimalText(typed))) : 0;
  if (value <= 0 || value > most) throw new ParameterProblem(`${quote(text)} is ${fault}`);
  return value;
}

/** The parameter of a memory in GB, or in GiB where that stands behind the number; `empty` is left out of the address. */
export const memoryParameter = <E extends number | null>(empty: E): Parameter<number | E> => ({
  key: 'memory',
  empty,
  parse: (text) =>
    numberIn(text, {
      units: memoryUnits,
      meant: (value) => (unitIn(text) === 'GiB' ? gigabytesOf(value) : value),
      most: mostMemory,
      fault: `no memory; write gigabytes, more than 0 and at most ${mostMemory.toLocaleString('en')}`,
    }),
  format: (value) => (value === null ? '' : memoryText(value).replace(' ', '')),
});

/** The parameter of the bits of a weight; `empty` is left out of the address. */
export const bitsParameter = (empty: number): Parameter<number> => ({
  key: 'bits',
  empty,
  parse: (text) =>
    numberIn(text, {
      units: ['bits'],
      most: mostBits,
      fault: `no number of bits; write 16, 8, 4 or another, such as 4.5, more than 0 and at most ${mostBits}`,
    }),
  format: decimalText,
});
