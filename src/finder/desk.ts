import type { PreparationId } from '../dataset/grouping.ts';
import type { Engine } from '../engine/engine.ts';
import { describeSlice, preparationOf } from '../slice/slice.ts';
import { select } from '../dataset/select.ts';
import { keyedRuns, models } from '../dataset/tables.ts';
import { sameRunsOf } from '../statistics/named/compared-runs.ts';
import { sameNoise } from '../statistics/named/noise.ts';
import { onBackAndForward, pageAddress, pageQuery, stepTo } from '../reader/address.ts';
import type { PageAnswer } from '../reader/answers/page-answers.ts';
import { listeners } from '../reader/listeners.ts';
import { readerSlice } from '../reader/reader-slice.ts';
import { openSession } from '../reader/session.ts';
import { addressWithChoice, readChoice, type Choice } from './address.ts';
import type { Facts } from './facts.ts';
import { noiseStatistic } from './front.ts';
import { KnownModels } from './known-models.ts';
import { loadModelTable, type ModelTable, type TableModel } from './model-table.ts';
import type { ProfileFiles } from './profile-files.ts';

/** What the page shows of one slice. */
export interface DeskAnswer {
  engine: Engine;
  preparation: PreparationId;
  table: ModelTable;
  /** Models that the slice keeps, and the slice in words; none where it keeps all. */
  kept: readonly TableModel[];
  slice: readonly string[];
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
  readonly #known: KnownModels;
  readonly #changes = listeners();
  readonly onChange = this.#changes.on;

  constructor(manifest: string, profiles: ProfileFiles) {
    this.#manifest = manifest;
    this.#known = new KnownModels(profiles, () => this.#changes.tell());
    const follow = () => {
      ({ choice: this.choice, problems: this.problems } = readChoice(pageQuery()));
      this.#tell();
    };
    ({ choice: this.choice, problems: this.problems } = readChoice(pageQuery()));
    this.#tell();
    onBackAndForward(follow);
  }

  /** The preparation whose models are shown: until there is an answer, the one that the address asks for. */
  #preparation(): PreparationId {
    return this.answer?.preparation ?? preparationOf(readerSlice().slice);
  }

  /** Tells of a choice, and asks for what is not known of its models. */
  #tell(): void {
    void this.#known.want(this.#preparation(), this.choice.models, this.answer);
    this.#changes.tell();
  }

  /** What is said of a chosen model; a text where it cannot be asked, undefined while it is not known. */
  factsOf(name: string): Facts | string | undefined {
    return this.#known.of(this.#preparation(), name);
  }

  /** Changes the choice as a step in the browser's history. */
  choose(part: Partial<Choice>): void {
    this.choice = { ...this.choice, ...part };
    this.problems = [];
    stepTo(addressWithChoice(pageAddress(), this.choice));
    this.#tell();
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
    const preparation = preparationOf(slice);
    const [table, kept, noiseRows] = await Promise.all([
      loadModelTable(engine, preparation),
      keptQuery.askOf(ask),
      engine.query(sameRunsOf(keyedRuns).sql),
    ]);
    const rows = new Set(kept.map(({ row }) => row));
    const spread = sameNoise.derive(noiseRows)[noiseStatistic]!;
    // A card that is shown stays while the front below it changes.
    await this.#known.want(preparation, this.choice.models, { engine, table });
    return () => {
      this.answer = {
        engine,
        preparation,
        table,
        kept: table.models.filter(({ row }) => rows.has(row)),
        slice: describeSlice(slice),
        noise: { points: spread.value ?? 0, models: spread.n },
      };
      this.failure = undefined;
      this.#tell();
    };
  };
}
