import {
  describeSlice,
  formatSlice,
  parseSlice,
  preparationOf,
  sameSlice,
  wholeTable,
  type Slice,
} from '../slice/slice.ts';
import { readForm, writeForm } from './form.ts';
import { carryQuery } from './links.ts';
import { onPageAnswerJoined, pageAnswers } from './page-answers.ts';
import { goToSlice, onReaderSlice, readerSlice } from './reader-slice.ts';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** The bar on which the reader sets the slice; the slice lives in the address of the page. */
class ResliceBar extends HTMLElement {
  #slice: Slice = wholeTable;
  #run = new AbortController();
  #ready = false;

  connectedCallback(): void {
    const { toggle, form, reset, copy } = this.#parts();
    toggle.addEventListener('click', () => this.#open(form.hidden !== false));
    // A pointer that moves, not one that the page scrolled the bar under.
    for (const event of ['pointermove', 'pointerdown', 'focusin'] as const)
      this.addEventListener(event, () => void this.#load().catch(() => undefined), { once: true });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', () => this.#fromForm());
    form.addEventListener('click', (event) => this.#preset(event));
    reset.addEventListener('click', () => goToSlice(wholeTable));
    copy.addEventListener('click', () => void this.#copyLink());
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !form.hidden) {
        this.#open(false);
        toggle.focus();
      }
    });
    onReaderSlice(({ slice, problems }) => void this.#apply(slice, problems));
    onPageAnswerJoined(() => void this.#apply(this.#slice, []));
    this.#fromAddress();
  }

  #parts() {
    const find = <T extends HTMLElement>(name: string) => this.querySelector<T>(`.reslice-${name}`)!;
    return {
      state: find('state'),
      status: find('status'),
      toggle: find<HTMLButtonElement>('toggle'),
      reset: find<HTMLButtonElement>('reset'),
      copy: find<HTMLButtonElement>('copy'),
      form: find<HTMLFormElement>('form'),
    };
  }

  #open(open: boolean): void {
    const { toggle, form } = this.#parts();
    form.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
    this.classList.toggle('is-open', open);
  }

  #fromAddress(): void {
    const { slice, problems } = readerSlice();
    void this.#apply(slice, problems);
  }

  #fromForm(): void {
    const { slice, problems } = readForm(this.#parts().form);
    if (problems.length > 0) this.#say(problems.join('. '));
    else goToSlice(slice);
  }

  #preset(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.preset');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { slice } = parseSlice(new URL(link.href).searchParams);
    goToSlice(sameSlice(slice, this.#slice) ? wholeTable : slice);
  }

  /** Shows the slice in the bar and lets the page answer it. */
  async #apply(slice: Slice, problems: string[]): Promise<void> {
    this.#run.abort(new DOMException('A newer slice was asked.', 'AbortError'));
    this.#run = new AbortController();
    const { signal } = this.#run;
    this.#slice = slice;
    const { form, reset, copy } = this.#parts();
    const query = formatSlice(slice);
    const whole = sameSlice(slice, wholeTable);
    writeForm(form, slice);
    reset.hidden = whole;
    copy.hidden = whole;
    this.classList.toggle('is-sliced', !whole);
    for (const link of form.querySelectorAll<HTMLAnchorElement>('a.preset')) {
      const current = !whole && sameSlice(parseSlice(new URL(link.href).searchParams).slice, slice);
      if (current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    carryQuery(document, query);
    const notice = problems.map((problem) => `Left out of the slice: ${problem}.`).join(' ');
    // A page of its own tables has nothing published to show; it always asks the engine.
    if (whole && pageAnswers().length === 0) {
      this.#state();
      this.#say(notice);
      if (document.querySelector('.is-sliced[data-stat], .is-sliced[data-claim], .is-sliced[data-figure]')) {
        const { restorePage } = await import('./restore-page.ts');
        if (!signal.aborted) restorePage(document);
      }
      this.#pending(false);
      return;
    }
    try {
      this.#pending(true);
      void import('./live-figure.ts').then(({ preloadLive }) => preloadLive(document));
      const [engine, { answerPage }] = await Promise.all([this.#load(), import('./answer-page.ts')]);
      signal.throwIfAborted();
      const { models, drawn } = await answerPage(engine, slice, document, signal);
      this.#state(models);
      this.#say(notice);
      await drawn;
      if (!signal.aborted) this.#pending(false);
    } catch (error) {
      if (signal.aborted) return;
      this.#pending(false);
      this.#failed(error, notice);
    }
  }

  /** Starts the engine once; says how far it has come while a slice waits for it. */
  async #load() {
    const { openSession, onProgress } = await import('./session.ts');
    const stop = onProgress(({ loaded, total }) => {
      if (this.#ready || (sameSlice(this.#slice, wholeTable) && pageAnswers().length === 0)) return;
      this.#progress(loaded, total);
    });
    try {
      const engine = await openSession(this.dataset.manifest ?? '');
      this.#ready = true;
      return engine;
    } finally {
      stop();
    }
  }

  #progress(loaded: number, total: number): void {
    const { status } = this.#parts();
    let bar = status.querySelector('progress');
    if (!bar) {
      bar = document.createElement('progress');
      const cancel = button(
        'Cancel',
        () => void import('./session.ts').then((session) => session.cancelSession()),
      );
      status.replaceChildren(bar, document.createElement('span'), cancel);
      status.hidden = false;
    }
    bar.max = total;
    bar.value = loaded;
    bar.setAttribute('aria-label', 'Loading the engine that answers slices');
    status.querySelector('span')!.textContent =
      loaded < total
        ? ` Loading the engine: ${megabytes(loaded)} of ${megabytes(total)} MB. The page shows the published numbers. `
        : ' Starting the engine. ';
  }

  #failed(error: unknown, notice: string): void {
    const cancelled = error instanceof DOMException && error.name === 'AbortError';
    const reason = cancelled
      ? 'Loading was cancelled'
      : `The slice could not be answered: ${error instanceof Error ? error.message : String(error)}`;
    const { status } = this.#parts();
    status.replaceChildren(
      `${notice} ${reason.replace(/\.$/, '')}. The page shows the published numbers. `.trimStart(),
      button('Try again', () => this.#fromAddress()),
    );
    status.hidden = false;
    void import('./restore-page.ts').then(({ restorePage }) => restorePage(document));
  }

  #say(text: string): void {
    const { status } = this.#parts();
    status.textContent = text;
    status.hidden = text === '';
  }

  /** Says what the page shows: all models, or how many the slice keeps and which. */
  #state(models?: number): void {
    const count = (value: number) => value.toLocaleString('en');
    const preparation = preparationOf(this.#slice);
    const total = Number(this.dataset[preparation]);
    const words = [
      ...describeSlice(this.#slice),
      ...(preparation === 'prepared' ? ['the seed’s preparation'] : []),
    ].join(', ');
    this.#parts().state.textContent =
      models === undefined
        ? `All ${count(total)} models`
        : `${count(models)} of ${count(total)} models: ${words}`;
  }

  #pending(pending: boolean): void {
    document.documentElement.classList.toggle('is-answering', pending);
    for (const element of document.querySelectorAll('[data-stat]'))
      element.classList.toggle('is-pending', pending);
  }

  async #copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.#say('The link to this slice is copied.');
    } catch {
      this.#say(`The browser does not let the page copy. The link: ${location.href}`);
    }
  }
}

function button(text: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', press);
  return element;
}

customElements.define('reslice-bar', ResliceBar);
