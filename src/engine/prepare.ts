import { findingStatements } from '../dataset/findings.ts';
import { tableStatements } from '../dataset/prepared-tables.ts';
import type { Engine } from './engine.ts';

/** Carries out the steps of the preparations over the raw tables that the engine holds. */
export async function findRows(engine: Engine): Promise<void> {
  await engine.run(findingStatements().join(';\n'));
}

/**
 * Makes every table that the views of a slice stand on, from the raw tables that the engine holds and what the
 * steps have found.
 */
export async function makeTables(engine: Engine): Promise<void> {
  await engine.run(tableStatements().join(';\n'));
}

/** Carries out the steps and makes the tables, in an engine that holds the raw tables alone. */
export async function prepareTables(engine: Engine): Promise<void> {
  await findRows(engine);
  await makeTables(engine);
}
