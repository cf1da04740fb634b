import { join } from 'node:path';
import { factTables } from '../dataset/tables.ts';
import type { NativeTable } from './csv.ts';

/** The tables of facts that both engines hold, with their files in the given folder. */
export const rawTables = (folder = 'data'): NativeTable[] =>
  factTables.map(({ name, file, columns }) => ({
    name,
    path: join(folder, file!),
    columns: Object.values(columns),
  }));
