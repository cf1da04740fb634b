import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareTables } from '../engine/prepare.ts';
import { openNativeEngine } from '../engine/native.ts';
import { rawTables } from '../engine/raw-tables.ts';
import { cautions } from '../dataset/tables.ts';
import { cautionsFile } from './cautions.ts';

// Writes data/cautions.csv anew from the other tables.
const engine = await openNativeEngine(rawTables());
try {
  await prepareTables(engine);
  await writeFile(join('data', cautions.file!), await cautionsFile(engine));
} finally {
  await engine.close();
}
