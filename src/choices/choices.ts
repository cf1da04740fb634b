/*
 * The choices of the analysis, each declared once: what a defensible analysis may do, and why it may. An option goes
 * by the parameter of the address that makes it, so that a reader can open the report under it.
 */

export interface Option {
  /** Value of the choice in the address. */
  id: string;
  label: string;
  /** Why an analysis may take it. */
  reason: string;
}

export interface Choice {
  /** Name of the choice in the address. */
  id: string;
  title: string;
  /** Whether it changes which rows and columns there are, or what is computed of them. */
  of: 'data' | 'estimate';
  /** Whether it keeps some of the models as they are, as a filter of the slice does. */
  filters?: true;
  /** What the report takes; it is left out of the address. */
  usual: Omit<Option, 'id'>;
  /** What it could take instead. */
  others: readonly Option[];
}

/** Choices of data: which rows there are, and what stands in them. */
export const dataChoices = [
  {
    id: 'run',
    title: 'Run of a model',
    of: 'data',
    usual: {
      label: 'Newest',
      reason: 'The newest submission is what its maker last wanted to be measured by.',
    },
    others: [
      {
        id: 'best',
        label: 'Best',
        reason: 'A model can do what its best run shows, and the leaderboard was read so.',
      },
      {
        id: 'chat',
        label: 'Chat format',
        reason: 'Those who use a model ask it in its chat format, where it was run so.',
      },
      {
        id: 'bfloat16',
        label: 'bfloat16',
        reason: 'One number format for all that were run at it keeps rounding out of the comparison.',
      },
    ],
  },
  {
    id: 'copies',
    filters: true,
    title: 'Copies',
    of: 'data',
    usual: { label: 'All', reason: 'Each was handed in and evaluated as a model of its own.' },
    others: [
      {
        id: 'one',
        label: 'One of each set',
        reason: 'Models that share all six results to the last digit say one thing several times.',
      },
    ],
  },
  {
    id: 'sizes',
    title: 'Sizes',
    of: 'data',
    usual: { label: 'Reviewed', reason: 'Each correction has its reason and source.' },
    others: [
      {
        id: 'recorded',
        label: 'As recorded',
        reason: 'Whoever reads the table without the corrections has these; ten models then have no size.',
      },
      {
        id: 'embeddings-once',
        label: 'Embeddings counted once',
        reason:
          'Files of some models hold the embedding matrix twice, which makes the same weights up to a quarter larger.',
      },
    ],
  },
  {
    id: 'caution',
    filters: true,
    title: 'Models with a caution',
    of: 'data',
    usual: { label: 'Counted', reason: 'A doubt is no proof.' },
    others: [
      {
        id: 'none',
        label: 'Left out',
        reason:
          'Partial runs and results far off all others may not be results of the model; a pair goes with either of its two.',
      },
    ],
  },
  {
    id: 'hub',
    filters: true,
    title: 'Models gone from the Hub',
    of: 'data',
    usual: { label: 'Counted', reason: 'They were evaluated like all others.' },
    others: [
      {
        id: 'yes',
        label: 'Left out',
        reason: 'What is gone cannot be looked at again, and makers take down what they no longer stand by.',
      },
    ],
  },
  {
    id: 'carbon',
    title: 'Carbon',
    of: 'data',
    usual: { label: 'As recorded', reason: 'It is what was measured.' },
    others: [
      {
        id: 'step-corrected',
        label: 'Step-corrected',
        reason:
          'Before 8 February 2025 most runs hold the cost of two evaluations; the few without a day stay as recorded.',
      },
    ],
  },
  {
    id: 'pairs',
    title: 'What a child is compared with',
    of: 'data',
    usual: { label: 'Its root', reason: 'The table names the root, and it is known for all pairs.' },
    others: [
      {
        id: 'parent',
        label: 'Its parent, where known',
        reason:
          'What tuning did is told by the model that was tuned, which is known of some; the root of a test is then that parent, with its type.',
      },
    ],
  },
] as const satisfies readonly Choice[];

type DataChoice = (typeof dataChoices)[number];
type TableChoice = Exclude<DataChoice, { filters: true }>;

/** Choices of estimate: what is computed of the same rows. */
export const estimateChoices = [
  {
    id: 'averages',
    title: 'Average',
    of: 'estimate',
    usual: {
      label: 'As the test says',
      reason: 'A test asks for all averages that are given, or for the mean.',
    },
    others: [
      { id: 'mean', label: 'Mean', reason: 'It counts how far models lie apart, not only in which order.' },
      { id: 'median', label: 'Median', reason: 'No single model moves it.' },
      {
        id: 'pooled',
        label: 'Pooled',
        reason: 'It weighs each model by what it divides by, as a total does.',
      },
    ],
  },
  {
    id: 'peers',
    title: 'Peers of an MoE model',
    of: 'estimate',
    usual: {
      label: 'Within a factor of 1.25 in size and half a year',
      reason: 'Near enough to compare, and wide enough that nearly every MoE model has peers.',
    },
    others: [
      { id: 'narrow', label: 'Nearer in size', reason: 'Nearer peers are more alike, but fewer.' },
      {
        id: 'wide',
        label: 'Further in size',
        reason: 'More peers make a steadier median, but are less alike.',
      },
      { id: 'any_age', label: 'Of any age', reason: 'What a size can do at all does not depend on the day.' },
    ],
  },
  {
    id: 'intervals',
    title: 'Intervals',
    of: 'estimate',
    usual: {
      label: 'Clustered two ways',
      reason: 'Models of one organisation are alike, and so are those of one lineage.',
    },
    others: [
      {
        id: 'organisation',
        label: 'Clustered by organisation',
        reason: 'Who made a model is known of all, while many a lineage is assumed.',
      },
      {
        id: 'independent',
        label: 'Independent models',
        reason: 'It is what most reports show.',
      },
    ],
  },
] as const satisfies readonly Choice[];

type EstimateChoice = (typeof estimateChoices)[number];

/** Choices that are no filter: they change what the table says of a model, or what is computed of it. */
export const choicesBesideFilters: readonly (TableChoice | EstimateChoice)[] = [
  ...dataChoices.filter((each): each is TableChoice => !('filters' in each)),
  ...estimateChoices,
];

/** All choices, in the order in which they are shown. */
export const choices: readonly Choice[] = [...dataChoices, ...estimateChoices];

/** Ids of the options of a choice, but for what the report takes. */
export type OptionOf<Id extends (DataChoice | EstimateChoice)['id']> = Extract<
  DataChoice | EstimateChoice,
  { id: Id }
>['others'][number]['id'];
