import { readFile } from 'node:fs/promises';
import { ImportFailure } from './failure.ts';

/**
 * The fingerprint that a `datapackage.json` records, or null where there is no such file yet.
 * @throws ImportFailure where the file records none: without it nobody can tell which release is in place.
 */
export async function recordedFingerprint(path: string): Promise<string | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ImportFailure(`${path}: cannot be read: ${(error as Error).message}`);
  }
  const value = fingerprintIn(text);
  if (value === undefined) {
    throw new ImportFailure(
      `${path}: the property fingerprint.value should be 64 hexadecimal digits. ` +
        'Restore the file; delete it only to start over with a first import.',
    );
  }
  return value;
}

function fingerprintIn(text: string): string | undefined {
  try {
    const parsed = JSON.parse(text) as { fingerprint?: { value?: unknown } } | null;
    const value = parsed?.fingerprint?.value;
    return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What it means that the rows to import are not those of the release in place, for people. */
export function newReleaseNotice(recorded: string, imported: string, count: number): string {
  return [
    '*** THESE ARE NOT THE ROWS OF THE RELEASE THAT THIS PROJECT KNOWS ***',
    `  recorded fingerprint: ${recorded}`,
    `  of the rows to import: ${imported} (${count} runs)`,
    'The leaderboard is retired and its final release should not change. Other rows come from an earlier',
    'snapshot (never mix snapshots: scores and carbon costs were recomputed between them), from an edited',
    'file, or from a true new release. With them every number of the report changes, and corrections.csv,',
    'moe.csv, the counts in data/README.md and the claims must all be checked again.',
  ].join('\n');
}
