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

/** Kinds of problems that are shown, a kind being a column and a rule, and rows of each beside the first. */
const shownKinds = 20;
const shownRows = 5;

/**
 * Reads, checks and writes the table of runs and its data package. Nothing is written unless everything is
 * right.
 * @throws ImportFailure with the problems, or with the reason why the rows are refused.
 */
export async function importRuns(options: ImportOptions): Promise<void> {
  const { source, folder, acceptNewRelease, say } = options;
  const { runs, problems } = validate(
    await withLocalFile(source, options, (path) => readParquet(path, source)),
  );
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

/** The problems in lines: those of one column and rule as one, with the rows that have it. */
function formatProblems(source: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const alike = [...Map.groupBy(problems, ({ upstream, rule }) => JSON.stringify([upstream, rule])).values()];
  const hidden = alike.slice(shownKinds).reduce((sum, { length }) => sum + length, 0);
  return [
    `${source}: ${count}; nothing was written.`,
    ...alike.slice(0, shownKinds).map(([first, ...others]) => `  ${formatProblem(first!)}${also(others)}`),
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
  ].join('\n');
}

/** The rows of further problems of one kind, the first few by number. */
function also(others: readonly Problem[]): string {
  if (others.length === 0) return '';
  const shown = others.slice(0, shownRows).map(({ row }) => row);
  const left = others.length - shown.length;
  const rows = others.length === 1 ? 'row' : `${others.length} rows:`;
  return ` (the same in ${rows} ${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''})`;
}
