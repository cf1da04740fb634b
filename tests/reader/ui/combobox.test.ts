// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { useCombobox } from '../../../src/reader/ui/combobox.ts';

const names = ['ada', 'bob', 'cy'];
let taken: string[] = [];
let left = 0;

/** A field whose list holds the names that begin with its text. */
function Field({ text, escape }: { text: string; escape: boolean }) {
  const shown = names.filter((name) => name.startsWith(text));
  const box = useCombobox({
    base: 'field',
    count: shown.length,
    enter(active) {
      taken.push(shown[active] ?? 'none');
      return active >= 0;
    },
    escape: () => escape,
    leave: () => left++,
  });
  return h('div', {}, [
    h('input', { ...box.field, onInput: () => box.offer(text) }),
    h(
      'ul',
      box.listbox,
      shown.map((name, index) =>
        h(
          'li',
          box.option(index, () => taken.push(name)),
          name,
        ),
      ),
    ),
  ]);
}

/** A place of its own: what other files have left in the page is not the field's. */
let root: HTMLElement;
const field = () => root.querySelector('input')!;
const active = () => {
  const id = field().getAttribute('aria-activedescendant');
  return id === null ? null : root.querySelector(`#${id}`)!.textContent;
};
const isOpen = () => {
  const expanded = field().getAttribute('aria-expanded') === 'true';
  expect(root.querySelector('ul')!.hidden).toBe(!expanded);
  return expanded;
};
const show = (text: string, escape = false) => act(() => render(h(Field, { text, escape }), root));
/** Presses a key; answers whether the page is kept from what it does by itself, and whether others hear of it. */
async function press(key: string) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  let heard = false;
  document.body.addEventListener('keydown', () => (heard = true), { once: true, capture: false });
  await act(() => void field().dispatchEvent(event));
  return { prevented: event.defaultPrevented, heard };
}
const type = () => act(() => void field().dispatchEvent(new Event('input', { bubbles: true })));

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  taken = [];
  left = 0;
});

test('arrows open the list, go round, and Enter takes what is active', async () => {
  await show('');
  expect(isOpen()).toBe(false);
  expect(active()).toBeNull();
  await press('ArrowDown');
  expect([isOpen(), active()]).toEqual([true, 'ada']);
  await press('ArrowUp');
  expect(active()).toBe('cy');
  await press('ArrowDown');
  expect(active()).toBe('ada');
  expect([...root.querySelectorAll('[aria-selected="true"]')].map((each) => each.textContent)).toEqual([
    'ada',
  ]);
  expect(await press('Enter')).toMatchObject({ prevented: true });
  expect(taken).toEqual(['ada']);
});

test('the arrow upwards opens at the end', async () => {
  await show('');
  await press('ArrowUp');
  expect(active()).toBe('cy');
});

test('what is typed makes the first that fits active; where nothing fits there is no list', async () => {
  await show('b');
  await type();
  expect([isOpen(), active()]).toEqual([true, 'bob']);
  await show('x');
  expect([isOpen(), active()]).toEqual([false, null]);
  expect(await press('Enter')).toMatchObject({ prevented: false });
  expect(taken).toEqual(['none']);
});

test('Escape closes the list and nothing around it, then is the page’s or clears the field', async () => {
  await show('');
  await press('ArrowDown');
  expect(await press('Escape')).toEqual({ prevented: true, heard: false });
  expect(isOpen()).toBe(false);
  expect(await press('Escape')).toEqual({ prevented: false, heard: true });
  await show('', true);
  expect(await press('Escape')).toEqual({ prevented: true, heard: false });
});

test('a press on an option takes it and leaves the focus where it is; leaving the field closes the list', async () => {
  await show('');
  await press('ArrowDown');
  const option = root.querySelectorAll('li')[1]!;
  const pressed = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
  option.dispatchEvent(pressed);
  expect(pressed.defaultPrevented).toBe(true);
  await act(() => option.click());
  expect(taken).toEqual(['bob']);
  await act(() => void field().dispatchEvent(new FocusEvent('blur')));
  expect(isOpen()).toBe(false);
  expect(left).toBe(1);
});
