import { unknownNameIn } from './unknown-name.ts';

/** What sees to it that tables on demand are there for those who ask them. */
export interface OnDemand {
  /** Resolves once a table is there. */
  bring(name: string): Promise<void>;
  /** Asks once the tables are there that the text reads from, and again with those that turn out to be unknown. */
  asking<T>(text: string, ask: () => Promise<T>): Promise<T>;
  /** Begins once all that was asked before has its tables and has been handed on, at once where it has. */
  after<T>(begin: () => Promise<T>): Promise<T>;
}

const nothing = () => undefined;

/** Brings tables by `add`, which is asked once a table, and again after it failed. */
export function createOnDemand(names: readonly string[], add: (name: string) => Promise<void>): OnDemand {
  const there = new Set<string>();
  const coming = new Map<string, Promise<void>>();
  const bring = (name: string): Promise<void> => {
    if (there.has(name)) return Promise.resolve();
    let brought = coming.get(name);
    if (!brought) {
      brought = add(name)
        .then(() => void there.add(name))
        .finally(() => coming.delete(name));
      coming.set(name, brought);
    }
    return brought;
  };
  const patterns = names.map((name) => new RegExp(`\\b(?:from|join)\\s+"?${name}\\b`, 'i'));
  /** Other places in which a text may name a table: the engine says that it does not know it. */
  const again = async <T>(error: unknown, ask: () => Promise<T>, tried: readonly string[]): Promise<T> => {
    const unknown = error instanceof Error ? unknownNameIn(error.message) : undefined;
    const name = names.find((each) => each === unknown?.name.toLowerCase());
    if (unknown?.kind !== 'table' || name === undefined || tried.includes(name)) throw error;
    await bring(name);
    return ask().catch((next: unknown) => again(next, ask, [...tried, name]));
  };
  /** Asks that wait for tables. */
  const waiting = new Set<Promise<void>>();
  const whenThere = <T>(wanted: readonly string[], ask: () => Promise<T>): Promise<T> => {
    const brought = Promise.all(wanted.map(bring));
    const asked = brought.then(ask);
    const handedOn = brought.then(nothing, nothing).then(() => void waiting.delete(handedOn));
    waiting.add(handedOn);
    return asked;
  };
  const asking = <T>(text: string, ask: () => Promise<T>): Promise<T> => {
    const wanted = names.filter((name, at) => !there.has(name) && patterns[at]!.test(text));
    const asked = wanted.length === 0 ? ask() : whenThere(wanted, ask);
    return asked.catch((error: unknown) => again(error, ask, []));
  };
  const after = <T>(begin: () => Promise<T>): Promise<T> =>
    waiting.size === 0 ? begin() : Promise.all(waiting).then(() => after(begin));
  return { bring, asking, after };
}
