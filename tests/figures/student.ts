/** 97.5 % point of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * 97.5 % point of Student's distribution, by the expansion of Cornish and Fisher about the normal one
 * (Abramowitz and Stegun 26.7.5, four terms); right to seven digits from 100 degrees of freedom on.
 */
export function studentPoint(degrees: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return z + terms.reduce((sum, term, index) => sum + term / degrees ** (index + 1), 0);
}
