import type { ImportOptions } from './import.ts';
import { importRuns } from './import.ts';
import { ImportFailure } from './failure.ts';
import { hubFile } from './source.ts';

export const usage = `Usage: npm run data:import -- [file-or-url] [--accept-new-release]

Reads the Parquet file of the leaderboard (without an argument: the one on the Hub), checks every value and
writes data/runs.csv and data/datapackage.json. Nothing is written if anything is wrong.

--accept-new-release  take rows that are not those of the recorded final release`;

const acceptFlag = '--accept-new-release';

/**
 * Runs the import with the arguments of the command line.
 * @returns the exit code: 0 done, 1 the import failed, 2 the arguments make no sense.
 */
export async function runCommand(
  args: readonly string[],
  world: Omit<ImportOptions, 'source' | 'acceptNewRelease'>,
): Promise<number> {
  const sources = args.filter((argument) => !argument.startsWith('-'));
  const unknown = args.find((argument) => argument.startsWith('-') && argument !== acceptFlag);
  if (args.includes('--help')) {
    world.say(usage);
    return 0;
  }
  if (unknown !== undefined || sources.length > 1) {
    const fault = unknown === undefined ? 'more than one file or URL' : `unknown option ${unknown}`;
    world.say(`${fault}\n\n${usage}`);
    return 2;
  }
  try {
    const [source = hubFile] = sources;
    await importRuns({ ...world, source, acceptNewRelease: args.includes(acceptFlag) });
    return 0;
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    world.say(error.message);
    return 1;
  }
}
