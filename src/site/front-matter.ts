import { z } from 'zod';

const sentence = z.string().trim().min(1);

/** What the front matter of a chapter has to hold. */
export const chapterFields = z.strictObject({
  title: sentence,
  order: z.int().positive(),
  question: sentence,
  description: sentence,
});

/** The entries of a field that lists them with commas; none where it is not there. */
export const listOf = (field: unknown): string[] =>
  typeof field === 'string' ? field.split(',').map((entry) => entry.trim()) : [];

/**
 * What the front matter of an entry of the glossary has to hold. `short` may name statistics, as {id}. `words` are
 * those that a text marks where it first uses them, `units` the units that the entry says the scale of.
 */
export const conceptFields = z.strictObject({
  term: sentence,
  short: sentence,
  words: sentence.optional(),
  units: sentence.optional(),
});

/** What the front matter of another page has to hold. */
export const pageFields = z.strictObject({ title: sentence, description: sentence });
