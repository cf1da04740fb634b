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
  }
}

/** How often a choice turns the claim of a row, any choice for “all”; 0 for the order of the report. */
function turned({ dataset }: HTMLElement, choice: string): number {
  if (choice === 'all') return 1 - Number(dataset.same);
  return (JSON.parse(dataset.turned ?? '{}') as Record<string, number>)[choice] ?? 0;
}

customElements.define('analyses-picture', AnalysesPicture);
