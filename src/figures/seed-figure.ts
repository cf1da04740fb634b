/** Names the figures of the seed that a figure replicates, as in “Figures 6 and 7 of the seed”. */
export function seedFigures(numbers: readonly number[]): string {
  const [first, ...others] = numbers;
  return others.length === 0
    ? `Figure ${first} of the notebook`
    : `Figures ${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)} of the notebook`;
}

/** The notebook's claim that judges a replica, by the id of the figure, where the figure carries none of its own. */
export const judgedBy: Readonly<Record<string, string>> = {
  'score-per-parameter-curve': 'score-per-parameter-diminishes',
  'score-and-co2-by-provider': 'community-beats-official',
  'co2-vs-score-by-provider': 'community-beats-official',
  'provider-counts': 'community-beats-official',
  'score-by-size-and-provider': 'community-beats-official',
  'qwen-by-provider': 'community-beats-official',
  'moe-vs-dense-score': 'moe-cannot-be-judged',
};
