import { reasonOf } from '../reader/failed-import.ts';
import type { Slice } from '../slice/slice.ts';
import { onBackAndForward, pageAddress, stepTo } from '../reader/address.ts';
import { onReaderSlice, readerSlice } from '../reader/reader-slice.ts';
import { addressWithQuery, queryInAddress } from '../reader/sql-address.ts';
import { newest } from '../reader/newest.ts';
import { addressWithChart } from './chart-address.ts';
import { textareaField, type Field } from './field.ts';
import type { RunningBox } from './running-box.ts';
import { sliceWords } from './slice-words.ts';

const notRun = 'This query has not been run here. Run it to see its result.';
const tooLong = 'This query is too long for an address, so it cannot be a link, and a reload loses it.';

/**
 * The box in which the reader asks the tables in SQL. It holds the plain field, the address and the buttons;
 * the editor, the engine and the results are large and come when the reader reaches for them.
 */
class SqlBox extends HTMLElement {
  #field!: Field;
  #box: Promise<RunningBox> | undefined;
  /** Addresses of the queries that the reader has run on this page, without their charts. */
  readonly #ran = new Set<string>();
  /** Begins what is asked for, by running or by a step in the history. */
  readonly #begin = newest();

  connectedCallback(): void {
    const { area, form, cancel, copy } = this.#parts();
    this.#field = textareaField(area, () => this.#edited());
    this.#fromAddress();
    this.#showSlice(readerSlice().slice);

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#run();
    });
    area.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void this.#run();
    });
    cancel.addEventListener('click', () => this.#tell((box) => box.cancel()));
    copy.addEventListener('click', () => void this.#copyLink());
    this.addEventListener('click', (event) => this.#pressed(event));
    for (const event of ['pointerover', 'focusin'] as const)
      form.addEventListener(event, () => void this.#reach().catch(() => undefined), { once: true });
    form.addEventListener('focusin', () => this.#tell((box) => box.warm()), { once: true });

    onReaderSlice(({ slice }) => {
      this.#showSlice(slice);
      this.#tell((box) => box.sliceChanged(slice));
    });
    onBackAndForward(() => this.#followAddress());
  }

  #parts() {
    const find = <T extends HTMLElement>(name: string) => this.querySelector<T>(`.sql-${name}`)!;
    return {
      form: find<HTMLFormElement>('form'),
      area: find<HTMLTextAreaElement>('area'),
      host: find('editor'),
      run: find<HTMLButtonElement>('run'),
      cancel: find<HTMLButtonElement>('cancel'),
      copy: find<HTMLButtonElement>('copy'),
      slice: find('slice-words'),
      status: find('status'),
      problem: find('problem'),
      result: find('result'),
    };
  }

  /**
   * Shows the query of the address. It is not run: whoever made the link wrote it, and a query may be heavy or
   * not what its sender says. The reader sees it first and asks for it.
   */
  #fromAddress(): void {
    const query = queryInAddress(pageAddress());
    if (query === null || query === this.#field.read()) return;
    this.#field.write(query);
    this.#say('This query is from the link. Read it, then run it.');
  }

  /**
   * Follows a step in the browser's history: shows the query of the address with its own result. What the
   * reader ran here is run again; of anything else the page says that it has not been run.
   */
  #followAddress(): void {
    const { area } = this.#parts();
    // A link to a part of the page says nothing of the query.
    const query =
      queryInAddress(pageAddress()) ?? (new URL(pageAddress()).hash === '' ? area.defaultValue : null);
    if (query === null) return;
    const other = query !== this.#field.read();
    if (other) this.#field.write(query);
    const address = addressWithQuery(addressWithChart(pageAddress(), null), query);
    if (address !== null && this.#ran.has(address)) return void this.#answer(query, address);
    this.#begin();
    if (this.#box) this.#tell((box) => void box.leave(query, other, notRun));
    else if (other) this.#say(notRun);
  }

  #showSlice(slice: Slice): void {
    this.#parts().slice.textContent = sliceWords(slice);
  }

  /** Loads the editor and what runs queries; where that fails the plain field stays. */
  #reach(): Promise<RunningBox> {
    return (this.#box ??= this.#load().catch((error: unknown) => {
      this.#box = undefined;
      throw error;
    }));
  }

  /** Tells what has been loaded, or is about to be; before that there is nothing to tell. */
  #tell(use: (box: RunningBox) => void): void {
    this.#box?.then(use).catch(() => undefined);
  }

  async #load(): Promise<RunningBox> {
    const { RunningBox } = await import('./running-box.ts');
    const parts = this.#parts();
    const tables = this.#schema();
    const places = {
      tables,
      manifest: this.dataset.manifest ?? '',
      plots: this.dataset.plots ?? '',
      title: this.dataset.report ?? '',
    };
    const box = new RunningBox(parts, places, () => this.#field);
    try {
      const { mountEditor } = await import('./editor.ts');
      this.#field = mountEditor({
        area: parts.area,
        host: parts.host,
        label: 'Query in SQL. Control or Command with Enter runs it. Tab leaves the field.',
        schema: tables,
        onChange: () => this.#edited(),
        onRun: () => void this.#run(),
      });
    } catch {
      // The plain field does the same.
    }
    return box;
  }

  /** Tables and columns, from the schema on the page. */
  #schema(): Record<string, string[]> {
    const tables = [...this.querySelectorAll<HTMLElement>('[data-table]')];
    return Object.fromEntries(
      tables.map((table) => [
        table.dataset.table!,
        [...table.querySelectorAll<HTMLElement>('[data-column]')].map((column) => column.dataset.column!),
      ]),
    );
  }

  async #run(): Promise<void> {
    const query = this.#field.read();
    const address = addressWithQuery(addressWithChart(pageAddress(), null), query);
    // A step of its own, so that Back leads to the query before; a link may have spelt the same otherwise.
    if (address !== null && queryInAddress(pageAddress()) !== query) stepTo(address);
    await this.#answer(query, address);
  }

  /** Asks for the result of a query; `address` is where it stands, unless it is too long for any. */
  async #answer(query: string, address: string | null): Promise<void> {
    const asked = this.#begin();
    const { slice } = readerSlice();
    try {
      const box = await this.#reach();
      if (asked.aborted) return;
      const ended = await box.run(query, slice, address ?? addressWithQuery(pageAddress(), '')!);
      if (ended && address !== null) this.#ran.add(address);
      else if (ended) this.#say(`${this.#parts().status.textContent} ${tooLong}`.trim());
    } catch (error) {
      this.#say(`The box could not be loaded: ${reasonOf(error)}.`);
    }
  }

  #edited(): void {
    this.#tell((box) => box.edited());
  }

  #pressed(event: MouseEvent): void {
    const target = (event.target as Element).closest<HTMLElement>('[data-insert], [data-example]');
    if (!target) return;
    if (target.dataset.insert !== undefined) this.#field.insert(target.dataset.insert);
    if (target.dataset.example !== undefined) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#field.write(queryInAddress((target as HTMLAnchorElement).href) ?? '');
      this.scrollIntoView({ block: 'start' });
      // Our own query, asked for by the reader's click.
      void this.#run();
    }
  }

  async #copyLink(): Promise<void> {
    const query = this.#field.read();
    const here = pageAddress();
    // The chart in the address is one of the query there.
    const address = addressWithQuery(
      queryInAddress(here) === query ? here : addressWithChart(here, null),
      query,
    );
    if (address === null) return this.#say(tooLong);
    try {
      await navigator.clipboard.writeText(address);
      this.#say('The link to this query is copied.');
    } catch {
      this.#say(`The browser does not let the page copy. The link: ${address}`);
    }
  }

  #say(text: string): void {
    this.#parts().status.textContent = text;
  }
}

customElements.define('sql-box', SqlBox);
