import { findStatistic } from '../statistics/statistics.ts';
import type { Claim } from './claim.ts';
import { abilityClaims } from './named/abilities.ts';
import { askingClaims } from './named/asking.ts';
import { carbonClaims } from './named/carbon.ts';
import { ecosystemClaims } from './named/ecosystem.ts';
import { moeClaims } from './named/moe.ts';
import { providerClaims } from './named/provider.ts';
import { sizeClaims } from './named/size.ts';

/** The ledger: every claim of the report, in the order of the chapters. */
export const claims: readonly Claim[] = [
  ...sizeClaims,
  ...carbonClaims,
  ...askingClaims,
  ...providerClaims,
  ...moeClaims,
  ...abilityClaims,
  ...ecosystemClaims,
];

/** Whether the test of a claim needs a number that is published only of the whole table, so that no slice judges it. */
export const isPublishedOnly = ({ statistics }: Pick<Claim, 'statistics'>): boolean =>
  statistics.some((id) => findStatistic(id)?.family.publishedOnly);

/** The claim of an id; undefined for an unknown one. */
export const findClaim = (id: string): Claim | undefined => claims.find((claim) => claim.id === id);
