import type { Row, Value } from '../../../src/engine/engine.ts';

// JSON has neither, and both must differ from what it would write for them.
const exact = (_: string, value: Value) =>
  typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
    ? `number ${Object.is(value, -0) ? '-0' : String(value)}`
    : value;

/** Rows as text: equal exactly where columns, their order, rows, their order and every bit are. */
export const writeRows = (rows: readonly Row[]): string => JSON.stringify(rows, exact);
