import {
  describeSlice,
  formatSlice,
  preparationOf,
  sameSlice,
  wholeTable,
  type Slice,
} from '../../slice/slice.ts';
import { noticeOf, unknownParameters } from '../../slice/unknown-parameters.ts';
import { onUnfolded } from '../answers/folded.ts';
import { isFailedImport, reasonOf } from '../failed-import.ts';
import { canRedo, canUndo, onSteps, pageAddress, pageQuery, redo, undo } from '../address.ts';
import { onPageAnswerJoined, pageAnswers } from '../answers/page-answers.ts';
import { carryQuery, goToSlice, onReaderSlice, readerSlice, type ReaderSlice } from '../reader-slice.ts';
import { button } from '../ui/button.ts';
import type { Panel } from './panel.ts';
import { StatusLine } from './status-line.ts';

const sliced = '.is-sliced[data-stat], .is-sliced[data-claim], .is-sliced[data-figure]';
const isWhole = (slice: Slice) => sameSlice(slice, wholeTable);
const figures = (value: number) => value.toLocaleString('en');

/** The bar on which the reader sets the slice; the slice lives in the address of the page. */
class ResliceBar extends HTMLElement {
  #slice: Slice = wholeTable;
  #notice = '';
  /** What cannot be read in the form; the slice stays as it was until that is put right. */
  #problem = '';
  /** Whether a slice waits for the engine. */
  #isAwaiting = false;
  /** Unknown parameters that the reader has been told of. */
  #unknown = '';
  #run = new AbortController();
  #status!: StatusLine;
  #panel: Promise<Panel> | undefined;

  connectedCallback(): void {
    const { toggle, form, status } = this.#parts();
    this.#status = new StatusLine(status);
    // A pointer that moves, not one that the page scrolled the bar under.
    for (const event of ['pointermove', 'pointerdown', 'focusin'] as const)
      this.addEventListener(event, () => this.#reach(), { once: true });
    form.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('click', (event) => this.#pressed(event));
    this.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || form.hidden) return;
      void this.#open(false);
      toggle.focus();
    });
    onSteps(() => this.#showSteps());
    this.#showSteps();
    onReaderSlice((read) => this.#read(read));
    onPageAnswerJoined(() => void this.#apply(this.#slice));
    onUnfolded(() => void this.#apply(this.#slice));
    this.#read(readerSlice());
  }

  #parts() {
    const find = <T extends HTMLElement>(name: string) => this.querySelector<T>(`.reslice-${name}`)!;
    return {
      state: find('state'),
      status: find('status'),
      toggle: find<HTMLButtonElement>('toggle'),
      undo: find<HTMLButtonElement>('undo'),
      redo: find<HTMLButtonElement>('redo'),
      reset: find<HTMLButtonElement>('reset'),
      copy: find<HTMLButtonElement>('copy'),
      form: find<HTMLFormElement>('form'),
      count: find('count'),
    };
  }

  #pressed({ target }: MouseEvent): void {
    const { toggle, form, reset, copy, undo: back, redo: forward } = this.#parts();
    const pressed = (target as Element).closest('button');
    if (pressed === toggle) void this.#open(form.hidden !== false);
    else if (pressed === reset) {
      // The button goes with the slice.
      toggle.focus();
      goToSlice(wholeTable);
    } else if (pressed === copy) void this.#copyLink();
    else if (pressed === back) undo();
    else if (pressed === forward) redo();
  }

  /** Starts to load what the reader is about to want. */
  #reach(): void {
    this.#load().catch(() => undefined);
    this.#form().catch(() => undefined);
  }

  /** Loads what makes the form work, once. */
  #form(): Promise<Panel> {
    this.#panel ??= import('./panel.ts')
      .then(({ Panel }) => {
        const { form, count } = this.#parts();
        const panel = new Panel(form, this.dataset.choices ?? '', {
          load: () => this.#load(),
          counted: (slice, models) => (count.textContent = this.#words(slice, models)),
          unread: (problem) => this.#status.say((this.#problem = problem)),
        });
        panel.show(this.#slice);
        return panel;
      })
      .catch((error: unknown) => {
        this.#panel = undefined;
        throw error;
      });
    return this.#panel;
  }

  async #open(open: boolean): Promise<void> {
    const { toggle, form } = this.#parts();
    if (open)
      await this.#form().catch(() =>
        this.#status.say('The filters could not be loaded; the links to slices work all the same.'),
      );
    form.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
    this.classList.toggle('is-open', open);
  }

  #showSteps(): void {
    const { undo: back, redo: forward } = this.#parts();
    back.disabled = !canUndo();
    forward.disabled = !canRedo();
  }

  #read({ slice, problems }: ReaderSlice): void {
    const declared = this.dataset.parameters?.split(' ');
    const unknown = unknownParameters(pageQuery(), declared);
    const told = unknown.map((name) => `&${name}`).join('');
    this.#notice = noticeOf(problems, told === this.#unknown ? [] : unknown);
    this.#unknown = told;
    this.#problem = '';
    void this.#apply(slice);
  }

  /** What the reader should know whatever the slice answers: of the address, and of the form since. */
  #notices(): string[] {
    return [this.#notice, this.#problem].filter((text) => text !== '');
  }

  /** Shows the slice in the bar and lets the page answer it. */
  async #apply(slice: Slice): Promise<void> {
    this.#run.abort(new DOMException('A newer slice was asked.', 'AbortError'));
    this.#run = new AbortController();
    const { signal } = this.#run;
    this.#slice = slice;
    this.#show(slice);
    // A page of its own tables has nothing published to show; it always asks the engine.
    if (isWhole(slice) && pageAnswers().length === 0) {
      this.#isAwaiting = false;
      this.#state();
      this.#status.tell(this.#notices());
      await this.#restore(signal);
      if (!signal.aborted) this.#pending(false);
      return;
    }
    this.#isAwaiting = true;
    try {
      this.#pending(true);
      this.#parts().count.textContent = 'Counting …';
      const [engine, { answerPage, countModels, remarksOn }] = await Promise.all([
        this.#load(),
        import('./answering.ts').then((parts) => {
          parts.preloadLive(document);
          return parts;
        }),
      ]);
      signal.throwIfAborted();
      // First in the engine's queue, so that the count stands before anything else is asked.
      const counted = countModels(engine, slice, signal).then((models) => {
        this.#state(models);
        return models;
      });
      const [models, { drawn }] = await Promise.all([counted, answerPage(engine, slice, document, signal)]);
      this.#status.tell(this.#notices());
      const [remarks] = await Promise.all([remarksOn(engine, slice, models, signal), drawn]);
      if (signal.aborted) return;
      if (remarks.length > 0) this.#status.tell([...this.#notices(), ...remarks]);
      this.#pending(false);
    } catch (error) {
      if (signal.aborted) return;
      this.#pending(false);
      this.#failed(error, signal);
    }
  }

  /** Shows a slice in the form, the buttons and the links of the page. */
  #show(slice: Slice): void {
    const { reset, copy } = this.#parts();
    const whole = isWhole(slice);
    void this.#panel?.then((panel) => panel.show(this.#slice));
    reset.hidden = whole;
    copy.hidden = whole;
    this.classList.toggle('is-sliced', !whole);
    carryQuery(document, formatSlice(slice));
  }

  /** Starts the engine once; says how far it has come while a slice waits for it. */
  async #load() {
    const { loadEngine } = await import('../load-engine.ts');
    return loadEngine(this.dataset.manifest ?? '', this.#status, () => this.#isAwaiting);
  }

  /** Says why a slice was not answered, and shows what is published unless a newer slice came in between. */
  #failed(error: unknown, signal: AbortSignal): void {
    const cancelled = error instanceof DOMException && error.name === 'AbortError';
    const reason = cancelled
      ? 'Loading was cancelled'
      : `The slice could not be answered: ${reasonOf(error)}`;
    // What still loads no longer speaks of its progress: nothing waits for it.
    this.#isAwaiting = false;
    const { state, count } = this.#parts();
    state.textContent = this.#words(wholeTable, 0);
    count.textContent = '';
    this.#status.say(
      `${this.#notice} ${reason}. The page shows the published numbers. `.trimStart(),
      isFailedImport(error)
        ? button('Reload the page', () => location.reload())
        : button('Try again', () => void this.#apply(this.#slice)),
    );
    void this.#restore(signal);
  }

  /** Shows what is published where an older slice was answered, unless a newer one came in between. */
  async #restore(signal: AbortSignal): Promise<void> {
    if (!document.querySelector(sliced)) return;
    const { restorePage } = await import('./answering.ts');
    if (!signal.aborted) restorePage(document);
  }

  #words(slice: Slice, models: number): string {
    const total = Number(this.dataset[preparationOf(slice)]);
    return isWhole(slice) ? `All ${figures(total)} models` : `${figures(models)} of ${figures(total)} models`;
  }

  /** Says what the page shows: all models, or how many the slice keeps and which. */
  #state(models = Number(this.dataset.reviewed)): void {
    const { state, count } = this.#parts();
    const words = [
      ...describeSlice(this.#slice),
      ...(preparationOf(this.#slice) === 'prepared' ? ['the seed’s preparation'] : []),
    ].join(', ');
    const text = this.#words(this.#slice, models);
    count.textContent = text;
    state.textContent = words === '' ? text : `${text}: ${words}`;
  }

  #pending(pending: boolean): void {
    document.documentElement.classList.toggle('is-answering', pending);
    for (const element of document.querySelectorAll('[data-stat]'))
      element.classList.toggle('is-pending', pending);
  }

  async #copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(pageAddress());
      this.#status.say('The link to this slice is copied.');
    } catch {
      this.#status.say(`The browser does not let the page copy. The link: ${pageAddress()}`);
    }
  }
}

customElements.define('reslice-bar', ResliceBar);
