import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { chapterFields, conceptFields } from './site/front-matter.ts';
import { slugOf } from './site/slug.ts';

/** One chapter a file: `content/chapters/NN-slug.mdx` → `/slug/`. */
const chapters = defineCollection({
  loader: glob({
    pattern: '*.mdx',
    base: './content/chapters',
    generateId: ({ entry }) => slugOf(entry),
  }),
  schema: chapterFields,
});

/** One glossary entry a file: `content/concepts/<id>.mdx` → `/glossary/#id`. */
const concepts = defineCollection({
  loader: glob({
    pattern: '*.mdx',
    base: './content/concepts',
    generateId: ({ entry }) => slugOf(entry),
  }),
  schema: conceptFields,
});

export const collections = { chapters, concepts };
