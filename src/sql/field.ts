import type { Place } from '../engine/query-place.ts';
import { setApart } from './set-apart.ts';

/** Where a query is written. */
export interface Field {
  read(): string;
  /** Puts a text in the place of what stands there. */
  write(text: string): void;
  /** Writes a name at the cursor, or over what is selected, apart from the words beside it; takes the focus. */
  insert(name: string): void;
  replace(place: Place, text: string): void;
  /** Shows a problem at its place. */
  mark(place: Place, message: string): void;
  /** Takes the mark away. */
  clear(): void;
}

/** The plain field, which stands in the page and serves until the editor has come, or in its place. */
export function textareaField(area: HTMLTextAreaElement, onChange: () => void): Field {
  area.addEventListener('input', onChange);
  const put = (text: string, from: number, to: number) => {
    area.focus();
    area.setRangeText(text, from, to, 'end');
    onChange();
  };
  return {
    read: () => area.value,
    write: (text) => {
      area.value = text;
      onChange();
    },
    insert(name) {
      const { selectionStart: from, selectionEnd: to, value } = area;
      put(setApart(value.slice(0, from), name, value.slice(to)), from, to);
    },
    replace: ({ from, to }, text) => put(text, from, to),
    mark: ({ from, to }) => {
      area.setAttribute('aria-invalid', 'true');
      area.focus();
      area.setSelectionRange(from, to);
    },
    clear: () => area.removeAttribute('aria-invalid'),
  };
}
