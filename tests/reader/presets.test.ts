// @vitest-environment happy-dom
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { wholeTable } from '../../src/slice/slice.ts';

const queries = ['', 'size=1-9', 'size=9-40', 'type=chat'];
const link = (query: string) => document.querySelector<HTMLAnchorElement>(`[data-preset="${query}"]`)!;
/** What shows the slice does so in a task of its own. */
const shown = () => new Promise((resolve) => setTimeout(resolve));
const set = () => queries.filter((query) => link(query).getAttribute('aria-current') === 'true');

beforeAll(async () => {
  document.body.innerHTML = queries
    .map((query) => `<a class="preset" data-preset="${query}" href="?${query}"><b>${query}</b></a>`)
    .join('');
  // Another file may have loaded it, for another document.
  vi.resetModules();
  await import('../../src/reader/presets.ts');
});
beforeEach(async () => {
  (await import('../../src/reader/reader-slice.ts')).goToSlice(wholeTable);
  await shown();
});
afterAll(() => history.replaceState(null, '', '/'));

test('presets of two facets combine, and a press again takes one back', async () => {
  link('type=chat').click();
  link('size=1-9').click();
  expect(location.search).toBe('?size=1-9&type=chat');
  await shown();
  expect(set()).toEqual(['size=1-9', 'type=chat']);
  link('size=9-40').click();
  expect(location.search).toBe('?size=9-40&type=chat');
  await shown();
  expect(set()).toEqual(['size=9-40', 'type=chat']);
  link('size=9-40').click();
  expect(location.search).toBe('?type=chat');
  link('').click();
  await shown();
  expect([location.search, set()]).toEqual(['', ['']]);
});

test('in a new tab a link leads to what pressing it makes', async () => {
  link('type=chat').click();
  await shown();
  expect(queries.map((query) => link(query).getAttribute('href'))).toEqual([
    '?',
    '?size=1-9&type=chat',
    '?size=9-40&type=chat',
    '?',
  ]);
  // The browser follows the link itself; here nothing is to load it.
  let isLeft: boolean | undefined;
  const follow = (event: Event) => {
    isLeft = !event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('click', follow, { once: true });
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
  link('size=1-9').dispatchEvent(click);
  expect([isLeft, location.search]).toEqual([true, '?type=chat']);
});
