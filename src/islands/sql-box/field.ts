import type { Place } from '../../engine/query-place.ts';

/** Where a query is written. */
export interface Field {
  read(): string;
  /** Puts a text in the place of what stands there. */
  write(text: string): void;
  /** Writes at the cursor, or over what is selected, and takes the focus. */
  insert(text: string): void;
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
    insert: (text) => put(text, area.selectionStart, area.selectionEnd),
    replace: ({ from, to }, text) => put(text, from, to),
    mark: ({ from, to }) => {
      area.setAttribute('aria-invalid', 'true');
      area.focus();
      area.setSelectionRange(from, to);
    },
    clear: () => area.removeAttribute('aria-invalid'),
  };
}
