/** A stretch of a text, in UTF-16 units. */
export interface Place {
  from: number;
  to: number;
}

/** The line that the engine shows under a message. */
export interface ShownLine {
  number: number;
  /** The line as the engine shows it, perhaps cut at both ends. */
  shown: string;
  /** Columns of the screen before the mark. */
  indent: number;
}

/** Parts a message from the line that the engine shows under it. */
export function splitPlace(message: string): [said: string, line?: ShownLine] {
  const found = /\n+LINE (\d+): ([^]*)\n( *)\^\s*$/.exec(message);
  if (!found) return [message.trim()];
  const [, number = '1', shown = '', spaces = ''] = found;
  const indent = spaces.length - `LINE ${number}: `.length;
  return [message.slice(0, found.index).trim(), { number: Number(number), shown, indent }];
}

/** The place of a mark under a line of the text itself. */
export function placeInText(text: string, { number, shown, indent }: ShownLine): Place | undefined {
  const lines = text.split('\n');
  const line = lines[number - 1];
  if (line === undefined) return undefined;
  const start = lines.slice(0, number - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const before = unitsBefore(shown, indent);
  const cutStart = shown.startsWith('...') && !line.startsWith('...') ? 3 : 0;
  const piece = shown.slice(cutStart).replace(/\.\.\.$/, '');
  const offset = line.startsWith(shown) ? 0 : line.indexOf(piece) - cutStart;
  return wordAt(text, start + Math.min(Math.max(offset + before, 0), line.length));
}

const bytesOf = new TextEncoder();

/**
 * Lines for before a query that holds the text as an argument. What goes wrong inside the argument is reported
 * at its byte there, which the engine then counts from the beginning of the whole query: with as many lines as
 * the text has bytes, the number of the line tells the byte.
 */
export const linesBefore = (text: string): string => '\n'.repeat(bytesOf.encode(text).length);

/** The place of a mark in a text that stood as an argument after its `linesBefore`. */
export function placeBehindLines(text: string, { number }: ShownLine): Place | undefined {
  const bytes = bytesOf.encode(text);
  // Past the lines it is of the query around the text.
  if (number > bytes.length) return undefined;
  return wordAt(text, new TextDecoder().decode(bytes.subarray(0, number - 1)).length);
}

/** An end that comes too soon is told without a place. */
export function placeOfEnd(text: string, said: string): Place | undefined {
  if (!said.includes('at end of input')) return undefined;
  const to = text.trimEnd().length;
  return { from: Math.max(to - 1, 0), to };
}

/** The place of a name that is the last of those joined by dots at a place, such as `models.averag`. */
export function placeOfName(text: string, place: Place, name: string): Place {
  const part = '(?:"(?:[^"]|"")*"|[\\p{L}\\p{N}_]+)';
  const joined = new RegExp(`^(?:${part}\\s*\\.\\s*)*(${part})`, 'u').exec(text.slice(place.from));
  const last = joined?.[1];
  if (!joined || last?.replaceAll(/^"|"$/g, '').toLowerCase() !== name.toLowerCase()) return place;
  const to = place.from + joined[0].length;
  return { from: to - last.length, to };
}

/** How many units of a text fill so many columns of a screen. */
function unitsBefore(text: string, columns: number): number {
  let units = 0;
  let filled = 0;
  for (const character of text) {
    if (filled >= columns) break;
    filled += width(character);
    units += character.length;
  }
  return units;
}

function width(character: string): number {
  if (/[\p{Cc}\p{M}]/u.test(character)) return 0;
  return /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
    character,
  )
    ? 2
    : 1;
}

/** A name, a text, a number or an operator such as `::`. */
const word = /^(?:"[^"]*"?|'[^']*'?|[\p{L}\p{N}_]+|::|[^\n])/u;

function wordAt(text: string, from: number): Place {
  return { from, to: from + (word.exec(text.slice(from))?.[0].length ?? 0) };
}
