/**
 * A copy of `values` as doubles. Throws a RangeError that names the argument and the first position (counted
 * from 0) that holds no finite number: a missing value counted as a zero, or dropped unseen, would change the
 * statistic without a word.
 */
export function finiteNumbers(name: string, values: ArrayLike<number>): Float64Array {
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value: unknown = values[i];
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new RangeError(
        `${name}[${i}] is ${String(value)}; expected a finite number. Leave rows without a value out first.`,
      );
    }
    numbers[i] = value;
  }
  return numbers;
}

/** Like finiteNumbers, and throws a RangeError at the first negative number. */
export function nonNegativeNumbers(name: string, values: ArrayLike<number>): Float64Array {
  const numbers = finiteNumbers(name, values);
  const position = numbers.findIndex((value) => value < 0);
  if (position >= 0) {
    throw new RangeError(`${name}[${position}] is ${numbers[position]}; expected zero or a positive number.`);
  }
  return numbers;
}

/** Throws a RangeError unless two parallel arrays have the same number of rows. */
export function requireSameLength(
  firstName: string,
  first: ArrayLike<unknown>,
  secondName: string,
  second: ArrayLike<unknown>,
): void {
  if (first.length !== second.length) {
    throw new RangeError(
      `${firstName} has ${first.length} rows and ${secondName} has ${second.length}; ` +
        'expected the same number of rows.',
    );
  }
}
