import type { Value } from '../engine/engine.ts';

// With a quote before it, a text of a cell would no longer be a formula, so apostrophes are counted, too.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Whether a spreadsheet would take the text of a cell for a formula; a number written as text is none. */
export const looksLikeFormula = (value: Value | undefined): value is string =>
  typeof value === 'string' && formula.test(value) && !number.test(value);

/** A text that no spreadsheet takes for a formula: an apostrophe stands before one that it would. */
export const harmless = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);
