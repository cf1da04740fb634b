import { progressWords, type Progress } from '../engine/browser.ts';
import { QueryProblem } from '../engine/query-problem.ts';
import { formatSlice, type Slice } from '../slice/slice.ts';
import { pageAddress, replaceAddress } from '../reader/address.ts';
import { newest } from '../reader/newest.ts';
import { queryInAddress } from '../reader/sql-address.ts';
import { addressWithChart, chartInAddress } from './chart-address.ts';
import type { Field } from './field.ts';
import { meantNames, type TableColumns } from './meant-names.ts';
import { ReaderSession } from './reader-session.ts';
import type { Result } from './result.ts';
import { describeResult } from './result-file.ts';
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

/** Where the box finds what it loads, the title that its files carry, and the names that a query can ask. */
export interface BoxPlaces {
  tables: TableColumns;
  manifest: string;
  plots: string;
  title: string;
}

const ofSliceBefore = 'The slice has changed; the result below is of the one before. Run the query again.';

/** A query with the slice that it asks. */
interface Asked {
  query: string;
  slice: string;
}

const isSame = (one: Asked, other: Asked) => one.query === other.query && one.slice === other.slice;

/** Runs queries and shows what came of them. */
export class RunningBox {
  readonly #parts: BoxParts;
  readonly #places: BoxPlaces;
  readonly #session: ReaderSession;
  readonly #read: () => Field;
  /** What runs at present, as a promise that ends with it. */
  #running: { asked: Asked; ended: Promise<boolean> } | undefined;
  /** What the result on the page answers. */
  #answered: Asked | undefined;
  /** The slice of the page, once it has changed. */
  #slice: string | undefined;
  readonly #begin = newest();

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

  /**
   * Runs a query in the place of one that still runs. Answers whether it came to its end, be that a result or a
   * problem.
   */
  async run(query: string, slice: Slice, address: string): Promise<boolean> {
    const asked = { query, slice: formatSlice(slice) };
    if (this.#running && isSame(this.#running.asked, asked)) return false;
    if (!(await this.#makeWay())) return false;
    this.#clearProblem();
    if (query.trim() === '') {
      this.#say('Write a query first.');
      return false;
    }
    const ended = this.#answer(asked, slice, address);
    this.#running = { asked, ended };
    this.#buttons();
    this.#say('Running.');
    this.#parts.result.setAttribute('aria-busy', 'true');
    return ended;
  }

  async #answer(asked: Asked, slice: Slice, address: string): Promise<boolean> {
    try {
      const result = await this.#session.ask(asked.query, slice);
      this.#answered = asked;
      this.#show(result, asked.query, slice, address);
      return true;
    } catch (error) {
      return this.#failed(error, asked.query);
    } finally {
      this.#running = undefined;
      this.#buttons();
      this.#parts.result.removeAttribute('aria-busy');
    }
  }

  /** Ends what runs; answers false where something newer has been asked for by then. */
  async #makeWay(): Promise<boolean> {
    const asked = this.#begin();
    this.cancel();
    await this.#running?.ended;
    return !asked.aborted;
  }

  /**
   * Follows a step in the browser's history to a query that has no result here: takes away what is of another.
   * `other` says whether another query stood in the field.
   */
  async leave(query: string, other: boolean, words: string): Promise<void> {
    const own = !this.#running && this.#answered?.query === query;
    if (own || (!other && !this.#running && !this.#answered)) return;
    if (!(await this.#makeWay())) return;
    this.#clearProblem();
    this.#hideResult();
    this.#say(words);
  }

  #hideResult(): void {
    this.#parts.result.hidden = true;
    this.#answered = undefined;
  }

  #show(result: Result, query: string, slice: Slice, address: string): void {
    const rows = result.plan ? 'The plan of the query' : countWords(result);
    const changed = this.#slice !== undefined && this.#slice !== formatSlice(slice);
    this.#say(`${rows} in ${secondsWords(result.seconds)}.${changed ? ` ${ofSliceBefore}` : ''}`);
    const words = { report: this.#places.title, address, slice: sliceWords(slice), rows, query };
    this.#parts.result.hidden = false;
    const { chart, problems } = chartInAddress(pageAddress());
    if (problems.length > 0) this.#add(`Left out: ${problems.join('; ')}.`);
    showResult(this.#parts.result, {
      result,
      plots: this.#places.plots,
      words,
      asked: chart,
      // The address may be that of another query, where this one is too long for any.
      onChart: (shown) => {
        const here = pageAddress();
        if (queryInAddress(here) === query) replaceAddress(addressWithChart(here, shown));
      },
      save: async () => {
        const { saveCsv } = await import('../reader/csv-zip.ts');
        return saveCsv(describeResult(words, result), result.lines);
      },
    });
  }

  /** Says why there is no result; answers whether the query itself is the reason. */
  #failed(error: unknown, query: string): boolean {
    // What stands there answers another query.
    this.#hideResult();
    if (error instanceof DOMException && error.name === 'AbortError') {
      this.#say('Cancelled.');
      // The next query should not wait for what the cancelled one took down.
      this.warm();
      return false;
    }
    this.#say('');
    const { problem } = this.#parts;
    const message = error instanceof Error ? error.message : String(error);
    problem.replaceChildren(paragraph(message));
    const where = error instanceof QueryProblem ? whereWords(error, query) : '';
    if (where !== '') problem.append(paragraph(where));
    if (error instanceof QueryProblem && error.place) {
      const { place, unknown } = error;
      this.#read().mark(place, message);
      const meant = unknown ? meantNames(unknown, query, this.#places.tables) : [];
      problem.append(...meant.map((name) => candidate(name, () => this.#read().replace(place, name))));
    }
    problem.hidden = false;
    // The next query should not wait for what this one took down.
    if (error instanceof QueryProblem && error.broken) this.warm();
    return true;
  }

  /** Stops what runs or loads. */
  cancel(): void {
    if (this.#running) this.#session.cancel();
  }

  /** The query on the page is another now, so the mark in it points at nothing. */
  edited(): void {
    this.#clearProblem();
  }

  /** The slice of the page is another now, and so not that of the result. */
  sliceChanged(slice: Slice): void {
    this.#slice = formatSlice(slice);
    if (this.#answered === undefined || this.#running) return;
    this.#say(this.#answered.slice === this.#slice ? '' : ofSliceBefore);
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
    this.#say(progressWords(progress));
  }

  #buttons(): void {
    const { run, cancel } = this.#parts;
    const isRunning = this.#running !== undefined;
    // A button that is disabled, or goes, loses the focus.
    run.setAttribute('aria-disabled', String(isRunning));
    if (!isRunning && document.activeElement === cancel) run.focus({ preventScroll: true });
    cancel.hidden = !isRunning;
  }

  #add(text: string): void {
    this.#say(`${this.#parts.status.textContent} ${text}`.trim());
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
