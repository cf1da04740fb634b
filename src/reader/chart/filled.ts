import type { Spec } from 'vega';

/** Texts that stand in a compiled plot for what the page fills in. */
export type Words = Readonly<Record<string, string>>;

/** Answers the value of a variable of the page's style sheet, by its name with the two dashes. */
export const pageInk =
  (root: Element = document.documentElement) =>
  (name: string): string =>
    getComputedStyle(root).getPropertyValue(name).trim();

/** A text as it stands between the quotes of an expression, of either kind; column names may hold anything. */
const inLiteral = (text: string) => JSON.stringify(text).slice(1, -1).replaceAll("'", "\\'");

/** Leaves the variables to the style sheet, as a drawing in SVG can. */
const asVariable = (name: string): string => `var(${name})`;

/**
 * A compiled plot with what the page fills in. Words take the place of a whole text, or stand within an
 * expression, where they can only stand between quotes. `ink` answers the value of a variable: a canvas knows
 * none.
 */
export function filled(spec: Spec, words: Words, ink = asVariable): Spec {
  const text = (value: string) =>
    Object.hasOwn(words, value)
      ? words[value]!
      : value.replaceAll(/var\((--[\w-]+)\)|\{\w+\}/g, (found, name?: string) => {
          if (name !== undefined) return ink(name);
          return Object.hasOwn(words, found) ? inLiteral(words[found]!) : found;
        });
  return JSON.parse(JSON.stringify(spec), (_, value: unknown) =>
    typeof value === 'string' ? text(value) : value,
  ) as Spec;
}
