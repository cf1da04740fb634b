import { fields } from '../../slice/fields.ts';
import { pageQuery } from '../address.ts';
import { follow } from '../address-part.ts';
import { reasonOf } from '../failed-import.ts';
import { onReaderSlice } from '../reader-slice.ts';
import { isElsewhere } from '../ui/elsewhere.ts';

type Control = HTMLInputElement | HTMLSelectElement;

/** What makes the first view of a page live. */
export interface Live {
  start(host: HTMLElement): void;
}

/** Whether the address asks for something else than what the build put on the page. */
export const asksOtherView = ({ dataset }: HTMLElement): boolean => {
  const own = (dataset.parameters ?? '').split(' ');
  return [...pageQuery().keys()].some((name) => Object.hasOwn(fields, name) || own.includes(name));
};

/** Hides the first view while it waits for another one to take its place, or shows it again. */
export const holdBack = (isHeldBack: boolean): unknown =>
  document.documentElement.toggleAttribute('data-asked', isHeldBack);

/**
 * Makes the first view in `host` live as soon as the reader reaches for it or sets a slice, or at once if the
 * address asks for another view. What the reader did to its controls meanwhile, and to the links that it answers in
 * place, is then done again. Answers what makes
 * it live at once.
 */
export function onFirstUse(
  host: HTMLElement,
  load: () => Promise<Live>,
  asksOther = asksOtherView(host),
): () => void {
  const touched = new Map<Control, 'checked' | 'value'>();
  const pressed: HTMLElement[] = [];
  let entered: EventTarget | null = null;
  let loading = false;

  const begin = () => {
    if (loading) return;
    loading = true;
    load().then(takeOver, (error: unknown) => {
      loading = false;
      const link = pressed.findLast((each) => each instanceof HTMLAnchorElement);
      if (link) return follow(link);
      // Rather what is published than nothing.
      holdBack(false);
      const again = document.createElement('button');
      again.type = 'button';
      again.className = 'tool-button';
      // A press of it is heard like any other touch, and loads again.
      again.textContent = 'Try again';
      const said = document.createElement('p');
      said.append(`What you ask for cannot be shown: ${reasonOf(error)}. `, again);
      host.querySelector('[role="status"]')?.replaceChildren(said);
    });
  };
  const hear = (event: Event) => {
    const { type, target } = event;
    // A finger that scrolls is no wish for the megabytes that answer; one that presses is.
    if (type === 'pointermove' && (event as PointerEvent).pointerType === 'touch') return;
    if (type === 'input')
      touched.set(target as Control, (target as Control).type === 'checkbox' ? 'checked' : 'value');
    const control = type === 'click' && (target as Element).closest<HTMLElement>('button, a[data-step]');
    if (control && !isElsewhere(event as MouseEvent)) {
      pressed.push(control);
      // Where the page does not come alive the link is followed.
      if (control instanceof HTMLAnchorElement) event.preventDefault();
    }
    if (type === 'keydown' && (event as KeyboardEvent).key === 'Enter') entered = target;
    begin();
  };
  const events = ['pointermove', 'click', 'focusin', 'input', 'keydown'];

  function takeOver({ start }: Live): void {
    const before = [...touched].map(([control, name]) => [
      control,
      name,
      Reflect.get(control, name) as unknown,
    ]);
    for (const event of events) host.removeEventListener(event, hear);
    start(host);
    for (const [control, name, value] of before as [Control, string, unknown][]) {
      Reflect.set(control, name, value);
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    }
    for (const control of pressed) control.click();
    const { activeElement } = document;
    if (host.contains(activeElement)) activeElement!.dispatchEvent(new FocusEvent('focus'));
    // Once the text before it has been taken in.
    setTimeout(() =>
      entered?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })),
    );
  }

  for (const event of events) host.addEventListener(event, hear);
  onReaderSlice(begin);
  holdBack(asksOther);
  if (asksOther) begin();
  return begin;
}
