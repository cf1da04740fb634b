import type { TooltipHandler } from 'vega';

/** A name and a value of a mark, as its tooltip lists them. */
export type Words = readonly (readonly [name: string, value: string])[];

/** What a chart's tooltip says of a mark, line by line; a blank value is left out. */
export function tooltipWords(value: unknown): Words {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object') return [['', String(value)]];
  return Object.entries(value)
    .map(([name, each]) => [name, String(each)] as const)
    .filter(([, text]) => text !== '');
}

function element(): HTMLElement {
  const found = document.getElementById('vg-tooltip-element');
  if (found) return found;
  const made = document.createElement('div');
  made.id = 'vg-tooltip-element';
  // What it says stands in the table, too.
  made.setAttribute('aria-hidden', 'true');
  document.body.append(made);
  return made;
}

/** Lines of names and values as a table. The values are data, so they are set as text. */
export function wordsTable(words: Words): HTMLTableElement {
  const table = document.createElement('table');
  for (const [name, value] of words) {
    const line = table.insertRow();
    const cells = [line.insertCell(), line.insertCell()] as const;
    [cells[0].className, cells[1].className] = ['key', 'value'];
    [cells[0].textContent, cells[1].textContent] = [name, value];
  }
  return table;
}

/** Shows words beside a place of the window, within the window. */
export function showTooltip(words: Words, at: { x: number; y: number }): void {
  const tip = element();
  tip.replaceChildren(wordsTable(words));
  tip.classList.add('visible');
  const { width, height } = tip.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = at.x + 12 + width > clientWidth ? at.x - width - 12 : at.x + 12;
  const top = at.y + 14 + height > clientHeight ? at.y - height - 10 : at.y + 14;
  tip.style.left = `${Math.max(4, Math.min(left, clientWidth - width - 4))}px`;
  tip.style.top = `${Math.max(4, top)}px`;
}

export function hideTooltip(): void {
  document.getElementById('vg-tooltip-element')?.classList.remove('visible');
}

/** Shows what the mark under the pointer says. */
export const tooltip: TooltipHandler = (_handler, event, _item, value) => {
  const words = tooltipWords(value);
  if (words.length === 0) hideTooltip();
  else showTooltip(words, { x: event.clientX, y: event.clientY });
};
