import { fields } from '../../slice/fields.ts';
import { parseSlice, type Slice } from '../../slice/slice.ts';

const all = Object.values(fields);

const input = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | RadioNodeList | null;
const textOf = (form: HTMLFormElement, name: string) =>
  (input(form, name) as HTMLInputElement | null)?.value ?? '';
const boxes = (form: HTMLFormElement, name: string) => [
  ...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
];

/**
 * Reads the slice that the form shows. What it cannot read is named in `problems` and marked in the form, so that
 * a reader who comes back to a field hears of it there.
 */
export function readForm(form: HTMLFormElement): ReturnType<typeof parseSlice> {
  const query = new URLSearchParams();
  for (const { key, kind } of all) {
    const [from, to] = [textOf(form, `${key}-from`), textOf(form, `${key}-to`)];
    const separator = kind === 'numbers' ? '-' : '..';
    const text =
      kind === 'choice' || kind === 'choices'
        ? boxes(form, key)
            .filter(({ checked }) => checked)
            .map(({ value }) => value)
            .join(',')
        : kind === 'names' || kind === 'words'
          ? textOf(form, key)
          : from === '' && to === ''
            ? ''
            : `${from}${separator}${to}`;
    if (text !== '') query.set(key, text);
    const unread = parseSlice(new URLSearchParams([[key, text]])).problems.length > 0;
    for (const name of [key, `${key}-from`, `${key}-to`])
      for (const box of boxes(form, name)) box.setAttribute('aria-invalid', String(unread));
  }
  return parseSlice(query);
}

/** Shows a slice in the form. */
export function writeForm(form: HTMLFormElement, slice: Slice): void {
  for (const field of all) {
    const { key, kind } = field;
    const text = field.format(slice[key as keyof Slice] as never);
    if (kind === 'choice' || kind === 'choices') {
      const chosen = text.split(',');
      for (const box of boxes(form, key)) box.checked = chosen.includes(box.value);
    } else if (kind === 'names' || kind === 'words') {
      const box = input(form, key) as HTMLInputElement | null;
      if (box) box.value = text;
    } else {
      const [from = '', to = ''] = text.split(kind === 'numbers' ? '-' : '..');
      for (const [name, value] of [
        [`${key}-from`, from],
        [`${key}-to`, to],
      ] as const) {
        const box = input(form, name) as HTMLInputElement | null;
        // A number that means the same, such as 9.0 for 9, stays as it was typed.
        if (box && !(box.value !== '' && value !== '' && Number(box.value) === Number(value)))
          box.value = value;
      }
    }
  }
}

/** Says behind which folded groups of fields something filters, and unfolds a group when that begins. */
export function showGroups(form: HTMLFormElement, slice: Slice): void {
  for (const group of form.querySelectorAll('details')) {
    const keys = [...group.querySelectorAll<HTMLElement>('[data-field]')].map((each) => each.dataset.field);
    const set = all.filter((field) => {
      const text = field.format(slice[field.key as keyof Slice] as never);
      return keys.includes(field.key) && text !== '';
    }).length;
    const badge = group.querySelector<HTMLElement>('.reslice-set')!;
    if (set > 0 && badge.textContent === '') group.open = true;
    badge.textContent = set === 0 ? '' : `${set} set`;
  }
}
