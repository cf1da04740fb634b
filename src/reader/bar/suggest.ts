/** A name that a filter offers, with the number of models that have it. */
export interface Choice {
  name: string;
  models: number;
}

/** Most names that are offered at once. */
export const mostSuggestions = 40;

/**
 * The names that hold a text, case aside, without those already chosen (written small): first those that start
 * with it, within each half in the order given.
 */
export function suggest(choices: readonly Choice[], text: string, chosen: readonly string[]): Choice[] {
  const searched = text.trim().toLowerCase();
  const found = choices.filter(({ name }) => {
    const small = name.toLowerCase();
    return small.includes(searched) && !chosen.includes(small);
  });
  const starts = ({ name }: Choice) => name.toLowerCase().startsWith(searched);
  return [...found.filter(starts), ...found.filter((each) => !starts(each))];
}
