/** A name in a query that the engine does not know. */
export interface UnknownName {
  /** A table to read from, the name of one before a dot, or a column. */
  kind: 'table' | 'qualifier' | 'column';
  name: string;
}

const reports: readonly [kind: UnknownName['kind'], report: RegExp][] = [
  ['table', /Table with name ([^\n]+) does not exist!/],
  ['qualifier', /Referenced table "([^\n]+)" not found!/],
  ['column', /Referenced column "([^\n]+)" (?:was )?not found/],
  ['column', /does not have a column named "([^\n]+)"/],
];

/** The unknown name that a message of the engine reports, if it does. */
export function unknownNameIn(said: string): UnknownName | undefined {
  for (const [kind, report] of reports) {
    const name = report.exec(said)?.[1];
    if (name !== undefined) return { kind, name };
  }
  return undefined;
}

/**
 * The message without the names that the engine guesses: it takes the nearest, however far, and takes its own
 * system tables and functions for names that a reader may mean.
 */
export const withoutGuesses = (said: string): string =>
  said.replaceAll(/\n+(?:Did you mean:? "[^\n]*|Candidate (?:bindings|tables): [^\n]*)/g, '');
