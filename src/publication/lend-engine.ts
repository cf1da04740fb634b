import type { ReaderEngine } from '../engine/engine.ts';
import { openNativeEngine } from '../engine/native.ts';
import { prepareTables } from '../engine/prepare.ts';
import { rawTables } from '../engine/raw-tables.ts';

/** Lends an engine with the tables made anew from the facts in a folder until what `use` answers has come. */
export async function lendEngine<T>(use: (engine: ReaderEngine) => Promise<T>, folder = 'data'): Promise<T> {
  const engine = await openNativeEngine(rawTables(folder));
  try {
    await prepareTables(engine);
    return await use(engine);
  } finally {
    await engine.close();
  }
}
