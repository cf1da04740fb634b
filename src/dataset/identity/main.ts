import { readFile, writeFile } from 'node:fs/promises';
import { csvFile } from '../csv.ts';
import { parseRuns } from '../runs-file.ts';
import { identityTable } from './table.ts';
import { correctedShapes } from './files.ts';
import { identify } from './identify.ts';

/* Writes data/identity.csv anew from runs.csv, corrections.csv and the tables beside this file. */

try {
  const lines = identify(
    parseRuns(await readFile('data/runs.csv', 'utf8')),
    correctedShapes(await readFile('data/corrections.csv', 'utf8')),
  );
  await writeFile('data/identity.csv', csvFile(Object.keys(identityTable.columns), lines));
} catch (error) {
  console.error(`data/identity.csv is left as it is: ${(error as Error).message}`);
  process.exitCode = 1;
}
