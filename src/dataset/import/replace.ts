import { randomUUID } from 'node:crypto';
import { link, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ImportFailure } from './failure.ts';

/** Moves a finished file over the old one. Tests put a crash in its place. */
export type Rename = (from: string, to: string) => Promise<void>;

/**
 * Replaces files so that a crash never leaves half of one: all new contents are on disk beside the old
 * files before the first is renamed over its old one, in the order given. A failure before that leaves the
 * old files as they were. A crash between two renames leaves some new and some old, each of them whole. Only one
 * process at a time replaces files of the folder of the first.
 * @throws ImportFailure naming what could not be written and which files are already new, or who else is writing.
 */
export async function replaceFiles(
  files: readonly { path: string; text: string }[],
  move: Rename = rename,
): Promise<void> {
  const unlock = await lock(join(dirname(files[0]!.path), '.import.lock'));
  const staged = files.map(({ path, text }) => ({ path, text, temporary: temporaryPath(path) }));
  const replaced: string[] = [];
  try {
    for (const { temporary, text } of staged) await writeDurably(temporary, text);
    for (const { temporary, path } of staged) {
      await move(temporary, path);
      replaced.push(path);
    }
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder);
  } catch (error) {
    const state = replaced.length === 0 ? 'nothing was replaced' : `already replaced: ${replaced.join(', ')}`;
    throw new ImportFailure(`The new files cannot be written (${(error as Error).message}); ${state}.`);
  } finally {
    // What cannot be removed is none of ours.
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true }).catch(() => undefined)));
    await unlock();
  }
}

/**
 * Takes a lock: a file with the number of the process that has it. One that a crash left behind is taken over.
 * @returns what gives it back
 * @throws ImportFailure where a running process has it.
 */
async function lock(path: string): Promise<() => Promise<void>> {
  const mine = `${path}.${process.pid}-${randomUUID()}`;
  try {
    await writeFile(mine, String(process.pid), { flag: 'wx' });
    // The lock has its number from the first moment on.
    while (!(await isLinked(mine, path))) {
      const owner = Number(await readFile(path, 'utf8').catch(() => ''));
      if (isRunning(owner))
        throw new ImportFailure(
          `Another import (process ${owner}) is writing to this folder; nothing was replaced. Import again when it has ended.`,
        );
      await rm(path, { force: true });
    }
    await clear(path);
  } catch (error) {
    throw error instanceof ImportFailure
      ? error
      : new ImportFailure(
          `The new files cannot be written (${(error as Error).message}); nothing was replaced.`,
        );
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(path, { force: true });
}

/** Removes what processes that were killed left beside the lock before they had it. */
async function clear(path: string): Promise<void> {
  const start = `${basename(path)}.`;
  for (const name of await readdir(dirname(path)))
    if (name.startsWith(start) && !isRunning(Number.parseInt(name.slice(start.length), 10)))
      await rm(join(dirname(path), name), { force: true });
}

const isLinked = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

function isRunning(owner: number): boolean {
  if (!Number.isSafeInteger(owner) || owner <= 0) return false;
  try {
    return process.kill(owner, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A fixed name, so that what a crash left behind is overwritten by the next import. */
function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.tmp`);
}

async function writeDurably(path: string, text: string): Promise<void> {
  // A link that lies there goes, and what it leads to stays as it is.
  await rm(path, { force: true });
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and needs no such step.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
