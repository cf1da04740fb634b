import { loadOnce } from '../reader/load-once.ts';
import type { Facts } from './facts.ts';
import { modelKey } from './model-table.ts';

/** What a file of profiles holds: what is said of models, by their names and others that they had, case aside. */
export interface ProfileFile {
  /** Position among `facts` by name. */
  names: Readonly<Record<string, number>>;
  facts: readonly Facts[];
}

/** Where the files are: an address with a star for the number of the file, of so many. */
export interface ProfileFiles {
  pattern: string;
  count: number;
}

/** The number of the file that holds a model, of `count`: FNV-1a over the letters of its name, case aside. */
export function fileNumberOf(name: string, count: number): number {
  let hash = 0x811c9dc5;
  for (const letter of modelKey(name)) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (hash >>> 0) % count;
}

/** What the build says of the reviewed model of a name; undefined where its file has none. Rejects without the file. */
export async function filedFacts({ pattern, count }: ProfileFiles, name: string): Promise<Facts | undefined> {
  const file = await loadOnce<ProfileFile>(pattern.replace('*', String(fileNumberOf(name, count))));
  const at = Object.hasOwn(file.names, modelKey(name)) ? file.names[modelKey(name)] : undefined;
  return at === undefined ? undefined : file.facts[at];
}
