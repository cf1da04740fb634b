import { nearestStop, stopsOf, type Scale } from './stops.ts';

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
  const [fromField, toField] = [...group.querySelectorAll<HTMLInputElement>('input[type=number]')] as [
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
    const words = (field: HTMLInputElement, open: string) =>
      field.value === '' ? open : `${field.value} ${unit}`.trim();
    from.setAttribute('aria-valuetext', words(fromField, 'open'));
    to.setAttribute('aria-valuetext', words(toField, 'open'));
  }

  function refresh(): void {
    const at = (field: HTMLInputElement, open: number) =>
      field.value === '' ? open : nearestStop(stops, Number(field.value), scale.spread);
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

  // A press on the line moves the handle that is nearer.
  place.addEventListener('pointerdown', (event) => {
    if (event.target !== place) return;
    event.preventDefault();
    const { left, width } = place.getBoundingClientRect();
    const position = Math.round(((event.clientX - left) / width) * end);
    const nearer =
      Math.abs(position - from.valueAsNumber) < Math.abs(position - to.valueAsNumber) ? from : to;
    nearer.value = String(position);
    nearer.focus();
    moved(nearer);
    nearer.dispatchEvent(new Event('change', { bubbles: true }));
  });

  place.replaceChildren(from, to);
  refresh();
  return { refresh };
}
