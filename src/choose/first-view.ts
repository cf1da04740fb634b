import { h } from 'preact';
import type { Candidate } from './candidates.ts';
import { Choose } from './choose.tsx';
import { addressOf, criteriaOf, type Criteria } from './criteria.ts';
import type { Machine } from './memory.ts';
import { shortlistOf } from './shortlist.ts';

// Only the path of an address counts here.
const site = 'https://example.org';

/** The page of a machine as it opens; `addresses` are those that it leads to, `root` that of the usual machine’s page. */
export function firstView(
  candidates: readonly Candidate[],
  machine: Machine,
  { root, ...pages }: { root: string; finder: string; cautions: string },
) {
  const criteria = criteriaOf(machine);
  const chooser = {
    criteria,
    problems: [],
    answer: { criteria, shortlist: shortlistOf(candidates, criteria) },
    failure: undefined,
    state: 'waiting' as const,
    choose: () => undefined,
    linkTo(part: Partial<Criteria>) {
      const { pathname, search } = new URL(addressOf(root, site, { ...criteria, ...part }));
      return pathname + search;
    },
    onChange: () => () => false,
    retry: () => undefined,
  };
  return h(Choose, { chooser, ...pages, isFirst: true });
}
