import { expect, test } from 'vitest';
import { defaultChoice } from '../../src/explorer/axes.ts';
import { findColouring } from '../../src/explorer/colourings.ts';
import { frameOf } from '../../src/explorer/frame.ts';
import { histogramPlot } from '../../src/explorer/histogram-plot.ts';
import { scatterPlot } from '../../src/explorer/scatter-plot.ts';
import { drawStill } from '../../src/rendering/still.tsx';
import { modelRow } from '../explorer/model-row.ts';

const frame = frameOf('reviewed', [
  modelRow(1, { parameters_b: 1, average: 0 }),
  modelRow(2, { parameters_b: 10, average: 50, official_provider: true }),
  modelRow(3, { parameters_b: 100, average: 100 }),
  modelRow(4, { parameters_b: 1, average: 0, official_provider: true }),
]);
const choice = {
  x: defaultChoice('parameters_b'),
  y: { ...defaultChoice('average'), scale: 'linear' as const },
  colouring: findColouring('provider')!,
};
const texts = (markup: string) => [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

test('points lie at shares of the width, a path a colour; of those in one place the last is seen', async () => {
  const markup = await drawStill(scatterPlot(frame, choice), 320);
  const paths = [
    ...markup.matchAll(/<path d="([^"]*)" stroke="([^"]*)" vector-effect="non-scaling-stroke"/g),
  ];
  expect(paths.map(([, , stroke]) => stroke)).toEqual(['var(--official)', 'var(--community)']);
  const [official, community] = paths.map(([, d]) =>
    /^m(\d+) (\d+)h0(?:m(\d+)-(\d+)h0)?$/.exec(d!)!.slice(1),
  );
  // The ends lie 8 pixels inside; ten is halfway between one and a hundred on a log axis, and 50 between 0 and 100.
  const [left, bottom, across, up] = official!.map(Number) as [number, number, number, number];
  expect(left + across).toBe(500);
  expect(community!.slice(0, 2).map(Number)).toEqual([1000 - left, 8]);
  expect(Math.abs(bottom - 2 * up - 8)).toBeLessThanOrEqual(1);
  expect(texts(markup)).toEqual(
    expect.arrayContaining(['1', '10', '100', '0', '20', 'Parameters (B)', 'Average score (points)']),
  );
  expect(markup).not.toContain('style=');
});

test('bars stand at shares of the width, those of all models beneath those of the slice', async () => {
  const markup = await drawStill(histogramPlot(frame, new Uint8Array(4).fill(1), choice.y), 130);
  const bars = [
    ...markup.matchAll(/<rect x="([\d.]+)%" y="([\d.]+)" width="([\d.]+)%" height="([\d.]+)"/g),
  ].map(([, ...numbers]) => numbers.map(Number));
  // Three values in three of forty bins, drawn in grey and in colour.
  expect(bars).toHaveLength(6);
  const [low, middle, high] = bars as [number[], number[], number[]];
  expect(low[3]! / middle[3]!).toBeCloseTo(2, 1);
  expect(middle[3]).toBe(high[3]);
  expect(middle[0]! - low[0]!).toBeCloseTo(20 * low[2]!, 0);
  expect(bars.slice(3)).toEqual([low, middle, high]);
  // What the histogram is of stands above it.
  expect(texts(markup)).not.toContain('Average score (points)');
});
