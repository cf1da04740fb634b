import { expect, it } from 'vitest';
import { contrast, lab, linear, parseHex, seenDistance } from './colour.ts';

const black = parseHex('#000000');
const white = parseHex('#ffffff');

it('contrast: black on white is 21:1, and #767676 is the lightest grey that passes on white (WCAG)', () => {
  expect(contrast(black, white)).toBeCloseTo(21, 10);
  expect(contrast(parseHex('#767676'), white)).toBeGreaterThan(4.5);
  expect(contrast(parseHex('#777777'), white)).toBeLessThan(4.5);
});

it('lab: sRGB red is 53.24, 80.09, 67.20 under D65', () => {
  const [l, a, b] = lab(linear(parseHex('#ff0000')));
  expect(l).toBeCloseTo(53.24, 1);
  expect(a).toBeCloseTo(80.09, 1);
  expect(b).toBeCloseTo(67.2, 1);
});

it('distance: black to white is 100 with any colour vision', () => {
  for (const vision of ['none', 'protanopia', 'deuteranopia'] as const) {
    expect(seenDistance(black, white, vision)).toBeCloseTo(100, 1);
  }
});

it('deuteranopia closes most of the distance between red and green of one lightness', () => {
  const [red, green] = [parseHex('#c04040'), parseHex('#607f20')];
  expect(seenDistance(red, green, 'deuteranopia')).toBeLessThan(seenDistance(red, green, 'none') / 2);
});

it('refuses a colour that is not written #rrggbb', () => {
  expect(() => parseHex('#fff')).toThrow('#rrggbb');
});
