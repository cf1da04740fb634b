import { button } from '../ui/button.ts';

/** The line under the bar that says what the reader should know of the slice, or how far the engine is. */
export class StatusLine {
  readonly #line: HTMLElement;

  constructor(line: HTMLElement) {
    this.#line = line;
  }

  /** Says something, or nothing. */
  say(...parts: (string | Node)[]): void {
    const focused = this.#line.contains(document.activeElement);
    this.#line.replaceChildren(...parts.filter((part) => part !== ''));
    this.#line.hidden = this.#line.childNodes.length === 0;
    // A button that has done its work takes the focus with it.
    if (focused) this.#line.parentElement?.querySelector('button')?.focus();
  }

  /** Says something that the reader may put away. */
  tell(parts: readonly (string | Node)[]): void {
    if (parts.length === 0) return this.say();
    this.say(
      ...parts.flatMap((part) => [part, ' ']),
      button('Dismiss', () => this.say()),
    );
  }
}
