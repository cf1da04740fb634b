import type { Row } from '../../src/engine/engine.ts';

/** The rows of one layer of a figure. */
export const layer = (rows: readonly Row[], name: string) => rows.filter((row) => row.layer === name);
