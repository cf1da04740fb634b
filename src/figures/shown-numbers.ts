import type { Row } from '../engine/engine.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';

/**
 * The named numbers that stand in drawn rows, by id: those whose value is, to the last bit, that of a cell, because
 * one derivation made both. Whole numbers are left out, as equal counts need not be of the same thing.
 */
export function shownNumbers(
  rows: readonly Row[],
  estimates: Readonly<Record<string, Pick<Estimate, 'value'>>>,
): Record<string, number> {
  const cells = new Set(rows.flatMap((row) => Object.values(row)));
  return Object.fromEntries(
    Object.entries(estimates).flatMap(([id, { value }]) =>
      value !== null && !Number.isInteger(value) && cells.has(value) ? [[id, value]] : [],
    ),
  );
}
