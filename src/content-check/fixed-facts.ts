/** Words with a quantifying one among them that no slice can make untrue. */
export interface FixedFact {
  /** The words as they stand in the text. */
  text: string;
  /** Why they are true of every slice, or state nothing of the table. */
  because: string;
}

/** Every fixed fact that the content states. One that it no longer states has to go. */
export const fixedFacts: readonly FixedFact[] = [
  { text: 'half a gigabyte at four', because: 'Arithmetic: parameters × bits ÷ 8' },
  { text: 'half the parameters for the same score', because: 'What twice as dense means' },
  {
    text: 'A bigger model needs more memory, time and electricity for every answer',
    because: 'A finding of the work cited',
  },
  { text: 'if it answers better', because: 'Names what is asked' },
  { text: 'cost less carbon per parameter than small ones', because: 'What the notebook concluded' },
  { text: 'hold the matrix of word embeddings twice', because: 'Says which files are meant' },
  {
    text: 'questions of the inner ones count twice or three times',
    because: 'How the leaderboard asks GPQA',
  },
  {
    text: 'the first principal component, the mixture of scores that varies most between models',
    because: 'What the component is',
  },
  {
    text: 'a little over a quarter',
    because: 'Active and total parameters that the makers of Mixtral state, data/moe.csv',
  },
  {
    text: 'One kilogram is two thirds of an hour on one node',
    because: 'Arithmetic of the factors of the leaderboard',
  },
  { text: 'counts twice there if its runs differ', because: 'What the rules of the notebook do' },
  { text: 'twice as many parameters as the last', because: 'What a doubling is' },
  {
    text: 'Unless the score grew in proportion to size, which nothing bounded can do for long, a ratio of the two has to fall',
    because: 'Arithmetic of a bounded score',
  },
  { text: 'the better bargain', because: 'Names what is asked' },
  {
    text: 'each further parameter would still go with less than the one before',
    because: 'Arithmetic of a doubling',
  },
  {
    text: 'nine tenths of all models below the first, one half below the second and one tenth below the third',
    because: 'What the quantile lines are',
  },
  { text: 'sometimes it scores less', because: 'A finding of the work cited' },
  { text: 'as well as the largest of their family', because: 'A finding of the work cited' },
  { text: 'whole benchmarks only', because: 'What the table holds' },
  { text: 'more than architecture or deployment', because: 'A finding of the work cited' },
  {
    text: 'Most earlier submissions seem to be charged for two evaluations',
    because: 'Found in two copies of the table, whatever the slice',
  },
  {
    text: 'Most earlier submissions seem to carry the carbon of two evaluations and most later ones that of one',
    because: 'Found in two copies of the table, whatever the slice',
  },
  { text: 'compared in carbon only on one side of that day', because: 'Follows from two ways of counting' },
  {
    text: 'compared in carbon only on one side of 8 February 2025',
    because: 'Follows from two ways of counting',
  },
  {
    text: 'the percentage by which carbon grows with one percent more parameters',
    because: 'What an elasticity is',
  },
  { text: 'larger ones need smaller batches', because: 'A reading, offered as one' },
  {
    text: 'some larger models took fewer resources than much smaller ones of other families',
    because: 'A finding of the work cited',
  },
  {
    text: 'carbon numbers doubled between a copy of the table',
    because: 'Found in two copies of the table, whatever the slice',
  },
  { text: 'nothing in the table says why', because: 'What the table holds' },
  { text: 'no cheaper one scores as high', because: 'What a frontier is' },
  { text: 'half of what is recorded before the step', because: 'How carbon is step-corrected' },
  {
    text: 'was not exactly doubled; halved all the same',
    because: 'Found in two copies of the table, whatever the slice',
  },
  { text: 'was not doubled where the others were', because: 'Said of what may be' },
  { text: 'third figure', because: 'The order of the notebook' },
  { text: 'which a few slow evaluations cannot move', because: 'What a median is' },
  { text: 'charged more than ten times as much as', because: 'Two named models, whatever the slice' },
  { text: 'more than twenty times as much as', because: 'Two named models, whatever the slice' },
  { text: 'medium models are the best size', because: 'What the notebook concluded' },
  { text: 'has no outliers and shows a general trend', because: 'What the notebook concluded' },
  { text: 'the most questions and so the smallest error', because: 'Made so by the benchmarks' },
  {
    text: 'do significantly worse than the model that they were tuned from',
    because: 'A finding of the work cited',
  },
  {
    text: 'A fall that it shows is a lower bound',
    because: 'Arithmetic: answers that turned right hide others that turned wrong',
  },
  { text: 'are more carbon-efficient than official releases', because: 'A finding of the work cited' },
  { text: 'more verbose than their tuned versions', because: 'A finding of the work cited' },
  { text: 'third conclusion', because: 'The order of the notebook' },
  { text: 'when the count of carbon was halved', because: 'What the leaderboard did on that day' },
  {
    text: 'of those uploaded at most half a year before or after it, the ones at most a quarter larger than it, or smaller by the same factor',
    because: 'What the peers of a model are',
  },
  { text: 'its score less their median', because: 'What the difference is' },
  { text: 'uses little more than a quarter', because: 'Published of Mixtral' },
  { text: 'about a third over the total one', because: 'Arithmetic of the pair in the work cited' },
  { text: 'leverage grows as that share falls', because: 'A finding of the work cited' },
  { text: 'tenth figure', because: 'The order of the notebook' },
  {
    text: 'A third way to ask',
    because: 'The order of the argument',
  },
  {
    text: 'Whoever digs will always find something',
    because: 'A search has a maximum whatever it searches',
  },
  {
    text: 'fewer separate searches than models',
    because: 'Variants of one model are no separate searches',
  },
  {
    text: 'has the highest BBH result in the table, and stands off the plane in BBH and in MATH farther than any other there',
    because: 'Named models in the whole table, whatever the slice',
  },
  {
    text: 'hardly better than by guessing',
    because: 'Named models in the whole table, whatever the slice',
  },
  {
    text: 'lower than Qwen2.5-7B-Instruct on each',
    because: 'Named models in the whole table, whatever the slice',
  },
  {
    text: 'lower than Qwen2.5-72B-Instruct',
    because: 'Named models in the whole table, whatever the slice',
  },
  {
    text: 'That is no merit of merging as such',
    because: 'A reading, offered as one',
  },
  {
    text: 'A median says nothing of the risk',
    because: 'What a median is',
  },
  {
    text: 'the mean of the worst tail beside the middle',
    because: 'A finding of the work cited',
  },
  {
    text: 'the worst tenth and the worst twentieth of each type',
    because: 'What the figure draws',
  },
  {
    text: 'differ more than twofold in the tail',
    because: 'A finding of the work cited',
  },
  {
    text: 'Submissions month by month, the best score so far',
    because: 'Names what is drawn',
  },
  {
    text: 'draws the best average so far',
    because: 'What the figure draws',
  },
  {
    text: 'A best-so-far can only rise, and it rises even if nothing improves',
    because: 'Arithmetic of a maximum',
  },
  {
    text: 'only the best of many private trials is shown',
    because: 'A finding of the work cited',
  },
  {
    text: 'hold the best score so far with a probability',
    because: 'Arithmetic of a maximum',
  },
  {
    text: 'the best of a class often comes early',
    because: 'Arithmetic of a maximum',
  },
  {
    text: 'Later models are no random sample',
    because: 'How models are submitted',
  },
  {
    text: 'The best of many is lucky',
    because: 'Arithmetic of a maximum',
  },
  {
    text: 'all that came since the best before',
    because: 'Names what is asked',
  },
  {
    text: 'doubles in about three months',
    because: 'A finding of the work cited',
  },
  {
    text: 'few can dominate many: when the many build on the same few',
    because: 'Names what is asked',
  },
  {
    text: 'in more depth than such a column allows',
    because: 'A finding of the work cited',
  },
  {
    text: 'the hold of a few American companies',
    because: 'A finding of the work cited',
  },
  {
    text: 'filled in least',
    because: 'A finding of the work cited',
  },
  {
    text: 'Of training data the table has nothing',
    because: 'What the table holds',
  },
  {
    text: 'Gini counts the many who sent little, the index follows the few who sent much',
    because: 'What the two measures are',
  },
  {
    text: 'at most a few pages',
    because: 'What the six benchmarks are',
  },
  {
    text: 'claim at least 32,000 tokens, half did well at that length when more than retrieval was asked',
    because: 'A finding of the work cited',
  },
  {
    text: 'No question lets a model search, calculate or call a function',
    because: 'What the six benchmarks are',
  },
  {
    text: 'A score here says nothing of German or Swahili',
    because: 'What the six benchmarks are',
  },
  {
    text: 'Nothing here asks what a model refuses or lets through',
    because: 'What the six benchmarks are',
  },
  {
    text: 'No claim here is about the cause of anything',
    because: 'What the ledger is',
  },
];
