/** The name of the report, as it stands on every page and in every citation: the one place where it is written. */
export const report = {
  title: 'Size, Score and Carbon',
  subtitle: 'The Open LLM Leaderboard, re-asked',
  description:
    'What goes with size, in score and in carbon, asked again of every model on the Hugging Face Open LLM Leaderboard.',
} as const;

/** Title and subtitle in one line, as a citation gives them. */
export const citedTitle = `${report.title}: ${report.subtitle.replace(/^(?:The|An?) /, (word) => word.toLowerCase())}`;
