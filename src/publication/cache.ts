import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { databaseAddress } from '../engine/database.ts';

/** What statistics of a slice are computed from. */
export const statisticsInputs: readonly string[] = [
  'data',
  ...['choices', 'dataset', 'engine', 'slice', 'statistics'].map((part) => `src/${part}`),
];

/** So many results of a kind are kept. */
const mostKept = 8;

/**
 * A name for what is computed, by what is asked and by the content of the files that it is computed from, the packages
 * among them.
 */
export function contentKey(asked: unknown, paths: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(asked));
  const add = (path: string) => {
    if (statSync(path).isDirectory())
      readdirSync(path)
        .sort()
        .forEach((name) => add(join(path, name)));
    else hash.update(`\n${path}\n`).update(readFileSync(path));
  };
  ['package-lock.json', ...paths].forEach(add);
  const database = databaseAddress();
  // What lies elsewhere may change without a sign: what is computed from it is never found again.
  if (database !== undefined) hash.update(existsSync(database) ? readFileSync(database) : randomUUID());
  return hash.digest('hex').slice(0, 32);
}

const folderOf = (kind: string) => join('.cache', kind);

/** What is kept of a kind under a key; undefined where nothing is. */
export function kept<T>(kind: string, key: string): T | undefined {
  const path = join(folderOf(kind), `${key}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;
}

/** Keeps what was computed under a key, and lets go of what was kept longest ago. */
export function keep(kind: string, key: string, computed: unknown): void {
  const folder = folderOf(kind);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${key}.json`);
  // Two builds may keep at once; each finds a whole file or none.
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(computed));
  renameSync(unfinished, path);
  // What another build lets go of meanwhile is gone.
  const madeAt = (each: string) => statSync(each, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  readdirSync(folder)
    .map((name) => join(folder, name))
    .toSorted((a, b) => madeAt(b) - madeAt(a))
    .slice(mostKept)
    .forEach((old) => rmSync(old, { force: true }));
}
