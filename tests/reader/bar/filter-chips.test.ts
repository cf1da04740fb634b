// @vitest-environment happy-dom
import { afterAll, beforeEach, expect, test } from 'vitest';
import { showFilters } from '../../../src/reader/bar/filter-chips.ts';
import { onReaderSlice, readerSlice } from '../../../src/reader/reader-slice.ts';
import { parseSlice } from '../../../src/slice/slice.ts';

const list = () => document.querySelector<HTMLElement>('ul')!;
const chips = () => [...list().querySelectorAll('button')];
const names = () => chips().map((chip) => chip.getAttribute('aria-label'));
const show = () => showFilters(list(), readerSlice().slice, document.querySelector('button#toggle')!);
const asks = (query: string) => {
  history.replaceState(null, '', `/?${query}`);
  show();
};

const deaf = onReaderSlice(show);
afterAll(deaf);
beforeEach(() => {
  document.body.innerHTML = '<ul hidden></ul><button id="toggle"></button>';
});

test('each filter is a button that takes it back by its name', () => {
  asks('size=1-9&provider=community&type=chat');
  expect(names()).toEqual(['Remove: over 1 to 9 B', 'Remove: chat', 'Remove: community']);
  expect(list().hidden).toBe(false);
  chips()[1]!.click();
  expect(location.search).toBe('?size=1-9&provider=community');
  expect(names()).toEqual(['Remove: over 1 to 9 B', 'Remove: community']);
});

test('the focus goes to the next one, at the end to the last, and then to what stays', () => {
  asks('size=1-9&provider=community&type=chat');
  const press = (at: number) => {
    chips()[at]!.focus();
    chips()[at]!.click();
    return document.activeElement?.textContent;
  };
  expect(press(0)).toBe('chat');
  expect(press(1)).toBe('chat');
  press(0);
  expect([document.activeElement?.id, list().hidden]).toEqual(['toggle', true]);
});

test('where the focus is elsewhere it stays', () => {
  asks('size=1-9&type=chat');
  document.querySelector<HTMLElement>('#toggle')!.focus();
  asks('size=1-9');
  expect(document.activeElement?.id).toBe('toggle');
});

test('a hostile name is text', () => {
  const { slice } = parseSlice(new URLSearchParams([['name', '<img src=x onerror=alert(1)>']]));
  showFilters(list(), slice, document.body);
  expect(list().querySelector('img')).toBeNull();
  expect(chips()[0]!.textContent).toBe('named “<img src=x onerror=alert(1)>”');
});
