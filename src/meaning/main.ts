import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine } from '../command/command-line.ts';
import { isBuilt } from '../site/build-record.ts';
import { buildOf } from './build-of.ts';
import { compareMeanings } from './compare.ts';
import { readMeaning } from './meaning.ts';
import { inMarkdown, inText, partsOf } from './words.ts';

const usage = `Usage: npm run diff:meaning -- <before> [<after>] [--markdown] [--all]

Prints the verdicts, numbers, sentences and charts in which two built reports differ. Each is a folder with a built
report, or a commit, which is built; <after> is dist/ where it is not given.

--markdown  for a pull request or the summary of a job
--all       every line, not the first 40 of each part`;

const built = (place: string): string => (existsSync(join(place, 'data')) ? place : buildOf(place));

function main(): number {
  const line = readCommandLine(usage, ['markdown', 'all'], [1, 2]);
  if (typeof line === 'number') return line;
  const { flags, operands } = line;
  const [before, after = 'dist'] = operands as [string, string?];
  try {
    if (operands.length === 1 && !isBuilt(after, { base: '/' }))
      throw new Error('dist/ is not of the project as it is now: run “npm run build” first.');
    const meant = readMeaning(built(after));
    const parts = partsOf(compareMeanings(readMeaning(built(before)), meant));
    console.log(
      flags.markdown
        ? inMarkdown(parts, flags.all ? Infinity : 200)
        : inText(parts, flags.all ? Infinity : 40),
    );
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

process.exitCode = main();
