/** Texts that stand in a compiled plot for what the page fills in. */
export type Words = Readonly<Record<string, string>>;

/** Answers the value of a variable of the page's style sheet, by its name with the two dashes. */
export const pageInk =
  (root: Element = document.documentElement) =>
  (name: string): string =>
    getComputedStyle(root).getPropertyValue(name).trim();

/** A text as it stands between the quotes of an expression, of either kind; column names may hold anything. */
const inLiteral = (text: string) => JSON.stringify(text).slice(1, -1).replaceAll("'", "\\'");

/**
 * A compiled plot with its colours as a canvas can take them, which knows no variables, and with the words of
 * the page: as a whole text, or within an expression, where it can only stand between quotes. `ink` answers the value of a variable.
 */
export function inked<T>(spec: T, ink: (name: string) => string, words: Words = {}): T {
  const text = (value: string) =>
    Object.hasOwn(words, value)
      ? words[value]!
      : value.replaceAll(/var\((--[\w-]+)\)|\{\w+\}/g, (found, name?: string) => {
          if (name !== undefined) return ink(name);
          return Object.hasOwn(words, found) ? inLiteral(words[found]!) : found;
        });
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part)]));
  };
  return walk(spec) as T;
}
