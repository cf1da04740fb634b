import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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
  const options = {
    markdown: { type: 'boolean' },
    all: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  let parsed;
  try {
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const { values, positionals } = parsed;
  const [before, after = 'dist'] = positionals;
  if (values.help || before === undefined || positionals.length > 2) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  try {
    if (positionals.length === 1 && !isBuilt(after, { base: '/' }))
      throw new Error('dist/ is not of the project as it is now: run “npm run build” first.');
    const meant = readMeaning(built(after));
    const parts = partsOf(compareMeanings(readMeaning(built(before)), meant));
    console.log(
      values.markdown
        ? inMarkdown(parts, values.all ? Infinity : 200)
        : inText(parts, values.all ? Infinity : 40),
    );
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

process.exitCode = main();
