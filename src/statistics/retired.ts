/** An id that is no longer published, and what became of it. */
export interface Retired {
  id: string;
  /** The id that is nearest to it today. */
  now: string;
  /** Why it went, as a sentence. */
  because: string;
}

const mixed =
  'It took all models with runs at more than one number format as repeats, though for some the form of the question or the commit differed too.';
const counted =
  'Nearly all runs that it compared are from before 8 February 2025, when many totals hold two evaluations: it measured the accounting, not the noise.';

const bound =
  'It is where the worst tenth of a type ends, its best value, and stood for the tail; the mean of the tail says how bad it is.';

const families =
  'In a slice of another family no model has a Qwen architecture, and half of the models without one descend from phi-4: the two largest lineages are told apart instead.';

/** Statistics that are no longer published, by id. */
export const retiredStatistics: readonly Retired[] = [
  {
    id: 'faults.architecture_unknown',
    now: 'blank.architecture',
    because:
      'An architecture that is “?” or “Unknown” is blank in every table but that of the runs as recorded.',
  },
  { id: 'near_14b.qwen.median', now: 'near_14b.largest.median', because: families },
  { id: 'near_14b.qwen_share', now: 'near_14b.largest.share', because: families },
  { id: 'near_14b.rest.median', now: 'near_14b.others.median', because: families },
  { id: 'noise.average.median', now: 'noise.same.average.median', because: mixed },
  { id: 'noise.average.p90', now: 'noise.same.average.p90', because: mixed },
  { id: 'noise.co2_fold.median', now: 'noise.twins.co2_fold.median', because: counted },
  { id: 'noise.co2_fold.p90', now: 'noise.twins.co2_fold.p90', because: counted },
  ...[
    'pretrained',
    'continued',
    'fine-tuned',
    'fine-tuned.near_8b',
    'chat',
    'merge',
    'merge.near_8b',
    'other',
  ].map((type) => ({ id: `profile.${type}.average.p10`, now: `tails.${type}.cvar10`, because: bound })),
  { id: 'profile.merge.average.p10_lead', now: 'tails.merge.lead.cvar5', because: bound },
];
