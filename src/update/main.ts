import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readCommandLine } from '../command/command-line.ts';
import { ImportFailure } from '../dataset/import/failure.ts';
import { hubFile } from '../dataset/import/source.ts';
import { updateRuns } from './update.ts';

const usage = `Usage: npm run data:update -- [file-or-url] [--write] [--all]

Shows what a newer Parquet file of the leaderboard (without an argument: the one on the Hub) would change: rows,
verdicts, numbers, and lines of the other tables that would no longer fit. Then it asks whether to write.

--write  writes without asking
--all    every line, not the first 40 of each part`;

/** Asks at a terminal; where there is none, nothing is consented to. */
async function ask(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.error('To write these rows, run this again with --write.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('Write these rows to data/? [y/N] ');
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

async function main(): Promise<number> {
  const line = readCommandLine(usage, ['write', 'all'], [0, 1]);
  if (typeof line === 'number') return line;
  const { flags, operands } = line;
  if (process.env.REPORT_DATABASE) {
    console.error(
      'REPORT_DATABASE names another database, which would be compared with itself: leave it out.',
    );
    return 2;
  }
  try {
    await updateRuns({
      source: operands[0] ?? hubFile,
      folder: fileURLToPath(new URL('../../data/', import.meta.url)),
      all: flags.all,
      consent: flags.write ? () => Promise.resolve(true) : ask,
      show: (text) => console.log(text),
      say: (line) => console.error(line),
      fetch,
      sleep,
    });
    return 0;
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main();
