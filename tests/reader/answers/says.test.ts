// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { putPublishedBack } from '../../../src/reader/answers/published.ts';
import { keepSays, showSays } from '../../../src/reader/answers/says.ts';

const published =
  '<span class="says" data-says="a.b &gt; 1" data-else="perhaps &lt;b&gt;less&lt;/b&gt;">more than <b data-stat="a.b">2</b></span>';

let before: string;
let element: HTMLElement;
let number: Element;

beforeEach(() => {
  document.body.innerHTML = published;
  before = document.body.innerHTML;
  element = document.querySelector<HTMLElement>('.says')!;
  number = document.querySelector('[data-stat]')!;
});

const show = (truth: boolean | null) =>
  showSays(element, { text: 'a.b > 1', truth, evidence: ['a of b: 0.5, n = 12', 'It holds.'] });
const text = (selector: string) => element.querySelector(selector)?.textContent;

test('words that are false are struck through, and those in their place follow as text', () => {
  show(false);
  expect(text('del')).toBe('more than 2');
  expect(text('ins')).toBe('perhaps <b>less</b>');
  expect(text('button')).toBe('why');
  expect(element.dataset.outcome).toBe('no');
  expect(element.title).toBe('In this slice a.b > 1 is false. a of b: 0.5, n = 12; It holds.');
  expect(text('.term-definition')).toBe(element.title);
  // The number in them is the same element, so that it goes on answering.
  expect(element.querySelector('del [data-stat]')).toBe(number);
});

test('without words in their place they are struck through alone', () => {
  delete element.dataset.else;
  show(false);
  expect(text('del')).toBe('more than 2');
  expect(element.querySelector('ins')).toBeNull();
});

test('open words stay, with a mark of words', () => {
  show(null);
  expect(element.querySelector('del, ins')).toBeNull();
  expect(text('button')).toBe('cannot be told');
  expect(element.dataset.outcome).toBe('open');
  expect(element.title).toContain('a.b > 1 cannot be told.');
});

test('true words stay as they are, with what they rest on', () => {
  show(true);
  expect(element.innerHTML).toBe('more than <b data-stat="a.b">2</b>');
  expect(element.title).toContain('a.b > 1 is true.');
});

test('what no slice tests says so', () => {
  keepSays(element);
  expect(element.innerHTML).toBe('more than <b data-stat="a.b">2</b>');
  expect(element.title).toBe('Tested of the whole table; a slice does not test it again.');
});

test('one slice after another leaves nothing behind, and taking the last back leaves the published words', () => {
  for (const truth of [false, null, true, false]) show(truth);
  expect(element.querySelectorAll('del, ins, button')).toHaveLength(3);
  show(true);
  expect(element.innerHTML).toBe('more than <b data-stat="a.b">2</b>');
  show(false);
  putPublishedBack(element);
  expect(document.body.innerHTML).toBe(before);
  expect(element.querySelector('[data-stat]')).toBe(number);
});
