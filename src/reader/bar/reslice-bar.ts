import { formatSlice, type Slice } from '../../slice/slice.ts';
import { unknownParameters } from '../../slice/unknown-parameters.ts';
import { canRedo, canUndo, carryQuery, onSteps, pageAddress, pageQuery } from '../address.ts';
import { onUnfolded } from '../answers/folded.ts';
import { onPageAnswerJoined, pageAnswers } from '../answers/page-answers.ts';
import { reload } from '../load-part.ts';
import { newest } from '../newest.ts';
import { goToSlice, onReaderSlice, readerSlice, type ReaderSlice } from '../reader-slice.ts';
import { button } from '../ui/button.ts';
import { askedVersus } from '../versus/asked.ts';
import { isWhole, next, published, type BarEvent, type BarState, type Effect, type Line } from './machine.ts';
import type { Panel } from './panel.ts';

const withoutForm = 'Filters could not be loaded; try again.';

/** The bar on which the reader sets the slice: it shows the state of the bar and does what the state asks for. */
class ResliceBar extends HTMLElement {
  #state!: BarState;
  readonly #ask = newest();
  #panel: Promise<Panel> | undefined;
  #engine: typeof import('../load-engine.ts') | undefined;

  connectedCallback(): void {
    const { reviewed, prepared } = this.dataset;
    const totals = { reviewed: Number(reviewed), prepared: Number(prepared) };
    this.#state = published(totals, pageAnswers().length > 0);
    // A pointer that moves, not one that the page scrolled the bar under.
    for (const event of ['pointermove', 'pointerdown', 'focusin'] as const)
      this.addEventListener(event, () => this.#reach(), { once: true });
    this.#part('form').addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('click', ({ target }) => {
      const type = (target as Element).closest<HTMLElement>('button:not([aria-disabled=true])')?.dataset
        .press;
      if (type) this.#send({ type } as BarEvent);
    });
    const steps = () => this.#send({ type: 'stepped', canUndo: canUndo(), canRedo: canRedo() });
    onSteps(steps);
    steps();
    onReaderSlice((read) => this.#read(read));
    onPageAnswerJoined(() => this.#send({ type: 'joined' }));
    onUnfolded(() => this.#send({ type: 'again' }));
    this.#read(readerSlice());
  }

  #part<T extends HTMLElement>(name: string): T {
    return this.querySelector<T>(`.reslice-${name}`)!;
  }

  #send(event: BarEvent): void {
    const before = this.#state;
    const [state, ...effects] = next(before, event);
    this.#state = state;
    this.#show(before);
    for (const effect of effects) this.#do(effect);
  }

  #read({ slice, problems }: ReaderSlice): void {
    const unknown = unknownParameters(pageQuery(), this.dataset.parameters?.split(' '));
    const { slice: versus, problems: unread } = askedVersus();
    this.#send({ type: 'read', slice, versus, problems, unread, unknown });
  }

  /** Shows the state in the place of the one before. */
  #show(before: BarState): void {
    const { slice, text, count, line, isOpen, isPending } = this.#state;
    const whole = isWhole(slice);
    // They keep their places and the focus where they have nothing to do.
    for (const [name, does] of [
      ['reset', !whole],
      ['undo', this.#state.canUndo],
      ['redo', this.#state.canRedo],
    ] as const)
      this.#part(name).setAttribute('aria-disabled', String(!does));
    this.#part('form').hidden = !isOpen;
    this.#part('toggle').setAttribute('aria-expanded', String(isOpen));
    this.classList.toggle('is-open', isOpen);
    const isSliced = !whole || this.#state.versus !== null;
    this.classList.toggle('is-sliced', isSliced);
    this.classList.toggle('is-filtered', !whole);
    // What hangs on it outside of the bar asks the root: to ask by :has() looks through the page at every change of it.
    const { classList } = document.documentElement;
    classList.toggle('has-slice', isSliced);
    classList.toggle('has-filters', !whole);
    if (text !== before.text) {
      const [models, words] = this.#part('state').children;
      const at = text.search(/:|$/);
      models!.textContent = text.slice(0, at);
      words!.textContent = text.slice(at);
    }
    if (slice !== before.slice) this.#showFilters();
    if (count !== before.count) this.#part('count').textContent = count;
    if (line !== before.line) this.#say(line);
    classList.toggle('is-answering', isPending);
  }

  /** Shows the filters of the slice, each to be taken back; what that needs is loaded once there is one. */
  #showFilters(): void {
    const list = this.#part('filters');
    if (list.hidden && isWhole(this.#state.slice)) return;
    import('./filter-chips.ts')
      .then(({ showFilters }) => showFilters(list, this.#state.slice, this.#part('toggle')))
      .catch(() => undefined);
  }

  /** Shows the line under the bar. */
  #say(line: Line): void {
    const status = this.#part('status');
    if ('loaded' in line)
      return this.#engine?.showProgress(status, line, () => this.#send({ type: 'cancel' }));
    const focused = status.contains(document.activeElement);
    status.replaceChildren(
      ...line.flatMap((part) => [
        typeof part === 'string' ? part : button(part.text, () => this.#send(part.press)),
        ' ',
      ]),
    );
    status.hidden = line.length === 0;
    // A button that has done its work takes the focus with it.
    if (focused) this.#part('toggle').focus({ preventScroll: true });
  }

  #do(effect: Effect): void {
    switch (effect.type) {
      case 'show':
        void this.#panel?.then((panel) => panel.show(this.#state.slice)).catch(() => undefined);
        return carryQuery(document, formatSlice(this.#state.slice));
      case 'answer':
        return void this.#answer(effect.slice, effect.run);
      case 'restore':
        return void this.#restore(effect.run);
      case 'open':
        this.#work()
          .then((engine) => engine.loadEngine())
          .catch(() => undefined);
        return void this.#form()
          .catch(() => this.#send({ type: 'said', text: withoutForm }))
          .then(() => this.#send({ type: 'opened' }));
      case 'go':
        return goToSlice(effect.slice);
      case 'undo':
      case 'redo':
        return void this.#move(effect.type === 'undo' ? -1 : 1);
      case 'copy':
        return void this.#copyLink();
      case 'cancel':
        return this.#engine?.cancelSession();
      case 'reload':
        reload().catch((error: unknown) => this.#send({ type: 'failed', run: this.#state.run, error }));
    }
  }

  /** Starts to load what the reader is about to want. */
  #reach(): void {
    this.#work().catch(() => undefined);
    this.#form().catch(() => undefined);
  }

  /** Loads what makes the form work, once. */
  #form(): Promise<Panel> {
    this.#panel ??= import('./panel.ts')
      .then((parts) => {
        const panel = new parts.Panel(this.#part('form'), this.dataset.choices ?? '', {
          element: this,
          toggle: this.#part('toggle'),
          count: async (slice, signal) => (await this.#work()).count(slice, signal),
          send: (event) => this.#send(event),
        });
        panel.show(this.#state.slice);
        return panel;
      })
      .catch((error: unknown) => {
        this.#panel = undefined;
        throw error;
      });
    return this.#panel;
  }

  /** Loads what asks the engine, once: to import again takes a task or two, in which nothing is asked. */
  async #work() {
    return (this.#engine ??= await import('../load-engine.ts'));
  }

  async #answer(slice: Slice, run: number): Promise<void> {
    const signal = this.#ask();
    try {
      const { answer } = await this.#work();
      await answer(slice, signal, (event) => this.#send({ ...event, run }));
    } catch (error) {
      this.#send({ type: 'failed', run, error });
    }
  }

  async #move(by: 1 | -1): Promise<void> {
    try {
      (await this.#work()).move(by);
    } catch (error) {
      this.#send({ type: 'failed', run: this.#state.run, error });
    }
  }

  /** Shows what is published where an older slice was answered, unless a newer one came in between. */
  async #restore(run: number): Promise<void> {
    this.#ask();
    // Before the engine was asked nothing was answered.
    await this.#engine?.restore(() => run === this.#state.run);
    this.#send({ type: 'restored', run });
  }

  async #copyLink(): Promise<void> {
    let text = `The link to this ${isWhole(this.#state.slice) ? 'page' : 'slice'} is copied.`;
    try {
      await navigator.clipboard.writeText(pageAddress());
    } catch {
      text = `The browser does not let the page copy: ${pageAddress()}`;
    }
    this.#send({ type: 'said', text });
  }
}

customElements.define('reslice-bar', ResliceBar);
