import { createHash } from 'node:crypto';
import {
  candidatesIn,
  candidatesOf,
  columnsOf,
  type Candidate,
  type CandidateColumns,
} from '../choose/candidates.ts';
import type { TableModel } from '../finder/model-table.ts';
import { publication } from './publication.ts';

/** The models that a reader can choose from, in the file that the page reads, and a name for its content. */
export interface PublishedCandidates {
  version: string;
  text: string;
  /** What the file says: pages of the build answer from the very same. */
  candidates: readonly Candidate[];
}

async function make(): Promise<PublishedCandidates> {
  const models = (await publication()).reviewed.models as readonly TableModel[];
  const text = JSON.stringify(columnsOf(candidatesOf(models)));
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { version, text, candidates: candidatesIn(JSON.parse(text) as CandidateColumns) };
}

let made: Promise<PublishedCandidates> | undefined;

/** The reviewed models as a reader chooses among them; made once. */
export const publishedCandidates = (): Promise<PublishedCandidates> => (made ??= make());
