// Quotes and blanks may stand before the sign, so that an apostrophe that was there is told from one that was added.
const sign = `['"\\s]*[=+\\-@＝＋－＠]`;
// Where a semicolon or a tab parts the cells, as in many a spreadsheet, quotes within a line protect nothing.
const start = String.raw`(?<=^|[;\t\r\n])`;
const opening = `(?<=^)(?='*[\\t\\r\\n])`;
const formulas = new RegExp(`${start}(?=${sign})|${opening}`, 'g');
const apostrophes = new RegExp(`${start}'(?=${sign})|(?<=^)'(?='*[\\t\\r\\n])`, 'g');
const number = /^[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/i;

/**
 * A text that no spreadsheet takes for a formula, however it parts the cells: an apostrophe stands wherever it would
 * find one. A number that is written as text stays.
 */
export const harmless = (text: string): string => (number.test(text) ? text : text.replaceAll(formulas, "'"));

/** The text that was made harmless. */
export const asGiven = (text: string): string => text.replaceAll(apostrophes, '');

/** What a description says of the apostrophes. */
export const apostropheNote =
  'A text that a spreadsheet would take for a formula has an apostrophe before it.';
