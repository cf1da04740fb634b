import { describe, expect, test } from 'vitest';
import { cardSvg } from '../../src/rendering/card.ts';

const drawing = '<svg class="marks" viewBox="0 0 640 400"><text fill="var(--fig-ink)">a &lt; b</text></svg>';
const card = { question: 'Does <b>it</b> & why?', takeaway: 'Yes.', report: 'R' };

describe('cardSvg', () => {
  test('sets words as text and the drawing in colours, whole, beside them', () => {
    const svg = cardSvg(card, drawing, (variable) => `#${variable.length}`);
    expect(svg).toContain('&lt;b&gt;it&lt;/b&gt;');
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('viewBox="0 0 640 400"');
    expect(svg).toContain('fill="#9"');
    expect(svg).not.toContain('var(');
    expect(svg.match(/<svg/g)?.length).toBe(svg.match(/<\/svg>/g)?.length);
  });

  test('lowers the figures that the font has no sign for, and leaves attributes alone', () => {
    const svg = cardSvg(
      card,
      drawing.replace('<text', '<text data-a="CO₂"').replace('a &lt;', 'CO₂ &lt;'),
      () => '#000',
    );
    expect(svg).toContain('>CO<tspan baseline-shift="sub" font-size="70%">2</tspan> &lt; b<');
    expect(svg).toContain('data-a="CO₂"');
  });

  test('ends a long takeaway in dots within the picture', () => {
    const svg = cardSvg({ ...card, takeaway: 'word '.repeat(300) }, drawing, () => '#000');
    expect(svg).toContain(' …</text>');
    const heights = [...svg.matchAll(/<text x="56" y="(\d+)"/g)].map(([, y]) => Number(y));
    expect(Math.max(...heights)).toBeLessThan(620);
  });

  test('a drawing without a box, or a colour that is none, is refused', () => {
    expect(() => cardSvg(card, '<svg></svg>', () => '#000')).toThrow('box');
    expect(() => cardSvg(card, drawing, () => '')).toThrow('--fig-ink');
  });
});
