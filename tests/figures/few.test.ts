import { describe, expect, test } from 'vitest';
import { countInWords, whyNotDrawn } from '../../src/figures/few.ts';
import { figures, findFigure } from '../../src/figures/figures.ts';
import { drawFigure } from '../../src/rendering/svg.ts';
import { drawnRows, editions } from './draw.ts';

test('one is one model, more are models', () => {
  expect([0, 1, 2, 1234].map((n) => countInWords(n, 'models'))).toEqual([
    '0 models',
    '1 model',
    '2 models',
    '1,234 models',
  ]);
  expect(countInWords(1, 'runs')).toBe('1 run');
});

const whyOf = async (id: string, query: string) => {
  const figure = findFigure(id)!;
  return whyNotDrawn(figure, await drawnRows(figure, query));
};

test('too few says how many there are and how many it takes', async () => {
  expect(await whyOf('score-by-size', 'size=900-')).toBe('Too few: 0 models; it takes 10.');
  expect(await whyOf('specialists', 'organisation=mistralai')).toBe('Too few: 16 models; it takes 50.');
});

test.each(editions)('every figure is drawn without a slice, on $preparation', async ({ query }) => {
  for (const { id } of figures) expect(await whyOf(id, query), id).toBeNull();
});

describe.each([
  'organisation=mistralai',
  'family=granite&type=chat',
  'organisation=microsoft&preparation=prepared',
])('%s', (query) => {
  test('no chart is an axis of nothing', async () => {
    for (const figure of figures) {
      const rows = await drawnRows(figure, query);
      if (whyNotDrawn(figure, rows) !== null) continue;
      // What Vega writes on an axis whose ends coincide.
      expect(await drawFigure(figure, 'desktop', rows), figure.id).not.toContain('0.000000');
    }
  });
});

test('a chart without marks is too few, however many models stand behind it', async () => {
  for (const id of [
    'co2-per-parameter-by-size',
    'score-per-parameter-by-size',
    'gain-per-doubling',
    'score-by-size-and-provider',
    'type-profile',
  ])
    expect(await whyOf(id, 'organisation=mistralai'), id).toBe(
      'Of 16 models too few are of the groups that the chart compares.',
    );
  expect(await whyOf('provider-counts', 'family=granite&type=chat')).toMatch(/^Of 10 models too few/);
});
