import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Run } from '../dataset/column.ts';
import { csvFile, csvLine } from '../dataset/csv.ts';
import { formatDataPackage } from '../dataset/datapackage.ts';
import { formatFactProblem } from '../dataset/fact-file.ts';
import { factProblems } from '../dataset/facts.ts';
import { fingerprint } from '../dataset/fingerprint.ts';
import { correctedShapes } from '../dataset/identity/files.ts';
import { identify } from '../dataset/identity/identify.ts';
import { identityTable } from '../dataset/identity/table.ts';
import { ImportFailure } from '../dataset/import/failure.ts';
import { importRuns, type ImportOptions } from '../dataset/import/import.ts';
import { readParquet } from '../dataset/import/parquet.ts';
import { formatProblem } from '../dataset/import/problem.ts';
import { withLocalFile } from '../dataset/import/source.ts';
import { validate } from '../dataset/import/validate.ts';
import { formatRuns, parseRuns } from '../dataset/runs-file.ts';
import { changedNumbers, changedVerdicts } from '../meaning/compare.ts';
import { inText, partsOfNumbers, type Part } from '../meaning/words.ts';
import { answersOf } from './answers.ts';
import { changedRows, partsOfRows } from './rows.ts';

/**
 * Writes the identities that the runs would have. Where an origin is not known yet, those that are there stay, a new
 * name is a model of its own, and what is not known is the answer.
 */
async function identities(folder: string, runs: readonly Run[]): Promise<string | undefined> {
  const path = join(folder, 'identity.csv');
  const columns = Object.keys(identityTable.columns);
  const corrected = correctedShapes(await readFile(join(folder, 'corrections.csv'), 'utf8'));
  try {
    await writeFile(path, csvFile(columns, identify(runs, corrected)));
    return undefined;
  } catch (error) {
    const text = await readFile(path, 'utf8');
    const known = new Set((parse(text, { columns: true }) as { model: string }[]).map(({ model }) => model));
    const unknown = [...new Set(runs.map(({ model }) => String(model)))].filter((model) => !known.has(model));
    const alone = unknown.map((model) => [
      model,
      model,
      null,
      null,
      null,
      null,
      null,
      model,
      'own',
      'not known',
    ]);
    await writeFile(path, text + alone.map(csvLine).join(''));
    return (error as Error).message;
  }
}

/** The folder with the tables of facts as they would be with other runs, until what `use` does is done. */
async function withRuns<T>(
  folder: string,
  runs: readonly Run[],
  use: (folder: string, unknown: string | undefined) => Promise<T>,
): Promise<T> {
  const made = await mkdtemp(join(tmpdir(), 'data-update-'));
  try {
    await cp(folder, made, { recursive: true });
    const text = formatRuns(runs);
    await writeFile(join(made, 'runs.csv'), text);
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const found = { count: runs.length, bytes: bytes.length, sha256, fingerprint: fingerprint(runs) };
    await writeFile(join(made, 'datapackage.json'), formatDataPackage(found));
    return await use(made, await identities(made, runs));
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

/** What other runs would change: rows, verdicts, numbers, and lines of the other tables that would no longer fit. */
export async function preview(folder: string, runs: readonly Run[]): Promise<Part[]> {
  const rows = changedRows(parseRuns(await readFile(join(folder, 'runs.csv'), 'utf8')), runs);
  if (rows.added.length + rows.removed.length + rows.runs === 0) return [];
  const before = await answersOf(folder);
  const { after, unknown, problems } = await withRuns(folder, runs, async (made, unknown) => ({
    after: await answersOf(made),
    unknown,
    problems: await factProblems(made),
  }));
  const both = ['reviewed', 'prepared'] as const;
  const verdicts = both.flatMap((each) => changedVerdicts(each, before.claims, after.claims));
  const numbers = both.flatMap((each) => changedNumbers(each, before.numbers[each], after.numbers[each]));
  return [
    ...partsOfRows(rows),
    {
      heading: 'Origins that are not known',
      lines:
        unknown === undefined
          ? []
          : [
              {
                text: unknown,
                below: ['npm run data:identity stops there; below, a new name counts as a model of its own.'],
              },
            ],
    },
    {
      heading: 'Lines of the other tables that would no longer fit',
      lines: problems.map((problem) => ({ text: formatFactProblem(problem), below: [] })),
    },
    ...partsOfNumbers({ verdicts, numbers }),
  ];
}

export interface UpdateOptions extends Omit<ImportOptions, 'acceptNewRelease' | 'rename'> {
  /** Whether every line is shown, not the first 40 of each part. */
  all: boolean;
  /** Asks whether to write, once what would change is shown. */
  consent: () => Promise<boolean>;
  /** Takes what would change, for people. */
  show: (text: string) => void;
}

const limit = 40;

/**
 * Shows what a newer file of the leaderboard would change, and writes it where that is consented to.
 *
 * @returns whether it was written
 * @throws ImportFailure where the file is refused, with the reason
 */
export const updateRuns = (options: UpdateOptions): Promise<boolean> =>
  withLocalFile(options.source, options, async (path) => {
    const { runs, problems } = validate(await readParquet(path));
    if (problems.length > 0)
      throw new ImportFailure(
        [
          `${options.source}: ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}; the first:`,
          ...problems.slice(0, limit).map((problem) => `  ${formatProblem(problem)}`),
        ].join('\n'),
      );
    options.say('Computing what the report would say …');
    const parts = await preview(options.folder, runs);
    if (parts.length === 0) {
      options.show('The file has the rows that are there already.\n');
      return false;
    }
    options.show(inText(parts, options.all ? Infinity : limit));
    if (!(await options.consent())) {
      options.say('Nothing was written.');
      return false;
    }
    await importRuns({ ...options, source: path, acceptNewRelease: true });
    options.say(
      'Next: npm run data:identity, npm run check:content, and what both name; then the counts in data/README.md.',
    );
    return true;
  });
