import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { iconSvg } from '../../src/rendering/icon.ts';
import { rasterise } from '../../src/rendering/raster.ts';
import { trueType } from '../../src/rendering/true-type.ts';

const woff = readFileSync('node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff');
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('trueType', () => {
  test('is the font that the WOFF file was made from', () => {
    const [packed, plain] = [create(woff), create(Buffer.from(trueType(woff)))];
    if (!('layout' in packed) || !('layout' in plain)) throw new Error('a collection of fonts');
    expect(plain.postscriptName).toBe(packed.postscriptName);
    expect(plain.numGlyphs).toBe(packed.numGlyphs);
    expect(plain.layout('Wolf 12').advanceWidth).toBe(packed.layout('Wolf 12').advanceWidth);
  });

  test('refuses another format', () => {
    expect(() => trueType(Buffer.from('wOF2 and more'))).toThrow('WOFF');
  });
});

describe('rasterise', () => {
  const svg = (text: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30" viewBox="0 0 60 30"><rect width="60" height="30" fill="#fff"/><text x="5" y="20" font-family="'Source Sans 3'">${text}</text></svg>`;

  test('gives a PNG of the width, twice the same', async () => {
    const png = await rasterise(svg('abc'), 120);
    expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
    expect(sizeOf(png)).toEqual([120, 60]);
    expect(Buffer.from(await rasterise(svg('abc'), 120)).equals(Buffer.from(png))).toBe(true);
  });

  test('draws text in the font that it is given', async () => {
    const [words, none] = [await rasterise(svg('abc'), 120), await rasterise(svg(''), 120)];
    expect(Buffer.from(words).equals(Buffer.from(none))).toBe(false);
  });
});

test('the icon takes the shapes of the favicon and its colours from the theme', () => {
  const icon = iconSvg('<svg><style>g{}</style><g><circle r="1"/></g></svg>', (variable) => `<${variable}>`);
  expect(icon).toContain('<g fill="<--accent>"><circle r="1"/></g>');
  expect(icon).toContain('fill="<--paper>"');
  expect(icon).not.toContain('style');
  expect(() => iconSvg('<svg/>', () => '')).toThrow('<g>');
});
