import type { Progress } from '../../engine/browser.ts';
import { QueryProblem } from '../../engine/query-problem.ts';
import { formatSlice, type Slice } from '../../slice/slice.ts';
import { csvHeader } from './csv-file.ts';
import type { Field } from './field.ts';
import { ReaderSession } from './reader-session.ts';
import type { Result } from './result.ts';
import { countWords, secondsWords } from './result-words.ts';
import { showResult } from './result-view.tsx';
import { sliceWords } from './slice-words.ts';
import { whereWords } from './where-words.ts';

/** The elements that the box works with. */
export interface BoxParts {
  run: HTMLButtonElement;
  cancel: HTMLButtonElement;
  status: HTMLElement;
  problem: HTMLElement;
  result: HTMLElement;
}

/** Where the box finds what it loads, and the title that its files carry. */
export interface BoxPlaces {
  manifest: string;
  plots: string;
  title: string;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** Runs queries and shows what came of them. */
export class RunningBox {
  readonly #parts: BoxParts;
  readonly #places: BoxPlaces;
  readonly #session: ReaderSession;
  readonly #read: () => Field;
  #running = false;
  #answered: string | undefined;

  constructor(parts: BoxParts, places: BoxPlaces, read: () => Field) {
    this.#parts = parts;
    this.#places = places;
    this.#read = read;
    this.#session = new ReaderSession(places.manifest, (progress) => this.#progress(progress));
  }

  /** Starts the engine before it is asked; a failure is told once it is. */
  warm(): void {
    void this.#session.open().catch(() => undefined);
  }

  async run(query: string, slice: Slice, address: string): Promise<void> {
    if (this.#running) return;
    this.#clearProblem();
    if (query.trim() === '') return this.#say('Write a query first.');
    this.#running = true;
    this.#buttons();
    this.#say('Running.');
    this.#parts.result.setAttribute('aria-busy', 'true');
    try {
      const result = await this.#session.ask(query, slice);
      this.#answered = formatSlice(slice);
      this.#show(result, query, slice, address);
    } catch (error) {
      this.#failed(error, query);
    } finally {
      this.#running = false;
      this.#buttons();
      this.#parts.result.removeAttribute('aria-busy');
    }
  }

  #show(result: Result, query: string, slice: Slice, address: string): void {
    const rows = countWords(result);
    this.#say(`${rows} in ${secondsWords(result.seconds)}.`);
    const header = csvHeader({
      title: this.#places.title,
      source: 'Open LLM Leaderboard, final release; tables of this report.',
      address,
      slice: sliceWords(slice),
      rows,
      query,
    });
    this.#parts.result.hidden = false;
    showResult(this.#parts.result, {
      result,
      plots: this.#places.plots,
      file: () => new Blob([header, result.lines], { type: 'text/csv;charset=utf-8' }),
    });
  }

  #failed(error: unknown, query: string): void {
    // What stands there answers another query.
    this.#parts.result.hidden = true;
    this.#answered = undefined;
    if (error instanceof DOMException && error.name === 'AbortError') {
      this.#say('Cancelled.');
      // The next query should not wait for what the cancelled one took down.
      this.warm();
      return;
    }
    this.#say('');
    const { problem } = this.#parts;
    const message = error instanceof Error ? error.message : String(error);
    problem.replaceChildren(paragraph(message));
    const where = error instanceof QueryProblem ? whereWords(error, query) : '';
    if (where !== '') problem.append(paragraph(where));
    if (error instanceof QueryProblem && error.place) {
      const { place, candidates } = error;
      this.#read().mark(place, message);
      problem.append(...candidates.map((name) => candidate(name, () => this.#read().replace(place, name))));
    }
    problem.hidden = false;
  }

  /** Stops what runs or loads. */
  cancel(): void {
    if (this.#running) this.#session.cancel();
  }

  /** The query on the page is another now, so the mark in it points at nothing. */
  edited(): void {
    this.#clearProblem();
  }

  /** The result on the page is of another slice now. */
  sliceChanged(slice: Slice): void {
    if (this.#answered === undefined || this.#running) return;
    const other = formatSlice(slice) !== this.#answered;
    this.#say(
      other ? 'The slice has changed; the result below is of the one before. Run the query again.' : '',
    );
  }

  #clearProblem(): void {
    if (this.#parts.problem.hidden) return;
    this.#parts.problem.hidden = true;
    this.#parts.problem.replaceChildren();
    this.#read().clear();
  }

  #progress(progress: Progress | null): void {
    if (!this.#running) return;
    if (progress === null) return this.#say('Running.');
    const { loaded, total } = progress;
    this.#say(
      loaded < total
        ? `Loading the engine: ${megabytes(loaded)} of ${megabytes(total)} MB.`
        : 'Starting the engine.',
    );
  }

  #buttons(): void {
    const { run, cancel } = this.#parts;
    run.disabled = this.#running;
    cancel.hidden = !this.#running;
  }

  #say(text: string): void {
    this.#parts.status.textContent = text;
  }
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

function candidate(name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'tool-button';
  button.textContent = `Use ${name}`;
  button.addEventListener('click', press);
  return button;
}
