import { estimates, models } from '../dataset/tables.ts';

/** What each column of the table means, in a sentence; the build writes it into the page, which does not load this. */
export const columnMeanings: Readonly<Record<string, string>> = Object.fromEntries(
  [...Object.values(estimates.columns), ...Object.values(models.columns)].map(({ name, meaning }) => [
    name,
    meaning,
  ]),
);
