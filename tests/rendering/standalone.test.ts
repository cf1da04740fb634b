import { describe, expect, test } from 'vitest';
import { standaloneSvg } from '../../src/rendering/standalone.ts';

const stand = (inner: string, more: { font?: string; title?: string } = {}) =>
  standaloneSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="100" height="50" viewBox="0 0 100 50">${inner}</svg>`,
    {
      name: 'one',
      title: 'Which?',
      description: 'This & that.',
      colour: (variable) => ({ '--ink': '#111', '--fig-paper': '#fff' })[variable] ?? '',
      ...more,
    },
  );

describe('a drawing that stands by itself', () => {
  test('stands on paper with a margin, under a title', () => {
    expect(stand('<path d="M0,0h1" fill="var(--ink)"/>')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="140" height="90" viewBox="-20 -20 140 90">' +
        '<title>Which?</title><desc>This &amp; that.</desc>' +
        '<rect x="-20" y="-20" width="140" height="90" fill="#fff"/>' +
        '<path d="M0,0h1" fill="#111"/></svg>\n',
    );
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
    expect(stand('<text>a\u0001b</text>', { title: '<a>\u0000' })).toMatch(/<title>&lt;a&gt;<.*<text>ab</);
  });

  test('asks for colours that there are', () => {
    expect(() => stand('<path d="M0,0h1" fill="var(--none)"/>')).toThrow('--none');
  });
});

test('what is no drawing is refused', () => {
  const given = { name: '', title: '', description: '', colour: () => '#fff' };
  expect(() => standaloneSvg('<p>', given)).toThrow('no box');
});
