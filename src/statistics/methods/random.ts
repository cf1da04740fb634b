/** Draws the next number, uniform on [0, 1), a multiple of 2⁻³². */
export type Random = () => number;

/** 32-bit FNV-1a hash of the UTF-16 units of a text, from a given starting state. */
function hash(text: string, state: number): number {
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state >>> 0;
}

/**
 * A generator that repeats the same numbers for the same seed: sfc32, the small fast counting generator with
 * 32-bit words of Doty-Humphrey's PractRand, whose period is at least 2³². A number seeds as its decimal
 * text, so 1 and '1' are the same seed. Throws a RangeError for a number that is not a safe integer.
 */
export function seededRandom(seed: number | string): Random {
  if (typeof seed === 'number' && !Number.isSafeInteger(seed)) {
    throw new RangeError(`seed is ${seed}; expected a whole number or a text.`);
  }
  const text = String(seed);
  let a = hash(text, 0x811c9dc5);
  let b = hash(text, 0x9e3779b9);
  let c = hash(text, 0x85ebca6b);
  let counter = 1;
  const next: Random = () => {
    const output = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + output;
    c |= 0;
    return (output >>> 0) / 0x1_0000_0000;
  };
  // Seeds that differ in one character start in related states; PractRand discards twelve numbers to part
  // them.
  for (let i = 0; i < 15; i++) next();
  return next;
}
