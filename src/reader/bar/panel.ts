import type { Engine } from '../../engine/engine.ts';
import { parseSlice, preparationOf, sameSlice, wholeTable, type Slice } from '../../slice/slice.ts';
import { readForm, showGroups, writeForm } from './form.ts';
import { choicesOf } from './choices.ts';
import { mountNames } from '../ui/combobox.ts';
import { countModels } from './count.ts';
import { mountRange, type Control } from '../ui/range-slider.ts';

/** The form of the bar: plain fields with sliders and lists of names, showing one slice. */
export class Panel {
  readonly #form: HTMLFormElement;
  readonly #controls: readonly Control[];
  #slice: Slice = wholeTable;
  #counting = new AbortController();

  constructor(form: HTMLFormElement, choicesUrl: string) {
    this.#form = form;
    const groups = (kind: string) => [...form.querySelectorAll<HTMLElement>(`fieldset[data-kind=${kind}]`)];
    this.#controls = [
      ...groups('numbers').map(mountRange),
      ...groups('names').map((group) =>
        mountNames(group, () => choicesOf(choicesUrl, group.dataset.field ?? '', preparationOf(this.#slice))),
      ),
    ];
  }

  /** Shows a slice in the fields, the presets and the folded groups. */
  show(slice: Slice): void {
    this.#counting.abort();
    this.#slice = slice;
    writeForm(this.#form, slice);
    showGroups(this.#form, slice);
    for (const control of this.#controls) control.refresh();
    for (const link of this.#form.querySelectorAll<HTMLAnchorElement>('a.preset')) {
      const preset = parseSlice(new URL(link.href).searchParams).slice;
      if (sameSlice(preset, slice)) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  /** The slice that the fields say; what cannot be read is named in `problems`. */
  read(): ReturnType<typeof readForm> {
    return readForm(this.#form);
  }

  /** Counts the slice that the fields are being changed to, before the page is asked; the newest count shows. */
  async count(load: () => Promise<Engine>, show: (slice: Slice, models: number) => void): Promise<void> {
    this.#counting.abort();
    this.#counting = new AbortController();
    const { signal } = this.#counting;
    const { slice, problems } = this.read();
    if (problems.length > 0) return;
    try {
      const models = await countModels(await load(), slice, signal);
      if (!signal.aborted) show(slice, models);
    } catch {
      // The slice itself will say what is wrong with the engine.
    }
  }
}
