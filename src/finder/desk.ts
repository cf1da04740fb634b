import type { Engine } from '../engine/engine.ts';
import { preparationOf } from '../slice/slice.ts';
import { select } from '../dataset/select.ts';
import { keyedRuns, models } from '../dataset/tables.ts';
import { sameRunsOf } from '../statistics/named/compared-runs.ts';
import { sameNoise } from '../statistics/named/noise.ts';
import { onBackAndForward, pageAddress, pageQuery, stepTo } from '../reader/address.ts';
import type { PageAnswer } from '../reader/answers/page-answers.ts';
import { listeners } from '../reader/listeners.ts';
import { openSession } from '../reader/session.ts';
import { addressWithChoice, readChoice, type Choice } from './address.ts';
import { noiseStatistic } from './front.ts';
import { loadModelTable, type ModelTable, type TableModel } from './model-table.ts';

/** What the page shows of one slice. */
export interface DeskAnswer {
  engine: Engine;
  table: ModelTable;
  kept: readonly TableModel[];
  noise: { points: number; models: number };
}

const keptQuery = select(models, ({ row }) => ({ rows: { row }, orderBy: [row] }));

/** What the parts of the page share: the reader's choice, in the address, and the newest answer. */
export class Desk {
  choice: Choice;
  problems: readonly string[];
  answer: DeskAnswer | undefined;
  failure: string | undefined;
  readonly #manifest: string;
  readonly #changes = listeners();
  readonly onChange = this.#changes.on;

  constructor(manifest: string) {
    this.#manifest = manifest;
    ({ choice: this.choice, problems: this.problems } = readChoice(pageQuery()));
    onBackAndForward(() => {
      ({ choice: this.choice, problems: this.problems } = readChoice(pageQuery()));
      this.#changes.tell();
    });
  }

  /** Changes the choice as a step in the browser's history. */
  choose(part: Partial<Choice>): void {
    this.choice = { ...this.choice, ...part };
    this.problems = [];
    stepTo(addressWithChoice(pageAddress(), this.choice));
    this.#changes.tell();
  }

  /** A link to this page with a part of the choice changed. */
  linkTo(part: Partial<Choice>): string {
    return new URL(addressWithChoice(pageAddress(), { ...this.choice, ...part })).search || '?';
  }

  fail(reason: string): void {
    this.failure = reason;
    this.#changes.tell();
  }

  /** Answers a slice in the one pass of the page over the engine. */
  readonly answerSlice: PageAnswer = async (ask, slice) => {
    const engine = await openSession(this.#manifest);
    const [table, kept, noiseRows] = await Promise.all([
      loadModelTable(engine, preparationOf(slice)),
      keptQuery.askOf(ask),
      engine.query(sameRunsOf(keyedRuns).sql),
    ]);
    const rows = new Set(kept.map(({ row }) => row));
    const spread = sameNoise.derive(noiseRows)[noiseStatistic]!;
    return () => {
      this.answer = {
        engine,
        table,
        kept: table.models.filter(({ row }) => rows.has(row)),
        noise: { points: spread.value ?? 0, models: spread.n },
      };
      this.failure = undefined;
      this.#changes.tell();
    };
  };
}
