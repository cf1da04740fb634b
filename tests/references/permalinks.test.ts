import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { claims } from '../../src/claims/claims.ts';
import { figures } from '../../src/figures/figures.ts';
import { formatSlice, parseSlice } from '../../src/slice/slice.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { attribute, elements } from '../../src/site/mdx.ts';
import { presentContent } from '../content/present.ts';

const examples = [...readFileSync('content/pages/cite.mdx', 'utf8').matchAll(/`([^`]+)`/g)].map(
  ([, text = '']) => text,
);

/** Whether a chapter shows a figure or a claim under the address of the example. */
const stands = (example: string, component: 'Figure' | 'Claim') => {
  const [, slug, id] = new RegExp(`^/([a-z-]+)/#${component.toLowerCase()}-(.+)$`).exec(example) ?? [];
  return presentContent('chapter').some(
    (file) =>
      file.slug === slug && elements(file.root, component).some((node) => attribute(node, 'id') === id),
  );
};

test('the examples of permanent links lead somewhere', () => {
  const found = examples.map((example) => {
    const [, file] = /^\/data\/figures\/(.+)\.(?:json|csv)$/.exec(example) ?? [];
    if (file) return figures.some(({ id }) => id === file);
    if (example.includes('#figure-')) return stands(example, 'Figure');
    if (example.includes('#claim-')) return stands(example, 'Claim') && claims.length > 0;
    const [, query] = /^\/[a-z-]+\/\?(.+)$/.exec(example) ?? [];
    if (query) {
      const { slice, problems } = parseSlice(new URLSearchParams(query));
      return problems.length === 0 && formatSlice(slice) === query;
    }
    return findStatistic(example) !== undefined;
  });
  expect(examples.length).toBeGreaterThanOrEqual(6);
  expect(examples.filter((_, index) => !found[index])).toEqual([]);
});
