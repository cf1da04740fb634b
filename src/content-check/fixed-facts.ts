/** Words with a quantifying one among them that no slice can make untrue. */
export interface FixedFact {
  /** The words as they stand in the text. */
  text: string;
  /** Why they are true of every slice, or state nothing of the table. */
  because: string;
}

/** Every fixed fact that the content states. One that it no longer states has to go. */
export const fixedFacts: readonly FixedFact[] = [
  { text: 'twice as many parameters as the last', because: 'What a doubling is' },
  { text: 'first figure', because: 'The order of the notebook' },
  { text: 'leaves the smaller models out', because: 'What the notebook did' },
  { text: 'weaker than it sounds', because: 'Said of an argument, which follows' },
  {
    text: 'Unless the score grew in proportion to size, which nothing bounded can do for long, a ratio of the two has to fall',
    because: 'Arithmetic of a bounded score',
  },
  { text: 'the better bargain', because: 'Names what is asked' },
  {
    text: 'each further parameter would still bring less than the one before',
    because: 'Arithmetic of a doubling',
  },
  { text: 'for the best models of a size', because: 'Names what is asked' },
  {
    text: 'nine tenths of all models below the first, one half below the second and one tenth below the third',
    because: 'What the quantile lines are',
  },
  { text: 'sometimes it scores less', because: 'A finding of the work cited' },
  { text: 'as well as the largest of their family', because: 'A finding of the work cited' },
  { text: 'whole benchmarks only', because: 'What the table holds' },
  { text: 'more than architecture or deployment', because: 'A finding of the work cited' },
];
