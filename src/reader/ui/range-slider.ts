import { nearestStop, stopsOf, type Scale } from './stops.ts';
import { typedNumber } from './typed-number.ts';

/** Milliseconds without a key after which a run of keys is over. */
const betweenKeys = 400;

/** The number in a field; undefined where it is blank or not read, which leaves its side open. */
function numberIn({ value }: HTMLInputElement, unit: string): number | undefined {
  const typed = typedNumber(value, unit);
  return typeof typed === 'number' ? typed : undefined;
}

/** A control that can be told to show again what the fields of the form hold. */
export interface Control {
  refresh(): void;
}

/**
 * Lays a slider of two handles over the place for it in a group of two number fields, lower end first; slider
 * and fields always show the same. A handle at its end stands for an open side and leaves its field blank.
 */
export function mountRange(group: HTMLElement): Control {
  const place = group.querySelector<HTMLElement>('.range')!;
  const [fromField, toField] = [...group.querySelectorAll<HTMLInputElement>('.ends input')] as [
    HTMLInputElement,
    HTMLInputElement,
  ];
  const { least = '0', greatest = '1', spread = 'linear', unit = '', label = '' } = place.dataset;
  const scale: Scale = {
    least: Number(least),
    greatest: Number(greatest),
    spread: spread === 'log' ? 'log' : 'linear',
  };
  const stops = stopsOf(scale);
  const end = stops.length - 1;
  const [from, to] = [handle(`${label}, over`), handle(`${label}, up to`)];

  function handle(name: string): HTMLInputElement {
    const input = document.createElement('input');
    input.type = 'range';
    input.min = '0';
    input.max = String(end);
    input.step = '1';
    input.autocomplete = 'off';
    input.setAttribute('aria-label', name);
    return input;
  }

  function paint(): void {
    const [low, high] = [from.valueAsNumber, to.valueAsNumber];
    place.style.setProperty('--from', String(low / end));
    place.style.setProperty('--to', String(high / end));
    // Where both stand at the upper end the lower one must be the one that can be moved.
    place.classList.toggle('is-high', low > end / 2);
    const words = (field: HTMLInputElement) => {
      const number = numberIn(field, unit);
      return number === undefined ? 'open' : `${number} ${unit}`.trim();
    };
    from.setAttribute('aria-valuetext', words(fromField));
    to.setAttribute('aria-valuetext', words(toField));
  }

  function refresh(): void {
    const at = (field: HTMLInputElement, open: number) => {
      const number = numberIn(field, unit);
      return number === undefined ? open : nearestStop(stops, number, scale.spread);
    };
    from.value = String(at(fromField, 0));
    to.value = String(at(toField, end));
    paint();
  }

  function moved(handle: HTMLInputElement): void {
    // The handles stop at one another.
    if (handle === from) from.value = String(Math.min(from.valueAsNumber, to.valueAsNumber - 1));
    else to.value = String(Math.max(to.valueAsNumber, from.valueAsNumber + 1));
    const [low, high] = [from.valueAsNumber, to.valueAsNumber];
    if (handle === from) fromField.value = low === 0 ? '' : String(stops[low]);
    else toField.value = high === end ? '' : String(stops[high]);
    paint();
  }

  for (const each of [from, to]) each.addEventListener('input', () => moved(each));
  for (const field of [fromField, toField]) field.addEventListener('input', refresh);

  let waiting: ReturnType<typeof setTimeout> | undefined;
  function settle(handle: HTMLInputElement): void {
    clearTimeout(waiting);
    waiting = undefined;
    handle.dispatchEvent(new Event('change', { bubbles: true }));
  }

  // Keys move a handle stop by stop: a run of them is one change of the slice, and so one step to undo.
  for (const each of [from, to]) {
    let byKey = false;
    each.addEventListener('keydown', () => (byKey = true));
    each.addEventListener('pointerdown', () => (byKey = false));
    each.addEventListener('change', (event) => {
      if (!byKey || !event.isTrusted) return;
      event.stopPropagation();
      clearTimeout(waiting);
      waiting = setTimeout(() => settle(each), betweenKeys);
    });
    each.addEventListener('blur', () => {
      if (waiting !== undefined) settle(each);
    });
  }

  // A press on the line moves the handle that is nearer, and goes on to drag it.
  place.addEventListener('pointerdown', (event) => {
    if (event.target !== place) return;
    event.preventDefault();
    const { left, width } = place.getBoundingClientRect();
    const positionOf = ({ clientX }: PointerEvent) => Math.round(((clientX - left) / width) * end);
    const pressed = positionOf(event);
    const nearer = Math.abs(pressed - from.valueAsNumber) < Math.abs(pressed - to.valueAsNumber) ? from : to;
    const move = (each: PointerEvent) => {
      nearer.value = String(positionOf(each));
      nearer.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const done = new AbortController();
    const { signal } = done;
    place.setPointerCapture(event.pointerId);
    place.addEventListener('pointermove', move, { signal });
    place.addEventListener(
      'lostpointercapture',
      () => {
        done.abort();
        settle(nearer);
      },
      { signal },
    );
    nearer.focus();
    move(event);
  });

  place.replaceChildren(from, to);
  refresh();
  return { refresh };
}
