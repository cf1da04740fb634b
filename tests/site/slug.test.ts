import { expect, it } from 'vitest';
import { slugOf } from '../../src/site/slug.ts';

it.each([
  ['04-size-and-score.mdx', 'size-and-score'],
  ['10-conclusion.mdx', 'conclusion'],
  ['moe.mdx', 'moe'],
  ['04-co2-2024.mdx', 'co2-2024'],
])('%s stands at /%s/', (file, slug) => {
  expect(slugOf(file)).toBe(slug);
});

it.each(['04-.mdx', 'Size.mdx', '04-size and score.mdx', 'part/one.mdx', '04-a--b.mdx'])(
  'refuses %s and says how a file is named',
  (file) => {
    expect(() => slugOf(file)).toThrow(`${file}: a content file is named in lower-case words`);
  },
);
