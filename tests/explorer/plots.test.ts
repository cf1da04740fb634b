import { describe, expect, test } from 'vitest';
import { defaultChoice } from '../../src/explorer/axes.ts';
import { blankCode, findColouring } from '../../src/explorer/colourings.ts';
import { frameOf } from '../../src/explorer/frame.ts';
import { histogramPlot } from '../../src/explorer/histogram-plot.ts';
import { endSignals, scatterPlot } from '../../src/explorer/scatter-plot.ts';
import { plots } from '../../src/figures/plots.ts';
import { modelRow as model } from './model-row.ts';

const frame = frameOf('reviewed', [
  model(4, { parameters_b: 7, average: 20, size_class: 'small', submission_date: '2024-06-01' }),
  model(7, { parameters_b: 70, average: 40, size_class: 'large', submission_date: null }),
  model(9, {
    parameters_b: 0,
    average: 10,
    type: 'multimodal',
    submission_date: '2024-06-03',
    caution: 'flagged',
  }),
]);
const choice = {
  x: defaultChoice('parameters_b'),
  y: defaultChoice('average'),
  colouring: findColouring('size_class')!,
};

test('a frame holds blanks as NaN, days as milliseconds and categories as codes', () => {
  expect([...frame.values['active_parameters_b']!]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect([...frame.values['submission_date']!]).toEqual([
    Date.UTC(2024, 5, 1),
    Number.NaN,
    Date.UTC(2024, 5, 3),
  ]);
  expect([...frame.codes['size_class']!]).toEqual([0, 2, blankCode]);
  // Multimodal models are counted with the others, as the slice does.
  expect([...frame.codes['type']!]).toEqual([3, 3, 5]);
  expect(frame.positions.get(9)).toBe(2);
  expect(frame.cautions).toEqual(['', '', 'flagged by the maintainers']);
});

describe('a scatter plot', () => {
  test('leaves out what an axis cannot show, and names a compiled plot', () => {
    const plot = scatterPlot(frame, choice);
    expect(plot.rows).toEqual([
      { x: 7, y: 20 },
      { x: 70, y: 40 },
    ]);
    expect([...plot.points!.positions]).toEqual([0, 1]);
    expect(plots).toHaveProperty(plot.id);
  });

  test('its axes end at the values of all models that they show', () => {
    const { ends } = scatterPlot(frame, choice);
    expect(endSignals(ends)).toEqual({ xLow: 7, xHigh: 70, yLow: 10, yHigh: 40 });
  });

  test('models without a category have the last colour', () => {
    const { points } = scatterPlot(frame, { ...choice, x: { ...choice.x, scale: 'linear' } });
    expect([...points!.codes]).toEqual([0, 2, 3]);
    expect(points!.colours).toHaveLength(4);
  });

  test('counts models in cells where they are too many for points', () => {
    const plot = scatterPlot(frame, choice, 2);
    expect(plots).toHaveProperty(plot.id);
    expect(plot.points).toBeUndefined();
    expect(plot.rows.map(({ all }) => all)).toEqual([1, 1]);
    expect(Array.from(plot.cells!.counts(Uint8Array.of(0, 1, 1)))).toEqual([0, 1]);
  });
});

test('a histogram counts, follows a mask, and tells what is in a bin', () => {
  const plot = histogramPlot(frame, Uint8Array.of(1, 1, 0), defaultChoice('average'));
  expect(plots).toHaveProperty(plot.id);
  expect(plot.rows.filter(({ all }) => Number(all) > 0).map(({ kept }) => kept)).toEqual([0, 1, 1]);
  const after = [...plot.follow!(Uint8Array.of(0, 0, 1))].filter(([, , value]) => Number(value) > 0);
  expect(after).toEqual([[0, 'kept', 1]]);
  expect(plot.tell!(10.2, Uint8Array.of(1, 1, 0))).toEqual([
    ['Average score (points)', '10 to 10.8'],
    ['Models', '1'],
    ['In the slice', '0'],
  ]);
  expect(plot.tell!(99, Uint8Array.of(1, 1, 0))).toBeNull();
});
