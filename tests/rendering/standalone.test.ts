import { describe, expect, test } from 'vitest';
import { standaloneSvg } from '../../src/rendering/standalone.ts';

const stand = (inner: string, more: { font?: string; question?: string } = {}) =>
  standaloneSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="100" height="50" viewBox="0 0 100 50">${inner}</svg>`,
    {
      name: 'one',
      question: 'Which?',
      takeaway: 'This & that of it.',
      provenance: ['2 models.', 'a.b'],
      colour: (variable) =>
        ({ '--ink': '#111', '--fig-ink': '#222', '--fig-muted': '#777', '--fig-paper': '#fff' })[variable] ??
        '',
      ...more,
    },
  );

describe('a drawing that stands by itself', () => {
  test('stands on paper with a margin, under what it asks and finds, over what it is of and from', () => {
    const svg = stand('<path d="M0,0h1" fill="var(--ink)"/>');
    // 22 pixels a line of the question, 18 of the answer, 15 of the rest; the drawing is from 0 to 50.
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="140" height="210" viewBox="-20 -94 140 210">/,
    );
    expect(svg).toContain(
      '<title>Which?</title><desc>This &amp; that of it. 2 models. a.b</desc>' +
        '<rect x="-20" y="-94" width="140" height="210" fill="#fff"/>',
    );
    expect(svg).toContain('<path d="M0,0h1" fill="#111"/>');
    const lines = [...svg.matchAll(/<text x="0" y="([^"]+)".*?font-size="(\d+)".*?fill="([^"]+)">([^<]*)</g)];
    expect(lines.map(([, y, size, fill, text]) => [Number(y), size, fill, text])).toEqual([
      [-57, '16', '#222', 'Which?'],
      [-38, '13', '#222', 'This &amp; that of'],
      [-20, '13', '#222', 'it.'],
      [77, '11', '#777', '2 models.'],
      [92, '11', '#777', 'a.b'],
    ]);
    expect(svg).toMatch(/a\.b<\/text><\/svg>\n$/);
  });

  test('falls back on fonts that readers have', () => {
    const svg = stand('<text font-family="&quot;Source Sans 3 Variable&quot;, sans-serif">a</text>');
    expect(svg).toMatch(/font-family="'Source Sans 3 Variable',.*Arial, sans-serif"/);
  });

  test('carries a font where it is given one', () => {
    expect(stand('', { font: 'data:font/woff2;base64,AA==' })).toContain(
      'src:url(data:font/woff2;base64,AA==)',
    );
    expect(stand('')).not.toContain('@font-face');
  });

  test('leaves the words of a label alone', () => {
    expect(stand('<text>var(--ink) font-family="x"</text>')).toContain(
      '<text>var(--ink) font-family="x"</text>',
    );
  });

  test('holds nothing that XML cannot', () => {
    expect(stand('<text>a\u0001b</text>', { question: '<a>\u0000' })).toMatch(/<title>&lt;a&gt;<.*<text>ab</);
  });

  test('asks for colours that there are', () => {
    expect(() => stand('<path d="M0,0h1" fill="var(--none)"/>')).toThrow('--none');
  });
});

test('what is no drawing is refused', () => {
  const given = { name: '', question: '', takeaway: '', provenance: [], colour: () => '#fff' };
  expect(() => standaloneSvg('<p>', given)).toThrow('no box');
});
