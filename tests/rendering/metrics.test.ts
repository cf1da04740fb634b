import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { expect, test } from 'vitest';
import * as vega from 'vega';
import { measureLikeTheBrowser } from '../../src/rendering/metrics.ts';

measureLikeTheBrowser();

// Vega exports its text metrics, its types do not say so.
const { textMetrics } = vega as unknown as {
  textMetrics: { width(item: { fontSize?: number; fontWeight?: number | string }, text: unknown): number };
};

/**
 * Widths in units of the font size of text set in the variable face that the page ships, at weights 400 and
 * 600, without kerning: measureText of a canvas in Chromium 153 at 100 pixels, which rounds every character
 * to a hundredth.
 */
const inTheBrowser = [
  { text: 'mean of ratios (seed)', regular: 8.79, semibold: 9.04 },
  { text: 'Parameters (billions, log scale)', regular: 12.83, semibold: 13.22 },
  { text: '0.125', regular: 2.25, semibold: 2.32 },
  { text: 'median', regular: 3.19, semibold: 3.25 },
  { text: 'up to 9 B', regular: 3.67, semibold: 3.74 },
];

test.each(inTheBrowser)('“$text” is as wide as in the browser', ({ text, regular, semibold }) => {
  expect(Math.abs(textMetrics.width({ fontSize: 1 }, text) / regular - 1)).toBeLessThan(0.01);
  expect(Math.abs(textMetrics.width({ fontSize: 1, fontWeight: 400 }, text) / regular - 1)).toBeLessThan(
    0.01,
  );
  expect(Math.abs(textMetrics.width({ fontSize: 1, fontWeight: 600 }, text) / semibold - 1)).toBeLessThan(
    0.01,
  );
});

test('widths are the advances of the variable face at weight 400, character by character', () => {
  const advance = advancesOfTheVariableFace(400);
  for (let code = 0x20; code < 0x7f; code++) {
    const character = String.fromCodePoint(code);
    expect(textMetrics.width({ fontSize: 1000 }, character) / 1000, character).toBeCloseTo(advance(code), 2);
  }
});

test('a width grows with the font size and is the sum of its characters', () => {
  const width = (text: string, fontSize: number) => textMetrics.width({ fontSize }, text);
  expect(width('Models', 26)).toBeCloseTo(2 * width('Models', 13), 9);
  expect(width('Models', 13)).toBeCloseTo(
    [...'Models'].reduce((sum, letter) => sum + width(letter, 13), 0),
    9,
  );
  expect(width('', 13)).toBe(0);
});

test('bold text is wider than regular, and numbers and blanks are text', () => {
  for (const fontWeight of [600, '600', 'bold', 700])
    expect(textMetrics.width({ fontSize: 13, fontWeight }, 'Models')).toBeGreaterThan(
      textMetrics.width({ fontSize: 13 }, 'Models'),
    );
  for (const fontWeight of [400, 'normal', undefined])
    expect(
      textMetrics.width({ fontSize: 13, ...(fontWeight === undefined ? {} : { fontWeight }) }, 'Models'),
    ).toBe(textMetrics.width({ fontSize: 13 }, 'Models'));
  expect(textMetrics.width({ fontSize: 13 }, 1200)).toBe(textMetrics.width({ fontSize: 13 }, '1200'));
});

test('characters outside of the font and the plane have a width', () => {
  for (const text of ['₂', 'Δ', '→', '🤝'])
    expect(textMetrics.width({ fontSize: 13 }, text)).toBeGreaterThan(0);
});

interface Tables {
  variationCoords: number[];
  hmtx: { metrics: { get(index: number): { advance: number }; length: number } };
  HVAR: unknown;
  _cmapProcessor: { lookup(code: number): number };
  _variationProcessor: { getAdvanceAdjustment(glyph: number, table: unknown): number };
}

/** Advances at a weight, from the tables hmtx (the lightest weight) and HVAR (what a weight adds). */
function advancesOfTheVariableFace(weight: number): (code: number) => number {
  const file = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';
  // Fontkit cannot vary the outlines of a compressed font, but its tables are there.
  const font = fontkit.openSync(createRequire(import.meta.url).resolve(file)) as unknown as Tables;
  font.variationCoords = [weight];
  const { metrics } = font.hmtx;
  return (code) => {
    const glyph = font._cmapProcessor.lookup(code);
    const light = metrics.get(Math.min(glyph, metrics.length - 1)).advance;
    return (light + font._variationProcessor.getAdvanceAdjustment(glyph, font.HVAR)) / 1000;
  };
}
