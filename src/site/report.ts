/** The name of the report, as it stands on every page and in every citation. */
export const report = {
  title: 'Size, Score and Carbon',
  subtitle: 'The Open LLM Leaderboard, re-asked',
  description:
    'What size buys in score and in carbon, asked again of every model on the Hugging Face Open LLM Leaderboard.',
} as const;
