import { z } from 'zod';

const sentence = z.string().trim().min(1);

/** What the front matter of a chapter has to hold. */
export const chapterFields = z.strictObject({
  title: sentence,
  order: z.int().positive(),
  question: sentence,
  description: sentence,
});

/** What the front matter of an entry of the glossary has to hold. */
export const conceptFields = z.strictObject({ term: sentence, short: sentence });

/** What the front matter of another page has to hold. */
export const pageFields = z.strictObject({ title: sentence, description: sentence });
