import type { PreparationId } from '../dataset/grouping.ts';
import type { Engine } from '../engine/engine.ts';
import { reasonOf } from '../reader/failed-import.ts';
import { askFacts, type Facts } from './facts.ts';
import { modelKey, type ModelTable } from './model-table.ts';
import { filedFacts, type ProfileFiles } from './profile-files.ts';

/** What answers for a preparation once the engine is there. */
export interface Answering {
  engine: Engine;
  table: ModelTable;
}

/**
 * What is said of the models that the reader chose: from the files of the build until the engine is there, and of a
 * preparation that has none, from the engine.
 */
export class KnownModels {
  readonly #files: ProfileFiles;
  readonly #tell: () => void;
  readonly #facts = new Map<string, Facts>();
  readonly #asked = new Map<string, Promise<void>>();
  /** Why nothing can be said of a model, by its key. */
  readonly #failures = new Map<string, string>();

  /** `tell` hears that more is known. */
  constructor(files: ProfileFiles, tell: () => void) {
    this.#files = files;
    this.#tell = tell;
  }

  /** What is known of a model; a text where it cannot be asked. */
  of(preparation: PreparationId, name: string): Facts | string | undefined {
    const key = `${preparation} ${modelKey(name)}`;
    return this.#facts.get(key) ?? this.#failures.get(key);
  }

  /** Asks for what is not known yet of these models; settles when no more is to come. */
  async want(preparation: PreparationId, names: readonly string[], answering?: Answering): Promise<void> {
    await Promise.all(names.map((name) => this.#want(preparation, name, answering)));
  }

  #want(preparation: PreparationId, name: string, answering: Answering | undefined): Promise<void> {
    const key = `${preparation} ${modelKey(name)}`;
    if (this.#facts.has(key) || (!answering && preparation !== 'reviewed')) return Promise.resolve();
    const way = `${answering ? 'engine' : 'file'} ${key}`;
    let asked = this.#asked.get(way);
    if (!asked) {
      asked = this.#ask(key, name, answering).finally(() => {
        // What failed may be asked again.
        if (!this.#facts.has(key)) this.#asked.delete(way);
      });
      this.#asked.set(way, asked);
    }
    return asked;
  }

  async #ask(key: string, name: string, answering: Answering | undefined): Promise<void> {
    try {
      const facts = await (answering
        ? askFacts(answering.engine, answering.table, name)
        : filedFacts(this.#files, name));
      if (!facts || this.#facts.has(key)) return;
      this.#facts.set(key, facts);
      this.#failures.delete(key);
    } catch (error) {
      // Without a file the engine will say.
      if (!answering || this.#facts.has(key)) return;
      this.#failures.set(key, reasonOf(error));
    }
    this.#tell();
  }
}
