/** A stretch of a text, in UTF-16 units. */
export interface Place {
  from: number;
  to: number;
}

/** What is wrong with a reader's query, said for the reader. */
export class QueryProblem extends Error {
  /** Where in the query, if the engine tells. */
  readonly place: Place | undefined;
  /** Names that the engine takes to be meant. */
  readonly candidates: readonly string[];
  /** Whether the text is something else than one SELECT. */
  readonly refused: boolean;
  /** Whether the engine itself broke off: what is left of it cannot be trusted. */
  readonly broken: boolean;

  constructor(
    message: string,
    {
      place,
      candidates = [],
      refused = false,
      broken = false,
    }: Partial<Pick<QueryProblem, 'place' | 'candidates' | 'refused' | 'broken'>> = {},
  ) {
    super(message);
    this.name = 'QueryProblem';
    this.place = place;
    this.candidates = candidates;
    this.refused = refused;
    this.broken = broken;
  }
}

const oneSelect =
  'The box answers one SELECT at a time, also written as FROM, WITH, VALUES, DESCRIBE, SUMMARIZE or SHOW. ' +
  'It reads the tables and changes neither them nor any setting.';

/**
 * Reads a message of the engine. Its place counts only where the engine was given the text itself
 * (`placed`) and not the text within a query of ours.
 */
export function readProblem(error: unknown, text: string, given?: 'placed'): QueryProblem {
  const whole = error instanceof Error ? error.message : String(error);
  const [said = '', line] = splitPlace(whole);
  // Every error that the engine reports names its kind; a fault of its WebAssembly or worker does not.
  if (!/^[A-Z][A-Za-z ]* Error: /.test(said))
    return new QueryProblem(`The query broke the engine, which starts anew for the next one. (${said})`, {
      broken: true,
    });
  if (said.includes('Expected a single SELECT statement'))
    return new QueryProblem(oneSelect, { refused: true });
  if (said.startsWith('Out of Memory Error')) return new QueryProblem(outOfMemory);
  if (said.startsWith('Permission Error'))
    return new QueryProblem(`${said} The box reads the tables of this report: no files and no network.`);
  const place = given && (line ? placeOf(text, line) : endOf(text, said));
  return new QueryProblem(said, { place, candidates: candidatesOf(said) });
}

const outOfMemory =
  'Out of memory: the query builds more on its way than the box may hold. Fewer rows before a join, a sort or ' +
  'a list, or a LIMIT inside, will help.';

interface Line {
  number: number;
  /** The line as the engine shows it, perhaps cut at both ends. */
  shown: string;
  /** Columns of the screen before the mark. */
  indent: number;
}

function splitPlace(message: string): [said: string, line?: Line] {
  const found = /\n+LINE (\d+): ([^]*)\n( *)\^\s*$/.exec(message);
  if (!found) return [message.trim()];
  const [, number = '1', shown = '', spaces = ''] = found;
  const indent = spaces.length - `LINE ${number}: `.length;
  return [message.slice(0, found.index).trim(), { number: Number(number), shown, indent }];
}

function placeOf(text: string, { number, shown, indent }: Line): Place | undefined {
  const lines = text.split('\n');
  const line = lines[number - 1];
  if (line === undefined) return undefined;
  const start = lines.slice(0, number - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const before = unitsBefore(shown, indent);
  const cutStart = shown.startsWith('...') && !line.startsWith('...') ? 3 : 0;
  const piece = shown.slice(cutStart).replace(/\.\.\.$/, '');
  const offset = line.startsWith(shown) ? 0 : line.indexOf(piece) - cutStart;
  const from = start + Math.min(Math.max(offset + before, 0), line.length);
  return { from, to: from + lengthOfWord(text.slice(from, start + line.length)) };
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

const lengthOfWord = (text: string) => /^(?:"[^"]*"?|'[^']*'?|[\p{L}\p{N}_]+|.)/u.exec(text)?.[0].length ?? 0;

/** An end that comes too soon is told without a place. */
function endOf(text: string, said: string): Place | undefined {
  if (!said.includes('at end of input')) return undefined;
  const to = text.trimEnd().length;
  return { from: Math.max(to - 1, 0), to };
}

function candidatesOf(said: string): string[] {
  const list = /(?:Candidate bindings:|Did you mean) (.*)/.exec(said)?.[1] ?? '';
  return [...list.matchAll(/"([^"]+)"/g)].map((match) => match[1]!.split('.').at(-1)!);
}
