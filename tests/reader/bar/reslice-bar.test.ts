// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Answered } from '../../../src/reader/bar/machine.ts';
import type { Slice } from '../../../src/slice/slice.ts';

const answer = vi.fn((_: Slice, __: AbortSignal, send: (answered: Answered) => void) => {
  send({ type: 'counted', models: 12 });
  send({ type: 'answered' });
  send({ type: 'remarked', remarks: [] });
  return Promise.resolve();
});
vi.mock('../../../src/reader/load-engine.ts', () => ({
  answer,
  count: () => Promise.resolve(12),
  loadEngine: () => Promise.resolve(),
  restore: () => Promise.resolve(),
}));

const part = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
const focused = () => document.activeElement?.className ?? '';
/** Waits until what has been loaded is there. */
const until = (is: () => boolean) => vi.waitFor(() => expect(is()).toBe(true), { timeout: 30_000 });
const press = (element: HTMLElement) => {
  element.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  element.focus();
  element.click();
};

const bar = `
  <reslice-bar data-reviewed="3000" data-prepared="2000">
    <div class="reslice-line">
      <p class="reslice-state"><span></span><span></span></p>
      <ul class="reslice-filters" hidden></ul>
      <button class="reslice-toggle" data-press="toggled"></button>
      <button class="reslice-undo" data-press="undo" aria-disabled="true"></button>
      <button class="reslice-redo" data-press="redo" aria-disabled="true"></button>
      <button class="reslice-reset" data-press="reset" aria-disabled="true"></button>
      <button class="reslice-copy" data-press="copy"></button>
    </div>
    <p class="reslice-status" hidden></p>
    <form class="reslice-form" hidden>
      <fieldset data-field="type" data-kind="choices"><legend>Type</legend>
        <input type="checkbox" name="type" value="chat"><input type="checkbox" name="type" value="merge">
      </fieldset>
      <p><span class="reslice-count"></span></p>
    </form>
  </reslice-bar><p id="beside"></p>`;

beforeAll(() => import('../../../src/reader/bar/reslice-bar.ts'));

beforeEach(() => {
  history.replaceState(null, '', '/');
  // The bar is defined once its parts are there.
  const page = document.createElement('div');
  page.innerHTML = bar;
  document.body.replaceChildren(page);
  vi.spyOn(HTMLElement.prototype, 'focus');
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

async function open(): Promise<void> {
  press(part('.reslice-toggle'));
  await until(() => !part('form').hidden);
}

test('Escape closes the form, and the focus goes to the button that opens it without a scroll', async () => {
  await open();
  const box = part('input[value=chat]');
  box.focus();
  const { focus } = HTMLElement.prototype;
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(part('form').hidden).toBe(true);
  expect(focused()).toBe('reslice-toggle');
  expect(vi.mocked(focus).mock.lastCall).toEqual([{ preventScroll: true }]);
});

test('a press outside closes the form and leaves the focus where it is; one within does not', async () => {
  await open();
  part('input[value=chat]').focus();
  press(part('.reslice-count'));
  expect(part('form').hidden).toBe(false);
  const focuses = vi.mocked(HTMLElement.prototype.focus).mock.calls.length;
  part('#beside').dispatchEvent(new Event('pointerdown', { bubbles: true }));
  part('#beside').click();
  expect(part('form').hidden).toBe(true);
  expect(vi.mocked(HTMLElement.prototype.focus).mock.calls).toHaveLength(focuses);
});

test('a button with nothing left to do keeps its place and the focus, and does nothing', async () => {
  const [reset, undo] = [part('.reslice-reset'), part('.reslice-undo')];
  const isOff = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true';
  expect(isOff(reset)).toBe(true);
  await open();
  press(part('input[value=chat]'));
  await until(() => location.search === '?type=chat');
  expect([isOff(reset), isOff(undo), reset.hidden, undo.hidden]).toEqual([false, false, false, false]);
  // What the slice asks can be taken back in the bar.
  await until(() => part('.reslice-filters button')?.textContent === 'chat');
  expect(part('.reslice-state').textContent).toBe('12 of 3,000 models: chat');
  press(reset);
  expect(location.search).toBe('');
  expect([isOff(reset), reset.hidden, focused()]).toEqual([true, false, 'reslice-reset']);
  const steps = history.length;
  press(reset);
  expect(history.length).toBe(steps);
});
