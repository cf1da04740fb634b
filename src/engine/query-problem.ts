import {
  placeBehindLines,
  placeInText,
  placeOfEnd,
  placeOfName,
  splitPlace,
  type Place,
  type ShownLine,
} from './query-place.ts';
import { extensionIn, withoutSettings } from './engine-advice.ts';
import { unknownNameIn, withoutGuesses, type UnknownName } from './unknown-name.ts';

/** What is wrong with a reader's query, said for the reader. */
export class QueryProblem extends Error {
  /** Where in the query, if the engine tells. */
  readonly place: Place | undefined;
  /** The name that the engine does not know, if that is the problem; it stands at the place. */
  readonly unknown: UnknownName | undefined;
  /** Whether the text is something else than one SELECT. */
  readonly refused: boolean;
  /** Whether the engine itself broke off: what is left of it cannot be trusted. */
  readonly broken: boolean;
  /** Whether the message is the engine's own report on the text, which may have a place. */
  readonly reported: boolean;

  constructor(
    message: string,
    {
      place,
      unknown,
      refused = false,
      broken = false,
      reported = false,
    }: Partial<Pick<QueryProblem, 'place' | 'unknown' | 'refused' | 'broken' | 'reported'>> = {},
  ) {
    super(message);
    this.name = 'QueryProblem';
    this.place = place;
    this.unknown = unknown;
    this.refused = refused;
    this.broken = broken;
    this.reported = reported;
  }
}

const oneSelect =
  'The box answers one SELECT at a time, also written as FROM, WITH, VALUES, DESCRIBE, SUMMARIZE or SHOW, ' +
  'and its plan by EXPLAIN. It reads the tables and changes neither them nor any setting.';

/**
 * Reads a message of the engine. It has a place where the engine was given the text itself, or as an argument
 * behind the lines of `linesBefore`.
 */
export function readProblem(
  error: unknown,
  text: string,
  given?: 'text itself' | 'behind lines',
): QueryProblem {
  if (error instanceof QueryProblem) return error;
  const whole = error instanceof Error ? error.message : String(error);
  const [said = '', line] = splitPlace(whole);
  // Every error that the engine reports names its kind; a fault of its WebAssembly or worker does not.
  if (!/^[A-Z][A-Za-z ]* Error: /.test(said)) return new QueryProblem(brokenOff, { broken: true });
  if (said.includes('Expected a single SELECT statement'))
    return new QueryProblem(oneSelect, { refused: true });
  if (said.startsWith('Out of Memory Error')) return new QueryProblem(outOfMemory);
  if (said.startsWith('Permission Error'))
    return new QueryProblem(
      `${sentence(said)} The box reads the tables of this report: no files and no network.`,
    );
  if (said.includes('PIVOT statements without explicit IN'))
    return new QueryProblem(pivot, { refused: true });
  const extension = extensionIn(said);
  if (extension !== undefined) return new QueryProblem(extension, { refused: true });
  const unknown = unknownNameIn(said);
  const place = given && placeOf(text, given, said, line);
  return new QueryProblem(withoutSettings(withoutGuesses(said)), {
    place: place && unknown ? placeOfName(text, place, unknown.name) : place,
    unknown,
    reported: true,
  });
}

/** With a full stop where what the engine says ends without a sign. */
const sentence = (said: string) => (/[.!?]$/.test(said) ? said : `${said}.`);

const outOfMemory =
  'Out of memory: the query builds more on its way than the box may hold. Fewer rows before a join, a sort or ' +
  'a list, or a LIMIT inside, will help.';

const brokenOff =
  'The query broke the engine, and its result is lost. The page and its slice are as they were; a new engine ' +
  'with all tables answers the next query. One value that holds very many others, such as a list of a thousand ' +
  'million numbers, can do that.';

const pivot =
  'Here PIVOT needs the values that become columns, because it would look them up in a statement of its own: ' +
  "PIVOT models ON type IN ('chat', 'merge') USING count(*).";

// What stands in a text within the text is marked by its place there.
const textWithin = /\bquery\s*\(/i;

function placeOf(text: string, given: string, said: string, line?: ShownLine): Place | undefined {
  if (textWithin.test(text)) return undefined;
  if (!line) return placeOfEnd(text, said);
  return given === 'text itself' ? placeInText(text, line) : placeBehindLines(text, line);
}
