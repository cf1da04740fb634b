import { h } from 'preact';
import { expect, test } from 'vitest';
import { markupOf } from '../../src/rendering/markup.ts';

test('a view is markup, in which strangers’ text stays text', () => {
  const view = h('p', { title: '"<b>' }, '<script>alert(1)</script>');
  expect(markupOf(view)).toBe('<p title="&quot;&lt;b>">&lt;script>alert(1)&lt;/script></p>');
});

test('a view with an inline style is refused', () => {
  expect(() => markupOf(h('p', { style: { width: '3px' } }, 'a'))).toThrow('has an inline style');
  expect(markupOf(h('p', {}, ' style="'))).toBe('<p> style=&quot;</p>');
});
