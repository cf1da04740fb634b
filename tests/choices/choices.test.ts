import { describe, expect, test } from 'vitest';
import {
  changesOf,
  dataAnalyses,
  dataOf,
  estimateAnalyses,
  textOf,
  wordsOf,
} from '../../src/choices/analyses.ts';
import { choices, dataChoices } from '../../src/choices/choices.ts';
import { formatSlice, parseSlice } from '../../src/slice/slice.ts';

test('every option has an id of its own in its choice, a label and a reason', () => {
  expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length);
  for (const { id, usual, others } of choices) {
    expect(new Set(others.map((option) => option.id)).size, id).toBe(others.length);
    for (const { label, reason } of [usual, ...others]) {
      expect(label, id).not.toBe('');
      expect(reason, `${id}: ${label}`).toMatch(/^[A-Z].*\.$/);
    }
  }
});

describe('the analyses of data', () => {
  test('are what is published and all that differs from it in one or two choices', () => {
    const options = dataChoices.map(({ others }) => others.length);
    const ones = options.reduce((sum, each) => sum + each, 0);
    const twos = options.flatMap((a, i) => options.slice(i + 1).map((b) => a * b));
    expect(dataAnalyses).toHaveLength(1 + ones + twos.reduce((sum, each) => sum + each, 0));
    expect(dataAnalyses).toHaveLength(52);
    expect(new Set(dataAnalyses.map(textOf)).size).toBe(52);
    expect(dataAnalyses.map(changesOf)).toEqual(dataAnalyses.map(changesOf).toSorted((a, b) => a - b));
    expect(dataAnalyses[0]).toEqual({});
  });

  test.each(dataAnalyses.map(textOf))('“%s” is the query of a slice', isQuery);
});

test.each(estimateAnalyses.map(textOf))('“%s”, of estimate, is the query of a slice', isQuery);

function isQuery(text: string) {
  const { slice, problems } = parseSlice(new URLSearchParams(text));
  expect(problems).toEqual([]);
  const written = new URLSearchParams(formatSlice(slice));
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(new URLSearchParams(text)));
}

test('an analysis is written in the order of the choices, and its data apart', () => {
  const analysis = { intervals: 'independent', copies: 'one', run: 'best' };
  expect(textOf(analysis)).toBe('run=best&copies=one&intervals=independent');
  expect(dataOf(analysis)).toEqual({ run: 'best', copies: 'one' });
  expect(wordsOf(analysis)).toBe(
    'Run of a model: best; Copies: one of each set; Intervals: independent models',
  );
  expect(wordsOf({})).toBe('As published');
});
