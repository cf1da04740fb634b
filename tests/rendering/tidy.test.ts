import { expect, test } from 'vitest';
import { tidySvg } from '../../src/rendering/tidy.ts';

test('ids and what refers to them are renamed alike, counted from zero under the prefix', () => {
  const svg =
    '<svg><defs><clipPath id="clip17"><path d="M0,0h1"/></clipPath><linearGradient id="gradient_4"><stop offset="0"/></linearGradient></defs>' +
    '<g clip-path="url(#clip17)"><path d="M1,1" fill="url(#gradient_4)"/></g><g clip-path="url(#clip17)"><path d="M2,2"/></g></svg>';
  expect(tidySvg(svg, 'fig')).toBe(
    '<svg><defs><clipPath id="fig-0"><path d="M0,0h1"/></clipPath><linearGradient id="fig-1"><stop offset="0"/></linearGradient></defs>' +
      '<g clip-path="url(#fig-0)"><path d="M1,1" fill="url(#fig-1)"/></g><g clip-path="url(#fig-0)"><path d="M2,2"/></g></svg>',
  );
});

test('a reference that stands before its target is renamed alike', () => {
  expect(
    tidySvg(
      '<svg><g clip-path="url(#b)"><path d="M1,1"/></g><clipPath id="b"><path d="M0,0"/></clipPath></svg>',
      'f',
    ),
  ).toBe(
    '<svg><g clip-path="url(#f-0)"><path d="M1,1"/></g><clipPath id="f-0"><path d="M0,0"/></clipPath></svg>',
  );
});

test('the numbers of one drawing do not depend on those before it', () => {
  const svg = (id: string) => `<svg><clipPath id="${id}"><path d="M0,0"/></clipPath></svg>`;
  expect(tidySvg(svg('clip99'), 'a')).toBe(tidySvg(svg('clip3'), 'a'));
});

test('shapes get two decimals and places one, rounded to the nearest', () => {
  expect(
    tidySvg('<svg width="10.12345"><path d="M1.005001,-2.34567L-0.001,3.1l4.999,5.25"/></svg>', 'f'),
  ).toBe('<svg width="10.12"><path d="M1.01,-2.35L0,3.1l5,5.25"/></svg>');
  expect(
    tidySvg('<svg><g transform="translate(0.3333,-6.6666) rotate(-90)"><path d="M0,0"/></g></svg>', 'f'),
  ).toContain('translate(0.3,-6.7) rotate(-90)');
});

test('styles, roles, labels and classes are left out', () => {
  const attributes =
    'class="marks" role="graphics-document" aria-roledescription="chart" aria-label="x: 1; y: 2" aria-hidden="true" style="mix-blend-mode: multiply"';
  expect(
    tidySvg(`<svg ${attributes} width="3"><g ${attributes}><path ${attributes} d="M0,0"/></g></svg>`, 'f'),
  ).toBe('<svg width="3"><g><path d="M0,0"/></g></svg>');
});

test('empty groups go, paths stay', () => {
  expect(
    tidySvg(
      '<svg><g></g><g transform="translate(1,2)"></g><path d="M0,0"></path><path d=""></path></svg>',
      'f',
    ),
  ).toBe('<svg><path d="M0,0"/></svg>');
});

test('a full circle is written as one, in its place and colours; an arc is not', () => {
  const dot = (d: string) =>
    tidySvg(`<svg><path transform="translate(1,2)" d="${d}" fill="red"></path></svg>`, 'f');
  expect(dot('M2.9154,0A2.9154,2.9154,0,1,1,-2.9146,0A2.9154,2.9154,0,1,1,2.9154,0')).toBe(
    '<svg><circle transform="translate(1,2)" r="2.92" fill="red"/></svg>',
  );
  const halves = 'M2,0A2,2,0,1,1,-2,0A2,3,0,1,1,2,0';
  expect(dot(halves)).toBe(`<svg><path transform="translate(1,2)" d="${halves}" fill="red"/></svg>`);
});

test('text is left as it is: a label is data, not markup', () => {
  for (const text of [
    '0.125',
    '1.23456 B',
    'id="a" of url(#b)',
    'class="c" role="d" style="e"',
    'a &lt;b&gt; &amp; c',
  ])
    expect(tidySvg(`<svg><text fill="red">${text}</text></svg>`, 'f')).toBe(
      `<svg><text fill="red">${text}</text></svg>`,
    );
});

test('what lies behind and before the marks of a group is left out where it has no ink', () => {
  expect(
    tidySvg(
      '<svg><g class="mark-group role-scope group"><path class="background" aria-hidden="true" d="M0,0h9v9h-9Z"/>' +
        '<g><path d="M1,1" fill="red"/></g><path class="foreground" aria-hidden="true" d="" display="none"/></g></svg>',
      'f',
    ),
  ).toBe('<svg><g><g><path d="M1,1" fill="red"/></g></g></svg>');
  const framed = '<svg><path class="background" aria-hidden="true" d="M0,0h9" stroke="#ddd"/></svg>';
  expect(tidySvg(framed, 'f')).toBe('<svg><path d="M0,0h9" stroke="#ddd"/></svg>');
});

test('an opacity of one goes, any other stays', () => {
  expect(tidySvg('<svg><path d="M0,0" opacity="1"/><path d="M0,0" opacity="0.1"/></svg>', 'f')).toBe(
    '<svg><path d="M0,0"/><path d="M0,0" opacity="0.1"/></svg>',
  );
});
