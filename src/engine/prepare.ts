import { findingStatements } from '../dataset/findings.ts';
import { tableStatements } from '../dataset/prepared-tables.ts';
import type { Engine } from './engine.ts';

/**
 * Carries out the steps of the preparations over the raw tables that the engine holds, and makes every table that the
 * views of a slice stand on. A browser is given the finished tables.
 */
export async function prepareTables(engine: Engine): Promise<void> {
  await engine.run([...findingStatements(), ...tableStatements()].join(';\n'));
}
