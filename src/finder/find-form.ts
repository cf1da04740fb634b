import { h, render } from 'preact';
import { loadOnce } from '../reader/load-once.ts';
import { knownNamesIn, type NameColumns } from './known-names.ts';
import { Search } from './search.tsx';

/** Puts the search of the model finder in the place of the field of a form that leads there. */
export function offerModels(form: HTMLFormElement): void {
  const field = form.querySelector('input')!;
  const place = field.closest('.finder-search')!.parentElement!;
  const label = form.querySelector('label')!.textContent;
  const { modelSearch = '' } = form.dataset;
  const hadFocus = document.activeElement === field;
  const [name, initial] = [field.name, field.value];
  place.replaceChildren();
  render(
    h(Search, {
      label,
      name,
      initial,
      models: () => loadOnce<NameColumns>(modelSearch).then(knownNamesIn),
      choose(model) {
        place.querySelector('input')!.value = model;
        form.submit();
      },
    }),
    place,
  );
  const search = place.querySelector('input')!;
  search.setSelectionRange(initial.length, initial.length);
  if (hadFocus) search.focus({ preventScroll: true });
}
