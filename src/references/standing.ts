import type { Work } from './bibliography.ts';
import type { Citation } from './citations.ts';

/** What a work is to the report. */
export type Standing = 'used' | 'cited' | 'further reading';

/** Used where a figure or a page rests on it, else cited where a text refers to it, else further reading. */
export function standingOf({ id, usedBy }: Work, citations: readonly Citation[]): Standing {
  if (usedBy.length > 0) return 'used';
  return citations.some(({ work }) => work === id) ? 'cited' : 'further reading';
}
