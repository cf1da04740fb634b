/** The words of names that say that a model was changed so that it refuses less. */
const refusals = [
  [/ablit|ablated/i, 'abliterated'],
  [/uncensored/i, 'uncensored'],
  [/unaligned/i, 'unaligned'],
] as const;

/** What the name of a model says of its refusals; undefined where it says nothing. */
export const refusalWord = (model: string): string | undefined =>
  refusals.find(([word]) => word.test(model))?.[1];

/** What those words are. */
export const refusalWords = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
  refusals.map(([, word]) => `“${word}”`),
);
