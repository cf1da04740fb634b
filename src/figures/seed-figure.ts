/** Names the figures of the seed that a figure replicates, as in “Figures 6 and 7 of the seed”. */
export function seedFigures(numbers: readonly number[]): string {
  const [first, ...others] = numbers;
  return others.length === 0
    ? `Figure ${first} of the notebook`
    : `Figures ${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)} of the notebook`;
}
