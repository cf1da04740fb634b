/** The words beside the pointer. */
export class Tip {
  readonly #element = document.createElement('div');

  constructor(host: HTMLElement) {
    this.#element.className = 'explorer-tip';
    this.#element.hidden = true;
    // What it says stands in the table too.
    this.#element.setAttribute('aria-hidden', 'true');
    host.append(this.#element);
  }

  /** Shows a title and lines at a place of the window. */
  show(title: string, lines: readonly string[], at: { x: number; y: number }): void {
    const head = document.createElement('strong');
    head.textContent = title;
    this.#element.replaceChildren(
      head,
      ...lines.map((line) => {
        const element = document.createElement('span');
        element.textContent = line;
        return element;
      }),
    );
    this.#element.hidden = false;
    const { width, height } = this.#element.getBoundingClientRect();
    const left = Math.min(at.x + 14, document.documentElement.clientWidth - width - 8);
    const above = at.y - height - 14;
    this.#element.style.left = `${Math.max(8, left)}px`;
    this.#element.style.top = `${above > 8 ? above : at.y + 18}px`;
  }

  hide(): void {
    this.#element.hidden = true;
  }
}
