import { fields } from '../../slice/fields.ts';
import { parseSlice, type Slice } from '../../slice/slice.ts';
import { decimalText, mostDecimals, numberFault, typedNumber } from '../ui/typed-number.ts';

const all = Object.values(fields);

const input = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | RadioNodeList | null;
const textOf = (form: HTMLFormElement, name: string) =>
  (input(form, name) as HTMLInputElement | null)?.value ?? '';
const boxes = (form: HTMLFormElement, name: string) => [
  ...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
];

/** The words over a group of fields. */
const titleOf = (form: HTMLFormElement, key: string) =>
  form.querySelector(`[data-field="${key}"] legend`)?.textContent?.trim() ?? key;

/** Most that a bound may be: what an address can say. */
const greatest = 999_999;

/** What is wrong with a number that is typed as a bound, in words that follow the title of its field. */
function faultOf(text: string, unit: string): string | undefined {
  const typed = typedNumber(text, unit);
  if (typed === null) return undefined;
  if (typeof typed !== 'number') return numberFault(text, typed);
  if (typed < 0) return 'write a number from 0 up, such as 7.5';
  if (typed > greatest) return `write a number up to ${greatest}`;
  return Number(typed.toFixed(mostDecimals)) === typed
    ? undefined
    : `write at most ${mostDecimals} digits after the point`;
}

/** The text in which an address writes a bound that has been typed. */
const boundOf = (text: string, unit: string): string => {
  const typed = typedNumber(text, unit);
  return typeof typed === 'number' ? decimalText(typed) : '';
};

/** A range as the address writes it, blank where it is open on both sides or cannot be read, with what is wrong. */
function rangeOf(
  ends: readonly HTMLInputElement[],
  field: { kind: 'numbers'; unit: string } | { kind: 'days' },
): { text: string; fault?: string } {
  const { kind } = field;
  const faults = ends.map(({ value }) => (field.kind === 'numbers' ? faultOf(value, field.unit) : undefined));
  const [from = '', to = ''] = ends.map(({ value }) =>
    field.kind === 'numbers' ? boundOf(value, field.unit) : value,
  );
  const areRead = !faults.some((each) => each !== undefined) && from !== '' && to !== '';
  if (areRead && (kind === 'numbers' ? Number(from) >= Number(to) : from > to))
    faults.fill(
      kind === 'numbers'
        ? `the number after “over” must be smaller than the one after “up to”, and ${from} is not smaller than ${to}`
        : 'the first day must not be later than the last',
    );
  for (const [at, end] of ends.entries()) end.setAttribute('aria-invalid', String(faults[at] !== undefined));
  const fault = faults.find((each) => each !== undefined);
  if (fault !== undefined) return { text: '', fault };
  return { text: from === '' && to === '' ? '' : `${from}${kind === 'numbers' ? '-' : '..'}${to}` };
}

/**
 * Reads the slice that the form shows. What it cannot read is named in `problems`, in the words of the form, and
 * marked there, so that a reader who comes back to a field hears of it.
 */
export function readForm(form: HTMLFormElement): ReturnType<typeof parseSlice> {
  const query = new URLSearchParams();
  const faults: string[] = [];
  for (const field of all) {
    const { key, kind } = field;
    if (field.kind === 'numbers' || field.kind === 'days') {
      const ends = [`${key}-from`, `${key}-to`].flatMap((name) => boxes(form, name));
      const { text, fault } = rangeOf(ends, field);
      if (fault !== undefined) faults.push(`${titleOf(form, key)}: ${fault}`);
      if (text !== '') query.set(key, text);
      continue;
    }
    const text =
      kind === 'choice' || kind === 'choices'
        ? boxes(form, key)
            .filter(({ checked }) => checked)
            .map(({ value }) => value)
            .join(',')
        : textOf(form, key);
    if (text !== '') query.set(key, text);
    const unread = parseSlice(new URLSearchParams([[key, text]])).problems.length > 0;
    for (const box of boxes(form, key)) box.setAttribute('aria-invalid', String(unread));
  }
  const { slice, problems } = parseSlice(query);
  return { slice, problems: [...faults, ...problems] };
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
        // A number that means the same, such as 7,50 for 7.5, stays as it was typed.
        const isSame =
          field.kind === 'numbers' &&
          value !== '' &&
          typedNumber(box?.value ?? '', field.unit) === Number(value);
        if (box && !isSame) box.value = value;
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
