/**
 * Difference of two shares, `first` minus `second`, each of the same number of questions, in standard errors of
 * a difference of two independent binomial proportions: z = (p₁ − p₂) / √((p₁ (1 − p₁) + p₂ (1 − p₂)) / n), the
 * unpooled (Wald) form. Two models that answered the same questions tend to err together, so their true error
 * is smaller and this one is cautious. 0 for equal shares. Throws a RangeError for a share outside 0 … 1 or fewer than one question.
 */
export function binomialDifference(first: number, second: number, questions: number): number {
  for (const share of [first, second])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share is ${share}; expected one from 0 to 1.`);
  if (!(questions >= 1)) throw new RangeError(`questions is ${questions}; expected at least 1.`);
  if (first === second) return 0;
  return (first - second) / Math.sqrt((first * (1 - first) + second * (1 - second)) / questions);
}
