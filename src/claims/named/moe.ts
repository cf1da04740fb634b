import type { Claim } from '../claim.ts';

/** What the report claims of Mixture of Experts. */
export const moeClaims: readonly Claim[] = [
  {
    id: 'moe-flag-misleads',
    by: 'report',
    sentence: 'The MoE flag is not a list of the MoE models.',
    test: 'Some runs have the flag without an MoE architecture, and some have the architecture without the flag.',
    statistics: ['moe.flagged', 'moe.architecture', 'moe.both', 'moe.reviewed'],
    judge(of) {
      const [flagged, architecture, both] = ['moe.flagged', 'moe.architecture', 'moe.both'].map(
        (id) => of(id).value,
      );
      return both! < flagged! && both! < architecture! ? 'holds' : 'fails';
    },
    evidence:
      'The flag marks {moe.flagged} runs, the architecture {moe.architecture}, both {moe.both}; on review {moe.reviewed} models are MoE.',
  },
];
