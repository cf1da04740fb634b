import { flag, known, select, text, type Expression, type RowOf } from '../../dataset/select.ts';
import { pairs } from '../../dataset/tables.ts';
import { clustersOf, type Clustered } from '../methods/clusters.ts';
import { count, type Estimate } from '../methods/estimate.ts';
import { differenceEstimate, linearMean } from '../methods/linearised.ts';
import { exponential } from '../methods/mapped.ts';
import { meanEstimate } from '../methods/mean.ts';
import { arithmeticMean } from '../methods/moments.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { once } from '../methods/once.ts';
import { pairClusterKeys } from '../pair-columns.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';

/** The name of a repository without its owner and without what marks a number format. */
const plainName = (model: Expression<string>) =>
  text`regexp_replace(lower(split_part(${model}, '/', 2)), '(-unsloth)?-(bnb-4bit|gptq.*|awq.*|fp8.*|int[48].*|[48]bit|bf16|fp16)$', '')`;

const query = select(pairs, (columns) => ({
  rows: {
    base_row: columns.base_row,
    reupload: known(flag`${plainName(columns.model)} = ${plainName(columns.base_model)}`),
    ...pairClusterKeys(columns),
    type: columns.type,
    base_type: columns.base_type,
    official_provider: columns.official_provider,
    base_official_provider: columns.base_official_provider,
    chat_template: columns.chat_template,
    base_chat_template: columns.base_chat_template,
    caution: columns.caution,
    base_caution: columns.base_caution,
    change: columns.average_change,
    ifeval: columns.ifeval_change,
    math: columns.math_change,
    average: columns.average,
    base_average: columns.base_average,
    co2_kg: columns.co2_kg,
    base_co2_kg: columns.base_co2_kg,
  },
  orderBy: [columns.row],
}));
type Pair = RowOf<typeof query>;

/** What tells the kinds of pairs apart. */
export type PairKind = Pick<
  Pair,
  | 'type'
  | 'base_type'
  | 'official_provider'
  | 'base_official_provider'
  | 'chat_template'
  | 'base_chat_template'
>;
/** How much the average of a pair changed, and from which base. */
export type PairChange = Pick<Pair, 'base_row' | 'change' | keyof Clustered | `base_${keyof Clustered}`>;

/** Pairs of a kind, by a condition on child and base. */
export interface PairGroup {
  id: string;
  /** The pairs in words, after “pairs”. */
  label: string;
  has(row: PairKind): boolean;
}

const fromOfficial = (row: PairKind) => row.base_official_provider;

/** Pairs by the type of the child, by the type of the base, by who tuned an official base, and by question format. */
export const pairGroups: readonly PairGroup[] = [
  { id: 'chat_child', label: 'with a chat child', has: (row) => row.type === 'chat' },
  { id: 'fine_tuned_child', label: 'with a fine-tuned child', has: (row) => row.type === 'fine-tuned' },
  { id: 'continued_child', label: 'with continued pretraining', has: (row) => row.type === 'continued' },
  { id: 'pretrained_child', label: 'with a pretrained child', has: (row) => row.type === 'pretrained' },
  { id: 'pretrained_base', label: 'from a pretrained root', has: (row) => row.base_type === 'pretrained' },
  { id: 'fine_tuned_base', label: 'from a fine-tuned root', has: (row) => row.base_type === 'fine-tuned' },
  { id: 'chat_base', label: 'from a chat root', has: (row) => row.base_type === 'chat' },
  {
    id: 'official_child',
    label: 'of an official root and an official child',
    has: (row) => fromOfficial(row) && row.official_provider,
  },
  {
    id: 'community_child',
    label: 'of an official root and a community child',
    has: (row) => fromOfficial(row) && !row.official_provider,
  },
  {
    id: 'same_format',
    label: 'asked in the same format',
    has: (row) => row.chat_template === row.base_chat_template,
  },
  {
    id: 'chat_format_child',
    label: 'with the chat format for the child only',
    has: (row) => row.chat_template && !row.base_chat_template,
  },
  {
    id: 'chat_format_base',
    label: 'with the chat format for the root only',
    has: (row) => !row.chat_template && row.base_chat_template,
  },
];

/** Means that the family of pairs already names. */
const named: readonly string[] = ['pretrained_base', 'chat_base', 'same_format'].map(
  (group) => `pairs.${group}.average.mean`,
);

/** Mean, median and share that rose, each with its clustered interval, of the change of the average of some pairs. */
export const changeMeasures = {
  mean: (rows: readonly PairChange[]) => meanEstimate(numbersOf(rows, 'change'), clustersOf(rows)),
  median: (rows: readonly PairChange[]) => medianEstimate(numbersOf(rows, 'change'), clustersOf(rows)),
  share_up: (rows: readonly PairChange[]) =>
    shareEstimate(
      numbersOf(rows, 'change').map((change) => change > 0),
      clustersOf(rows),
    ),
};

/** The mean of something over the children of each base, every base once, in the order of the bases. */
function meansByBase<P extends Omit<PairChange, 'change'>>(rows: readonly P[], of: (row: P) => number) {
  const bases = [...Map.groupBy(rows, (row) => row.base_row)].sort(([a], [b]) => a - b);
  return {
    values: bases.map(([, children]) => arithmeticMean(children.map(of)) ?? 0),
    clusters: clustersOf(
      bases.map(([, [child]]) => ({ organisation: child!.base_organisation, lineage: child!.base_lineage })),
    ),
  };
}

/** The mean change of the children of each base, every base once, in the order of the bases. */
export const changesByBase = (rows: readonly PairChange[]) => meansByBase(rows, ({ change }) => change);

/** The mean over bases of a mean over their children, every base once. */
export function meanOfBases<P extends Omit<PairChange, 'change'>>(
  rows: readonly P[],
  of: (row: P) => number,
): Estimate {
  const { values, clusters } = meansByBase(rows, of);
  return meanEstimate(values, clusters);
}

/** How many rows are of the value that most of them have. */
const mostOfOne = <R>(rows: readonly R[], of: (row: R) => unknown): number =>
  Math.max(0, ...[...Map.groupBy(rows, of).values()].map((members) => members.length));
const different = <R>(rows: readonly R[], of: (row: R) => unknown): number => new Set(rows.map(of)).size;

/** Over bases with children of both kinds: mean change of the official children minus that of the others. */
function leadOfOfficial(rows: readonly Pair[]): Estimate {
  const leads: number[] = [];
  const bases: Clustered[] = [];
  for (const children of Map.groupBy(rows.filter(fromOfficial), (row) => row.base_row).values()) {
    const mean = (official: boolean) =>
      arithmeticMean(
        numbersOf(
          children.filter((row) => row.official_provider === official),
          'change',
        ),
      );
    const [official, community] = [mean(true), mean(false)];
    if (official === null || community === null) continue;
    leads.push(official - community);
    const { base_organisation: organisation, base_lineage: lineage } = children[0]!;
    bases.push({ organisation, lineage });
  }
  return meanEstimate(leads, clustersOf(bases));
}

/** Geometric mean over pairs of child ÷ base; pairs without a positive ratio are left out. */
function fold(rows: readonly Pair[], ratio: (row: Pair) => number): Estimate {
  const usable = rows.filter((row) => ratio(row) > 0 && Number.isFinite(ratio(row)));
  return exponential(
    meanEstimate(
      usable.map((row) => Math.log(ratio(row))),
      clustersOf(usable),
    ),
  );
}

/** Geometric mean over roots of the geometric mean of their children's ratios, every root once. */
function foldByBase(rows: readonly Pair[], ratio: (row: Pair) => number): Estimate {
  const usable = rows.filter((row) => ratio(row) > 0 && Number.isFinite(ratio(row)));
  const logs = meansByBase(usable, (row) => Math.log(ratio(row)));
  return exponential(meanEstimate(logs.values, logs.clusters));
}

const scoreFold = (row: Pair) => row.average / row.base_average;
const co2Fold = (row: Pair) => row.co2_kg / row.base_co2_kg;
const efficiencyFold = (row: Pair) => scoreFold(row) / co2Fold(row);

/** Pairs by kind, with every pair counted once or every base counted once, and what the gain consists of. */
export const pairKinds = family({
  query,
  definitions: [
    fact('pairs.bases', 'roots of the pairs', units.bases),
    fact('pairs.largest_base', 'pairs that share the most frequent root', units.pairs),
    fact(
      'pairs.largest_base.largest_organisation',
      'pairs of the most frequent root whose children are of one organisation, the most frequent of them',
      units.pairs,
    ),
    fact(
      'pairs.reupload.count',
      'pairs whose child has the name of its root, with nothing or a number format behind it',
      units.pairs,
    ),
    fact('pairs.merge_child.count', 'pairs with a merge as the child', units.pairs),
    fact('pairs.pretrained_child.bases', 'roots of the pairs with a pretrained child', units.bases),
    fact(
      'pairs.pretrained_child.organisations',
      'organisations of the pairs with a pretrained child',
      units.organisations,
    ),
    estimated(
      'pairs.average.by_base.mean',
      'mean change of the average, each root counted once',
      units.points,
    ),
    estimated(
      'pairs.average.by_base.median',
      'median change of the average, each root counted once',
      units.points,
    ),
    estimated('pairs.ifeval.by_base.mean', 'mean change of IFEval, each root counted once', units.points),
    estimated('pairs.math.by_base.mean', 'mean change of MATH level 5, each root counted once', units.points),
    estimated(
      'pairs.same_format.ifeval.by_base.mean',
      'mean change of IFEval where child and root were asked in the same format, each root counted once',
      units.points,
    ),
    estimated(
      'pairs.chat_base.average.by_base.mean',
      'mean change of the average from a chat root, each root counted once',
      units.points,
    ),
    estimated(
      'pairs.chat_base.no_caution.average.mean',
      'mean change of the average from a chat root, neither of the two with a caution',
      units.points,
    ),
    ...pairGroups.flatMap(({ id, label }) =>
      [
        fact(`pairs.${id}.count`, `pairs ${label}`, units.pairs),
        estimated(`pairs.${id}.average.mean`, `mean change of the average, pairs ${label}`, units.points),
        estimated(`pairs.${id}.average.median`, `median change of the average, pairs ${label}`, units.points),
        estimated(`pairs.${id}.average.share_up`, `share of pairs ${label} whose average rose`, units.share),
      ].filter((definition) => !named.includes(definition.id)),
    ),
    estimated(
      'pairs.chat_format_child.lead',
      'mean change of the average, pairs with the chat format for the child only minus pairs asked in the same format',
      units.points,
    ),
    estimated('pairs.ifeval.part', 'part of IFEval in the mean change of the average', units.points),
    estimated(
      'pairs.rest.part',
      'part of the other five benchmarks in the mean change of the average',
      units.points,
    ),
    estimated('pairs.ifeval.lead', 'part of IFEval minus part of the other five', units.points),
    estimated(
      'pairs.official_lead',
      'gain of official children minus gain of community children of the same official root',
      units.points,
    ),
    estimated(
      'pairs.community_child.score_fold',
      'geometric mean of score, community child ÷ official root',
      units.fold,
    ),
    estimated(
      'pairs.community_child.co2_fold',
      'geometric mean of CO₂, community child ÷ official root',
      units.fold,
    ),
    estimated(
      'pairs.community_child.points_per_kg_fold',
      'geometric mean of score per kg CO₂, community child ÷ official root',
      units.fold,
    ),
    estimated(
      'pairs.community_child.points_per_kg_fold.by_base',
      'geometric mean of score per kg CO₂, community child ÷ official root, each root counted once',
      units.fold,
    ),
  ],
  derive(rows) {
    const families = [...Map.groupBy(rows, (row) => row.base_row).values()];
    const largest = Math.max(0, ...families.map((children) => children.length));
    const pretrained = rows.filter((row) => row.type === 'pretrained');
    const clusters = clustersOf(rows);
    const byBase = once(() => changesByBase(rows));
    const fromChat = rows.filter((row) => row.base_type === 'chat');
    const chatByBase = once(() => changesByBase(fromChat));
    const sound = fromChat.filter((row) => row.caution === null && row.base_caution === null);
    const parts = rows.map((row) => {
      const ifeval = row.ifeval / 6;
      return { ifeval, rest: row.change - ifeval };
    });
    const clustered = (of: (part: { ifeval: number; rest: number }) => number) =>
      meanEstimate(parts.map(of), clusters);
    const meanOf = (group: string) => {
      const members = rows.filter(pairGroups.find(({ id }) => id === group)!.has);
      return linearMean(numbersOf(members, 'change'), members);
    };
    const community = rows.filter((row) => fromOfficial(row) && !row.official_provider);
    return {
      'pairs.bases': count(families.length),
      'pairs.largest_base': count(largest),
      'pairs.largest_base.largest_organisation': count(
        mostOfOne(
          families.find((children) => children.length === largest) ?? [],
          ({ organisation }) => organisation,
        ),
      ),
      'pairs.reupload.count': count(rows.filter(({ reupload }) => reupload).length),
      'pairs.merge_child.count': count(rows.filter(({ type }) => type === 'merge').length),
      'pairs.pretrained_child.bases': count(different(pretrained, (row) => row.base_row)),
      'pairs.pretrained_child.organisations': count(different(pretrained, (row) => row.organisation)),
      'pairs.average.by_base.mean': () => meanEstimate(byBase().values, byBase().clusters),
      'pairs.average.by_base.median': () => medianEstimate(byBase().values, byBase().clusters),
      'pairs.ifeval.by_base.mean': () => meanOfBases(rows, ({ ifeval }) => ifeval),
      'pairs.math.by_base.mean': () => meanOfBases(rows, ({ math }) => math),
      'pairs.same_format.ifeval.by_base.mean': () =>
        meanOfBases(
          rows.filter((row) => row.chat_template === row.base_chat_template),
          ({ ifeval }) => ifeval,
        ),
      'pairs.chat_base.average.by_base.mean': () => meanEstimate(chatByBase().values, chatByBase().clusters),
      'pairs.chat_base.no_caution.average.mean': () =>
        meanEstimate(numbersOf(sound, 'change'), clustersOf(sound)),
      ...Object.fromEntries(
        pairGroups.flatMap(({ id, has }) => {
          const members = rows.filter(has);
          return [
            [`pairs.${id}.count`, count(members.length)] as const,
            ...Object.entries(changeMeasures)
              .map(([measure, of]) => [`pairs.${id}.average.${measure}`, () => of(members)] as const)
              .filter(([each]) => !named.includes(each)),
          ];
        }),
      ),
      'pairs.chat_format_child.lead': () =>
        differenceEstimate(meanOf('chat_format_child'), meanOf('same_format')),
      'pairs.ifeval.part': () => clustered(({ ifeval }) => ifeval),
      'pairs.rest.part': () => clustered(({ rest }) => rest),
      'pairs.ifeval.lead': () => clustered(({ ifeval, rest }) => ifeval - rest),
      'pairs.official_lead': () => leadOfOfficial(rows),
      'pairs.community_child.score_fold': () => fold(community, scoreFold),
      'pairs.community_child.co2_fold': () => fold(community, co2Fold),
      'pairs.community_child.points_per_kg_fold': () => fold(community, efficiencyFold),
      'pairs.community_child.points_per_kg_fold.by_base': () => foldByBase(community, efficiencyFold),
    };
  },
});
