import { preparationOf, wholeTable, type Slice } from '../../slice/slice.ts';
import { readForm, showGroups, writeForm } from './form.ts';
import { choicesOf } from './choices.ts';
import { mountNames } from './names.tsx';
import { onDismissal } from '../ui/dismissal.ts';
import { mountRange, type Control } from '../ui/range-slider.ts';
import { newest } from '../newest.ts';
import { goToSlice } from '../reader-slice.ts';
import '../presets.ts';
import { mountChoice } from '../versus/choice.ts';
import type { BarEvent } from './machine.ts';

/** The bar around the form. */
interface Bar {
  /** What is of the bar: a press elsewhere leaves the form. */
  element: HTMLElement;
  /** The button that opens and closes the form. */
  toggle: HTMLElement;
  count(slice: Slice, signal: AbortSignal): Promise<number>;
  send(event: BarEvent): void;
}

/** The form of the bar: plain fields with sliders and lists of names, showing one slice. */
export class Panel {
  readonly #form: HTMLFormElement;
  readonly #bar: Bar;
  readonly #controls: readonly Control[];
  #slice: Slice = wholeTable;
  readonly #counting = newest();

  constructor(form: HTMLFormElement, choicesUrl: string, bar: Bar) {
    this.#form = form;
    this.#bar = bar;
    form.addEventListener('change', (event) => this.#changed(event.target as HTMLInputElement));
    form.addEventListener('input', () => void this.#count());
    onDismissal([bar.element], new AbortController().signal, (byKey) => this.#leave(byKey));
    mountChoice(form);
    const groups = (kind: string) => [...form.querySelectorAll<HTMLElement>(`fieldset[data-kind=${kind}]`)];
    this.#controls = [
      ...groups('numbers').map(mountRange),
      ...groups('names').map((group) =>
        mountNames(group, () => choicesOf(choicesUrl, group.dataset.field ?? '', preparationOf(this.#slice))),
      ),
    ];
  }

  /** Shows a slice in the fields and the folded groups. */
  show(slice: Slice): void {
    this.#counting();
    this.#slice = slice;
    writeForm(this.#form, slice);
    showGroups(this.#form, slice);
    for (const control of this.#controls) control.refresh();
  }

  #leave(byKey: boolean): void {
    if (this.#form.hidden) return;
    this.#bar.send({ type: 'toggled' });
    if (byKey) this.#bar.toggle.focus({ preventScroll: true });
  }

  #changed(field: HTMLInputElement): void {
    // A year that is being typed is 2, 20 and 202 first.
    if (field.type === 'date' && field.value !== '' && field.value < '1000') return;
    const { slice, problems } = readForm(this.#form);
    if (problems.length > 0) this.#bar.send({ type: 'unread', problem: problems.join('. ') });
    else goToSlice(slice);
  }

  /** Counts the slice that the form is being changed to, before it is asked of the page; the newest count shows. */
  async #count(): Promise<void> {
    const signal = this.#counting();
    const { slice, problems } = readForm(this.#form);
    if (problems.length > 0) return;
    try {
      const models = await this.#bar.count(slice, signal);
      if (!signal.aborted) this.#bar.send({ type: 'previewed', slice, models });
    } catch {
      // The slice itself will say what is wrong with the engine.
    }
  }
}
