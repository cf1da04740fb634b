import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { slugOf } from './site/slug.ts';

const sentence = z.string().trim().min(1);

/** One chapter a file: `content/chapters/NN-slug.mdx` → `/slug/`. */
const chapters = defineCollection({
  loader: glob({
    pattern: '*.mdx',
    base: './content/chapters',
    generateId: ({ entry }) => slugOf(entry),
  }),
  schema: z.strictObject({
    title: sentence,
    order: z.int().positive(),
    question: sentence,
    description: sentence,
  }),
});

/** One glossary entry a file: `content/concepts/<id>.mdx` → `/glossary/#id`. */
const concepts = defineCollection({
  loader: glob({
    pattern: '*.mdx',
    base: './content/concepts',
    generateId: ({ entry }) => slugOf(entry),
  }),
  schema: z.strictObject({ term: sentence, short: sentence }),
});

export const collections = { chapters, concepts };
