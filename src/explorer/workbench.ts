import type { Ask } from '../slice/ask.ts';
import { preparationOf, wholeTable, type Slice } from '../slice/slice.ts';
import { onBackAndForward, pageAddress, pageQuery, stepTo } from '../reader/address.ts';
import type { PageAnswer } from '../reader/answers/page-answers.ts';
import { frameOf, type Frame } from './frame.ts';
import { groupsOf, type Groups } from './groups.ts';
import { countOf, keptOf, maskOf, type Mask } from './kept.ts';
import { addressWithOptions, parseOptions, type Options } from './options.ts';
import type { TableRow } from './queries.ts';
import { reasonOf } from '../reader/failed-import.ts';
import { listeners } from '../reader/listeners.ts';
import { newest } from '../reader/newest.ts';

/** Everything that the page shows of one slice. */
export interface Answer {
  slice: Slice;
  options: Options;
  frame: Frame;
  /** What the fields besides the ranges keep. */
  base: Mask;
  kept: Mask;
  count: number;
  /** Rows of the table in their order. */
  rows: readonly TableRow[];
  groups: Groups;
}

/** What a stroke that is still being drawn keeps. */
export interface Preview {
  slice: Slice;
  kept: Mask;
  count: number;
}

/** What the parts of the page share: the reader's choices, the newest answer, the stroke that is being drawn. */
export class Workbench {
  options: Options;
  problems: readonly string[];
  answer: Answer | undefined;
  failure: string | undefined;
  #ask: Ask | undefined;
  #slice: Slice = wholeTable;
  readonly #begin = newest();
  readonly #changes = listeners();
  readonly #previews = listeners<Preview>();
  /** Hears every change but those of a stroke that is being drawn. */
  readonly onChange = this.#changes.on;
  /** Hears what a stroke keeps while it is being drawn. */
  readonly onPreview = this.#previews.on;

  constructor() {
    ({ options: this.options, problems: this.problems } = parseOptions(pageQuery()));
    onBackAndForward(() => {
      ({ options: this.options, problems: this.problems } = parseOptions(pageQuery()));
      this.#changes.tell();
    });
  }

  /** Answers a slice in the one pass of the page over the engine. */
  readonly answerSlice: PageAnswer = async (ask, slice, signal) => {
    this.#ask = ask;
    this.#slice = slice;
    const asked = this.#begin();
    try {
      const answer = await this.#answer(ask, slice, this.options);
      return () => {
        if (!asked.aborted) this.#show(answer);
      };
    } catch (error) {
      if (!signal.aborted) this.fail(reasonOf(error));
      throw error;
    }
  };

  async #answer(ask: Ask, slice: Slice, options: Options): Promise<Answer> {
    const { baseQuery, frameQuery, groupsQuery, tableQuery } = await import('./queries.ts');
    const preparation = preparationOf(slice);
    const known = this.answer?.frame.preparation === preparation ? this.answer.frame : undefined;
    const [frame, base, rows, grouped] = await Promise.all([
      known ??
        frameQuery(preparation)
          .askOf(ask)
          .then((answer) => frameOf(preparation, answer)),
      baseQuery(slice, options.within).askOf(ask),
      tableQuery(options, preparation).askOf(ask),
      groupsQuery(options.groups, options.within, preparation).askOf(ask),
    ]);
    const kept = maskOf(frame, rows);
    return {
      slice,
      options,
      frame,
      base: maskOf(frame, base),
      kept,
      count: rows.length,
      rows,
      groups: groupsOf(options.groups, grouped),
    };
  }

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

  /** Takes a choice of the reader, writes it into the address and lets the page follow. */
  choose(change: Partial<Options>): void {
    this.options = { ...this.options, ...change };
    this.problems = [];
    stepTo(addressWithOptions(pageAddress(), this.options));
    this.#changes.tell();
    const ask = this.#ask;
    if (!ask || !['columns', 'sort', 'groups', 'within'].some((part) => part in change)) return;
    const asked = this.#begin();
    this.#answer(ask, this.#slice, this.options).then(
      (answer) => {
        if (!asked.aborted) this.#show(answer);
      },
      (error: unknown) => {
        if (!asked.aborted) this.fail(reasonOf(error));
      },
    );
  }

  /** Shows in every plot what a slice would keep; only its ranges may differ from the answered slice. */
  preview(slice: Slice): void {
    if (!this.answer) return;
    const kept = keptOf(this.answer.frame, this.answer.base, slice);
    this.#previews.tell({ slice, kept, count: countOf(kept) });
  }

  /** Goes back from a stroke to what was answered. */
  endPreview(): void {
    if (this.answer) this.#previews.tell(this.answer);
  }
}
