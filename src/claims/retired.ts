import type { Retired } from '../statistics/retired.ts';

/** Claims that are no longer made, by id. */
export const retiredClaims: readonly Retired[] = [
  {
    id: 'carbon-is-noisy',
    now: 'carbon-repeats',
    because:
      'It said that two evaluations of one model typically differ by half or more in carbon; nearly all runs that it compared are from before 8 February 2025, when many totals hold two evaluations.',
  },
  {
    id: 'merge-tail-above-pretrained',
    now: 'types-meet-at-worst',
    because:
      'It took the 10th percentile, which is where the worst tenth ends, for the tail; the mean of the tail says how bad it is.',
  },
];

/** The retired claims whose place another one takes. */
export const retiredInto = (id: string): readonly Retired[] => retiredClaims.filter(({ now }) => now === id);
