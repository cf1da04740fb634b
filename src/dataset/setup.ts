import type { Engine } from '../engine/engine.ts';
import { pairsStatement } from './pairs.ts';
import { preparationStatements } from './preparations.ts';

/** Makes every table that the views of a slice stand on, from the raw tables that the engine holds. */
export async function prepareTables(engine: Engine): Promise<void> {
  await engine.run([...preparationStatements(), pairsStatement()].join(';\n'));
}
