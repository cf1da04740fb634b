/** The picture of claims and analyses, whose rows a reader can put in the order of what a choice turns most. */
class AnalysesPicture extends HTMLElement {
  connectedCallback(): void {
    const order = this.querySelector<HTMLElement>('.robustness-order');
    const body = this.querySelector('tbody');
    if (!order || !body) return;
    const published = [...body.rows];
    order.hidden = false;
    order.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (!button) return;
      for (const each of order.querySelectorAll('button'))
        each.setAttribute('aria-pressed', String(each === button));
      const by = button.dataset.order ?? '';
      body.append(...published.toSorted((a, b) => turned(b, by) - turned(a, by)));
    });
    walkCells(body);
  }
}

const steps: Readonly<Record<string, readonly [down: number, along: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** Makes the discs of a row one stop of the keyboard; arrows go from disc to disc, over blank cells. */
function walkCells(body: HTMLTableSectionElement): void {
  const discs = (row: HTMLTableRowElement) => [...row.querySelectorAll<HTMLElement>('.robustness-cell a')];
  for (const row of body.rows) for (const disc of discs(row).slice(1)) disc.tabIndex = -1;
  body.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    const cell = (event.target as Element).closest<HTMLTableCellElement>('.robustness-cell');
    if (!step || !cell) return;
    event.preventDefault();
    const [down, along] = step;
    let row: Element | null = cell.parentElement;
    let column = cell.cellIndex;
    let next: HTMLElement | null = null;
    do {
      if (down > 0) row = row?.nextElementSibling ?? null;
      if (down < 0) row = row?.previousElementSibling ?? null;
      column += along;
      const to = (row as HTMLTableRowElement | null)?.cells[column];
      if (!to?.classList.contains('robustness-cell')) return;
      next = to.querySelector('a');
    } while (!next);
    for (const disc of discs(next.closest('tr')!)) disc.tabIndex = disc === next ? 0 : -1;
    next.focus();
  });
}

/** How often a choice turns the claim of a row, any choice for “all”; 0 for the order of the report. */
function turned({ dataset }: HTMLElement, choice: string): number {
  if (choice === 'all') return 1 - Number(dataset.same);
  return (JSON.parse(dataset.turned ?? '{}') as Record<string, number>)[choice] ?? 0;
}

customElements.define('analyses-picture', AnalysesPicture);
