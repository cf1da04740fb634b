import type { Criteria } from './criteria.ts';
import type { Shortlist } from './shortlist.ts';

/** Addresses of the pages that the answer leads to. */
export interface Pages {
  /** Of the model finder, and of what says when a model is cautioned. */
  finder: string;
  cautions: string;
}

/** What the parts of the answer are made from. */
export interface AnswerProps extends Pages {
  criteria: Criteria;
  shortlist: Shortlist;
  /** Address of other criteria, and the way there. */
  linkTo(part: Partial<Criteria>): string;
  choose?(part: Partial<Criteria>): void;
}
