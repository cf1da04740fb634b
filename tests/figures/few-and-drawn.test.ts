import { describe, expect, test } from 'vitest';
import { co2BySize } from '../../src/figures/co2-by-size.ts';
import { whyNotDrawn } from '../../src/figures/few.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { scoreAndCo2BySize } from '../../src/figures/score-and-co2-by-size.ts';
import { scoreBySize } from '../../src/figures/score-by-size.ts';
import { scorePerParameterCurve } from '../../src/figures/score-per-parameter-curve.ts';
import { families } from '../../src/dataset/grouping.ts';
import { drawnRows } from './draw.ts';
import { layer } from './layer.ts';

const slices = [
  ...families.flatMap(({ id }) =>
    ['', '&provider=official', '&provider=community', '&preparation=prepared'].map(
      (more) => `family=${id}${more}`,
    ),
  ),
  'size=40-',
  'size=7.2-7.3',
  'size=7-8&type=chat',
  'organisation=mistralai',
];

/** What a figure says and draws in each slice where it is drawn. */
async function answersOf(figure: Figure) {
  const answers = [];
  for (const query of slices) {
    const rows = await drawnRows(figure, query);
    if (whyNotDrawn(figure, rows) === null)
      answers.push({ query, rows, takeaway: figure.takeaway(rows), alt: figure.alt(rows) });
  }
  return answers;
}

describe('a sentence says too few exactly where nothing of it is drawn', () => {
  test('medians of score per parameter', async () => {
    const answers = await answersOf(scorePerParameterCurve);
    for (const { query, rows, takeaway, alt } of answers) {
      const few = layer(rows, 'median').length === 0;
      expect(takeaway.startsWith('Too few'), query).toBe(few);
      expect(alt.includes('No size has enough models'), query).toBe(few);
      expect(alt.includes('a dot for the median'), query).toBe(!few);
    }
    // Both happen among these slices.
    const few = answers.filter(({ takeaway }) => takeaway.startsWith('Too few'));
    expect([few.length > 0, few.length < answers.length]).toEqual([true, true]);
  });

  test.each([scoreBySize, scoreAndCo2BySize, co2BySize])('the trend of $id', async (figure) => {
    const answers = await answersOf(figure);
    for (const { query, rows, takeaway, alt } of answers) {
      expect(takeaway.startsWith('Too few'), query).toBe(layer(rows, 'fit').length === 0);
      expect(alt.includes('straight line') || alt.includes('a fitted line from'), query).toBe(
        layer(rows, 'fit').length > 0,
      );
    }
    expect(answers.length).toBeGreaterThan(0);
  });
});

test('under Mistral and Gemma the medians that are drawn are told', async () => {
  for (const query of ['family=mistral', 'family=gemma', 'provider=official&family=mistral']) {
    const rows = await drawnRows(scorePerParameterCurve, query);
    expect(layer(rows, 'median').length, query).toBeGreaterThan(0);
    expect(scorePerParameterCurve.takeaway(rows), query).toMatch(/^In points per billion .+ near \S+\sB/);
  }
});
