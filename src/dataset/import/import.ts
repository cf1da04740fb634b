import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { formatRuns, parseRuns } from '../runs-file.ts';
import { formatDataPackage } from '../datapackage.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Network } from './download.ts';
import { ImportFailure } from './failure.ts';
import { readParquet } from './parquet.ts';
import type { Problem } from './problem.ts';
import { formatProblem } from './problem.ts';
import { newReleaseNotice, recordedFingerprint } from './release.ts';
import type { Rename } from './replace.ts';
import { replaceFiles } from './replace.ts';
import { withLocalFile } from './source.ts';
import { validate } from './validate.ts';

export interface ImportOptions extends Network {
  /** Path or http(s) URL of the Hub's Parquet file. */
  source: string;
  /** Folder of `runs.csv` and `datapackage.json`. */
  folder: string;
  /** Whether rows of another release than the recorded one may take its place. */
  acceptNewRelease: boolean;
  /** Moves a finished file over the old one; the file system's rename unless a test puts in another. */
  rename?: Rename | undefined;
}

const shownProblems = 20;

/**
 * Reads, checks and writes the table of runs and its data package. Nothing is written unless everything is
 * right.
 * @throws ImportFailure with the problems, or with the reason why the rows are refused.
 */
export async function importRuns(options: ImportOptions): Promise<void> {
  const { source, folder, acceptNewRelease, say } = options;
  const { runs, problems } = validate(await withLocalFile(source, options, readParquet));
  if (problems.length > 0) throw new ImportFailure(formatProblems(source, problems));

  const text = formatRuns(runs);
  const found = fingerprint(runs);
  if (fingerprint(parseRuns(text)) !== found) {
    throw new ImportFailure(
      `${source}: the rows do not survive being written and read back; nothing was written.`,
    );
  }
  const packagePath = join(folder, 'datapackage.json');
  const recorded = await recordedFingerprint(packagePath);
  if (recorded !== null && recorded !== found) {
    const notice = newReleaseNotice(recorded, found, runs.length);
    if (!acceptNewRelease) {
      throw new ImportFailure(
        `${notice}\nNothing was written. If you mean it, import again with --accept-new-release.`,
      );
    }
    say(`${notice}\nAccepted, as asked for: the new fingerprint replaces the recorded one.`);
  }

  const bytes = Buffer.from(text, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await replaceFiles(
    [
      { path: join(folder, 'runs.csv'), text },
      {
        path: packagePath,
        text: formatDataPackage({ count: runs.length, bytes: bytes.length, sha256, fingerprint: found }),
      },
    ],
    options.rename,
  );
  say(`Wrote runs.csv (${runs.length} runs) and datapackage.json; fingerprint ${found}.`);
}

function formatProblems(source: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const hidden = problems.length - shownProblems;
  return [
    `${source}: ${count}; nothing was written.`,
    ...problems.slice(0, shownProblems).map((problem) => `  ${formatProblem(problem)}`),
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
  ].join('\n');
}
