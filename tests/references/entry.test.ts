import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bibliographyFile } from '../../src/references/bibliography.ts';
import { entryText } from '../../src/references/entry.ts';

test('gives an entry as it stands in the file, and no other', () => {
  const text = '% A\n\n@article{one,\n  title = {1},\n}\n\n@book{two,\n  title = {2},\n}\n';
  expect(entryText(text, 'one')).toBe('@article{one,\n  title = {1},\n}');
  expect(entryText(text, 'two')).toBe('@book{two,\n  title = {2},\n}');
  expect(entryText(text, 'tw')).toBeUndefined();
});

test('finds the dataset that the page on citing prints', () => {
  const entry = entryText(readFileSync(bibliographyFile, 'utf8'), 'leaderboard2025contents');
  expect(entry).toContain('url = {https://huggingface.co/datasets/open-llm-leaderboard/contents}');
  expect(entry?.match(/@/g)).toHaveLength(1);
});
