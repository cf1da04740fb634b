import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ImportFailure } from './failure.ts';

/** Moves a finished file over the old one. Tests put a crash in its place. */
export type Rename = (from: string, to: string) => Promise<void>;

/**
 * Replaces files so that a crash never leaves half of one: all new contents are on disk beside the old
 * files before the first is renamed over its old one, in the order given. A failure before that leaves the
 * old files as they were. A crash between two renames leaves some new and some old, each of them whole.
 * @throws ImportFailure naming what could not be written and which files are already new.
 */
export async function replaceFiles(
  files: readonly { path: string; text: string }[],
  move: Rename = rename,
): Promise<void> {
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
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
  }
}

/** A fixed name, so that what a crash left behind is overwritten by the next import. */
function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.tmp`);
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
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
