import type { Control } from './range-slider.ts';
import { mostSuggestions, suggest, type Choice } from '../bar/suggest.ts';
import { reasonOf } from '../failed-import.ts';

/** Stands for a blank cell; written so that it cannot be taken for a name. */
const words = (name: string) => (name === 'none' ? 'none given' : name);

/**
 * Puts a combobox with removable chips in place of the text field of a group. The field, then hidden, keeps
 * the chosen names with commas between them and tells its form of every change. The pattern is the WAI-ARIA
 * editable combobox with a list. The choices are asked
 * for when the reader first reaches the field. Names are strangers' text: they are only ever set as text.
 */
export function mountNames(group: HTMLElement, choices: () => Promise<Choice[]>): Control {
  const field = group.querySelector<HTMLInputElement>('input')!;
  const label = field.getAttribute('aria-label') ?? '';
  const base = `slice-${field.name}`;
  let known: Choice[] = [];
  let shown: Choice[] = [];
  let active = -1;

  const chips = document.createElement('ul');
  chips.className = 'names-chosen';
  chips.setAttribute('aria-label', `${label}: chosen`);
  const input = document.createElement('input');
  input.type = 'text';
  input.id = `${base}-input`;
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.setAttribute('autocapitalize', 'off');
  input.maxLength = 100;
  input.placeholder = 'Type to search';
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-label', label],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', `${base}-list`],
  ] as const)
    input.setAttribute(name, value);
  const list = document.createElement('ul');
  list.id = `${base}-list`;
  list.className = 'names-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  list.hidden = true;
  const said = document.createElement('p');
  said.className = 'names-said';
  said.setAttribute('aria-live', 'polite');
  const box = document.createElement('div');
  box.className = 'names';
  box.append(chips, input, list, said);

  const chosen = () => field.value.split(',').filter((name) => name !== '');
  const spelt = (name: string) => known.find((choice) => choice.name.toLowerCase() === name)?.name ?? name;

  function choose(names: readonly string[]): void {
    field.value = names.join(',');
    input.value = '';
    refresh();
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function remove(name: string): void {
    choose(chosen().filter((each) => each !== name));
    input.focus();
  }

  function refresh(): void {
    chips.replaceChildren(
      ...chosen().map((name) => {
        const chip = document.createElement('li');
        const text = document.createElement('span');
        text.textContent = words(spelt(name));
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = '×';
        button.setAttribute('aria-label', `Remove ${words(spelt(name))}`);
        button.addEventListener('click', () => remove(name));
        chip.append(text, button);
        return chip;
      }),
    );
    chips.hidden = chips.childElementCount === 0;
  }

  function mark(index: number): void {
    active = index;
    for (const [at, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(at === index));
    const option = list.children[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      // Within the list alone, so that the page does not move under the reader.
      const [top, bottom] = [(option as HTMLElement).offsetTop, (option as HTMLElement).offsetHeight];
      list.scrollTop = Math.min(Math.max(list.scrollTop, top + bottom - list.clientHeight), top);
    } else input.removeAttribute('aria-activedescendant');
  }

  function close(): void {
    list.hidden = true;
    said.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  }

  function open(): void {
    const text = input.value.trim();
    const found = suggest(known, text, chosen());
    shown = found.slice(0, mostSuggestions);
    list.replaceChildren(
      ...shown.map(({ name, models }, index) => {
        const option = document.createElement('li');
        option.id = `${base}-${index}`;
        option.setAttribute('role', 'option');
        const [title, count, unit] = [
          document.createElement('span'),
          document.createElement('span'),
          document.createElement('span'),
        ];
        title.textContent = words(name);
        count.className = 'names-count';
        count.textContent = models.toLocaleString('en');
        unit.className = 'sr-only';
        unit.textContent = models === 1 ? ' model' : ' models';
        count.append(unit);
        option.append(title, ' ', count);
        option.addEventListener('click', () => choose([...chosen(), name.toLowerCase()]));
        return option;
      }),
    );
    list.hidden = shown.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    said.textContent =
      shown.length === 0
        ? `No name with “${text}” in it.`
        : shown.length < found.length
          ? `${shown.length} of ${found.length} names; type to narrow.`
          : `${shown.length === 1 ? 'One name' : `${shown.length} names`}.`;
    mark(text !== '' && shown.length > 0 ? 0 : -1);
    if (!list.hidden) list.scrollIntoView({ block: 'nearest' });
  }

  /** Fetches the names, once, and opens the list if the reader still waits for it. */
  async function reach(): Promise<void> {
    try {
      known = await choices();
      refresh();
    } catch (error) {
      said.textContent = `The names could not be loaded: ${reasonOf(error)}. Write them in full and press Enter.`;
    }
  }

  async function offer(): Promise<void> {
    await reach();
    if (known.length > 0 && document.activeElement === input) open();
  }

  const step = (by: number) => {
    if (list.hidden) return void offer();
    const count = shown.length;
    mark(active === -1 ? (by > 0 ? 0 : count - 1) : (active + by + count) % count);
  };

  function take(): void {
    const choice = shown[active];
    const text = input.value.trim().toLowerCase();
    if (!list.hidden && choice) choose([...chosen(), choice.name.toLowerCase()]);
    // Without the list a name is taken as it is written; several may be pasted with commas between them.
    else if (text !== '' && (known.length === 0 || text.includes(','))) {
      const names = text.split(',').map((name) => name.trim());
      choose([...chosen(), ...names.filter((name) => name !== '')]);
    }
    close();
  }

  input.addEventListener('keydown', (event) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') step(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter') take();
    else if (key === 'Escape' && (!list.hidden || input.value !== '')) {
      if (list.hidden) input.value = '';
      close();
      // The bar itself stays open.
      event.stopPropagation();
    } else if (key === 'Backspace' && input.value === '' && chosen().length > 0)
      return remove(chosen().at(-1)!);
    else return;
    event.preventDefault();
  });
  // What is typed is no filter before it is chosen.
  for (const kind of ['input', 'change'] as const)
    input.addEventListener(kind, (event) => {
      event.stopPropagation();
      if (kind === 'input') void offer();
    });
  input.addEventListener('focus', () => void reach());
  input.addEventListener('click', () => void offer());
  input.addEventListener('blur', () => {
    close();
    const text = input.value.trim();
    if (text !== '') said.textContent = `“${text}” filters nothing until a name is chosen from the list.`;
  });
  // The press on a name must not take the focus from the field first.
  list.addEventListener('mousedown', (event) => event.preventDefault());

  field.type = 'hidden';
  field.after(box);
  refresh();
  return { refresh };
}
