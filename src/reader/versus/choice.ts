// In the panel of the bar: what the page's slice shall stand beside.
import { presets } from '../../slice/presets.ts';
import { parseSlice, sameSlice, wholeTable, type Slice } from '../../slice/slice.ts';
import { readerSlice, showReaderSlice } from '../reader-slice.ts';
import { part, plain } from '../ui/part.ts';
import { compareWith } from './address.ts';
import { askedVersus } from './asked.ts';
import { nameOf } from './sides.ts';

/** A slice to choose, with what it is called in the list. */
interface Choice {
  label: string;
  slice: Slice | null;
}

const nothing: Choice = { label: 'nothing', slice: null };
const offered: readonly { group: string; choices: readonly Choice[] }[] = [
  { group: '', choices: [nothing, { label: 'All models', slice: wholeTable }] },
  ...presets.map(({ group, presets: links }) => ({
    group,
    choices: links.map(({ label, query }) => ({
      label,
      slice: parseSlice(new URLSearchParams(query)).slice,
    })),
  })),
];

const same = (a: Slice | null, b: Slice | null) => (a && b ? sameSlice(a, b) : a === b);

/** What can be chosen: nothing, all models, the slice that is shown, the one of the address, and the presets. */
export function choicesOf(
  shown: Slice,
  versus: Slice | null,
): { group: string; choices: readonly Choice[] }[] {
  const known = offered.flatMap(({ choices }) => choices);
  const isNew = (slice: Slice | null) => !known.some((choice) => same(choice.slice, slice));
  const own: Choice[] = [
    ...(versus && isNew(versus) ? [{ label: nameOf(versus), slice: versus }] : []),
    ...(isNew(shown) && !same(shown, versus)
      ? [{ label: `${nameOf(shown)}: keep as B and set another`, slice: shown }]
      : []),
  ];
  const [first, ...rest] = offered;
  return [{ group: '', choices: [...first!.choices, ...own] }, ...rest];
}

/** Adds the list to the foot of the panel, on a page that can show two slices. */
export function mountChoice(form: HTMLFormElement): void {
  const bar = form.closest<HTMLElement>('reslice-bar');
  const foot = form.querySelector('.reslice-foot');
  if (bar?.dataset.parameters !== 'vs' || !foot) return;
  const select = part('select', plain);
  const label = part('label', { className: ['versus-choice'] }, 'Compare with ', select);
  let choices: Choice[] = [];
  const fill = () => {
    const { slice: versus } = askedVersus();
    const groups = choicesOf(readerSlice().slice, versus);
    choices = groups.flatMap((group) => group.choices);
    const options = new Map(
      choices.map((choice, index) => {
        const option = part('option', plain, choice.label);
        option.value = String(index);
        option.selected = same(choice.slice, versus);
        return [choice, option];
      }),
    );
    select.replaceChildren(
      ...groups.flatMap(({ group, choices: of }) => {
        const made = of.map((choice) => options.get(choice)!);
        if (group === '') return made;
        const grouped = part('optgroup', plain, ...made);
        grouped.label = group;
        return [grouped];
      }),
    );
  };
  select.addEventListener('change', (event) => {
    // The form itself asks of its fields alone.
    event.stopPropagation();
    compareWith(choices[Number(select.value)]!.slice);
  });
  select.addEventListener('input', (event) => event.stopPropagation());
  showReaderSlice(fill);
  fill();
  foot.append(label);
}
