import type { Ask } from '../slice/ask.ts';
import { preparationOf, sameSlice, wholeTable, type Slice } from '../slice/slice.ts';
import { onBackAndForward, pageAddress, pageQuery, replaceAddress, stepTo } from '../reader/address.ts';
import type { PageAnswer } from '../reader/answers/page-answers.ts';
import { addressOfSlice, goToSlice, readerSlice } from '../reader/reader-slice.ts';
import { openSession } from '../reader/session.ts';
import { answerOf, rangesOf, serves, type Answer } from './answer.ts';
import type { Ranges } from './bounds.ts';
import type { Frame } from './frame.ts';
import { countOf, keptOf, type Mask } from './kept.ts';
import { addressWithOptions, defaultOptions, parseOptions, type Options } from './options.ts';
import type { CardRow } from './queries.ts';
import { reasonOf } from '../reader/failed-import.ts';
import { listeners } from '../reader/listeners.ts';
import { newest } from '../reader/newest.ts';
import { relieving, type WayOut } from './ways-out.ts';

/** What a stroke that is still being drawn keeps. */
export interface Preview {
  ranges: Ranges;
  kept: Mask;
  count: number;
}

/** What the parts of the page share: the reader's choices, the newest answer, the stroke that is being drawn. */
export class Workbench {
  options: Options = defaultOptions;
  problems: readonly string[] = [];
  answer: Answer | undefined;
  failure: string | undefined;
  readonly #manifest: string;
  #ask: Ask | undefined;
  #slice: Slice = wholeTable;
  readonly #begin = newest();
  readonly #changes = listeners();
  readonly #previews = listeners<Preview>();
  /** Hears every change but those of a stroke that is being drawn. */
  readonly onChange = this.#changes.on;
  /** Hears what a stroke keeps while it is being drawn. */
  readonly onPreview = this.#previews.on;

  /** A workbench over the engine of the site, on which nothing is chosen yet. */
  constructor(manifest: string) {
    this.#manifest = manifest;
  }

  /** Takes what the address says of the page, now and whenever the reader goes back or forward. */
  followAddress(): void {
    const follow = () => {
      ({ options: this.options, problems: this.problems } = parseOptions(pageQuery()));
      this.#changes.tell();
    };
    follow();
    onBackAndForward(follow);
  }

  /** The slice in the address. */
  slice(): Slice {
    return readerSlice().slice;
  }

  /** Moves to a slice, as a step in the browser's history or in the place of the present one. */
  goTo(slice: Slice, isStep = true, also = (address: string) => address): void {
    goToSlice(slice, (address) => (isStep ? stepTo : replaceAddress)(also(address)));
  }

  /** A link to this page with another slice. */
  linkTo(slice: Slice): string {
    return new URL(addressOfSlice(slice)).search || '?';
  }

  /** The card of the model at a position of a frame. */
  async card({ preparation, rows }: Frame, position: number): Promise<CardRow | undefined> {
    const [engine, { cardQuery }] = await Promise.all([openSession(this.#manifest), import('./queries.ts')]);
    const [row] = await cardQuery(preparation, rows[position]!).askOf((sql) => engine.query(sql));
    return row;
  }

  /** The answer that the page shows, or the first that comes; rejects where none can come. */
  answered(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.answer) resolve(this.answer);
        else if (this.failure !== undefined) reject(new Error(this.failure));
        else return;
        stop();
      };
      const stop = this.onChange(look);
      look();
    });
  }

  /** Answers a slice in the one pass of the page over the engine. */
  readonly answerSlice: PageAnswer = async (ask, slice, signal) => {
    this.#ask = ask;
    this.#slice = slice;
    const asked = this.#begin();
    try {
      const answer = await answerOf(ask, slice, this.options, this.answer?.frame);
      return () => {
        if (!asked.aborted) this.#show(answer);
      };
    } catch (error) {
      if (!signal.aborted) this.fail(reasonOf(error));
      throw error;
    }
  };

  #show(answer: Answer): void {
    this.answer = answer;
    this.failure = undefined;
    this.#changes.tell();
  }

  /** Says why there is nothing to show. */
  fail(reason: string): void {
    this.failure = reason;
    this.#changes.tell();
  }

  /** Moves to a slice and to what the page itself filters by, in one step. */
  move(slice: Slice, own: Partial<Pick<Options, 'within' | 'pattern'>>, isStep = true): void {
    if (sameSlice(slice, this.slice())) return this.choose(own, isStep);
    this.options = { ...this.options, ...own };
    this.goTo(slice, isStep, (address) => addressWithOptions(address, this.options));
  }

  /** The filters without any one of which the page would show models. */
  async waysOut(): Promise<WayOut[]> {
    const { answer } = this;
    if (!this.#ask || !answer) return [];
    return relieving(this.#ask, answer.slice, answer.options);
  }

  /** The rows of the answer that the page shows, with other columns. */
  async rowsWith(columns: Options['columns']): Promise<{ answer: Answer; rows: Answer['rows'] }> {
    const [answer, { tableQuery }] = await Promise.all([this.answered(), import('./queries.ts')]);
    const rows = await tableQuery({ ...answer.options, columns }, preparationOf(answer.slice)).askOf(
      this.#ask!,
    );
    return { answer, rows };
  }

  /**
   * Takes a choice of the reader, writes it into the address, as a step or in the place of the present one, and
   * lets the page follow.
   */
  choose(change: Partial<Options>, isStep = true): void {
    this.options = { ...this.options, ...change };
    this.problems = [];
    (isStep ? stepTo : replaceAddress)(addressWithOptions(pageAddress(), this.options));
    this.#changes.tell();
    const ask = this.#ask;
    const isAsked = ['columns', 'sort', 'groups', 'within', 'pattern'].some((part) => part in change);
    const isServed = !this.answer || serves(this.answer.frame, this.options);
    if (!ask || (!isAsked && isServed)) return;
    const asked = this.#begin();
    answerOf(ask, this.#slice, this.options, this.answer?.frame).then(
      (answer) => {
        if (!asked.aborted) this.#show(answer);
      },
      (error: unknown) => {
        if (!asked.aborted) this.fail(reasonOf(error));
      },
    );
  }

  /** Shows in every plot what other ranges than the answered ones would keep. */
  preview(ranges: Ranges): void {
    if (!this.answer) return;
    const kept = keptOf(this.answer.frame, this.answer.base, ranges);
    this.#previews.tell({ ranges, kept, count: countOf(kept) });
  }

  /** Goes back from a stroke to what was answered. */
  endPreview(): void {
    if (this.answer) this.#previews.tell({ ...this.answer, ranges: rangesOf(this.answer) });
  }
}
