import { benchmarks } from '../../dataset/benchmarks.ts';
import { carbonBreak } from '../../dataset/carbon.ts';
import {
  double,
  type Expression,
  flag,
  integer,
  known,
  type Query,
  select,
  sql,
  text,
  type RowOf,
} from '../../dataset/select.ts';
import { runs } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { type Clusters, clustersOf } from '../methods/clusters.ts';
import { sortedQuantile } from '../methods/quantile.ts';

/*
 * Runs that the table lets us compare because something about them is the same. Each query answers runs in groups:
 * `of` is the row of the first run of the group. All have the same columns, so that a figure can draw them together.
 */

/** The scores of a run: the average and the six benchmarks. */
export const scores = ['average', ...benchmarks] as const;
export type Score = (typeof scores)[number];

const names = [
  'row',
  'model',
  'model_sha',
  'precision',
  'chat_template',
  'architecture',
  'parameters_b',
  'co2_kg',
  'caution',
  ...scores,
] as const;
type Name = (typeof names)[number];

const organisationOf = (model: Expression) => text`lower(trim(split_part(${model}, '/', 1)))`;

const picked = <C extends Record<N, Expression>, N extends string>(columns: C, of: readonly N[]) =>
  Object.fromEntries(of.map((name) => [name, columns[name]])) as Pick<C, N>;

/** What is asked of a run, and who made the model and what it descends from, which groups are clustered by. */
const compared = <C extends Record<Name, Expression> & { lineage: Expression<string> }>(columns: C) => ({
  ...picked(columns, names),
  ...clusterKeys({ organisation: known(organisationOf(columns.model)), lineage: columns.lineage }),
});

/** A model is its name here, so that two names of one repository can be twins. */
const nameOf = (model: Expression) => text`lower(trim(${model}))`;

/*
 * Groups are found by what they hang on alone, and what is asked of their runs is looked up by row: to sort all runs
 * with all their columns into groups takes three times as long.
 */

/** The first row of a group, and each of its rows. */
const rowsOfGroup = (row: Expression) => ({
  of: known(integer`min(${row})`),
  row: known(integer`unnest(list(${row}))`),
});

/** What is asked of the runs of a table that are in groups. */
const runsOf = (
  of: typeof runs,
  groups: Query<{ of: number; row: number }>,
  since: (day: Expression<string | null>) => Expression<boolean | null>,
) =>
  // By USING no column needs its table before it: pages show the SQL and weigh what it weighs.
  select({ ...of, name: `${of.name} JOIN (${groups.unordered}) AS member USING (row)` }, (columns) => ({
    rows: {
      of: known(integer`member.of`),
      ...compared(columns),
      since: since(columns.submission_date),
    },
    orderBy: ['row'],
  }));

const sinceBreak = (day: Expression) => flag`${day} >= ${carbonBreak}`;

/** Runs of one model at one commit, asked in the same form, at more than one number format. */
export const sameRunsOf = (of: typeof runs) =>
  runsOf(
    of,
    select(of, ({ row, model, model_sha, chat_template, precision }) => ({
      rows: rowsOfGroup(row),
      where: sql`${model_sha} IS NOT NULL`,
      groupBy: [sql`${nameOf(model)}, ${model_sha}, ${chat_template}`],
      having: sql`min(${precision}) <> max(${precision})`,
      orderBy: [],
    })),
    sinceBreak,
  );

/** The same of the slice. */
export const sameRuns = sameRunsOf(runs);
export type ComparedRun = RowOf<typeof sameRuns>;

/** All runs of every model that was asked both with the chat template and without. */
export const askedBothWays = runsOf(
  runs,
  select(runs, ({ row, model, chat_template }) => ({
    rows: rowsOfGroup(row),
    groupBy: [nameOf(model)],
    having: sql`bool_or(${chat_template}) AND NOT bool_and(${chat_template})`,
    orderBy: [],
  })),
  sinceBreak,
);

const measured = sql`co2_kg > 0 AND submission_date IS NOT NULL AND architecture IS NOT NULL AND parameters_b > 0`;
const sideOf = (day: Expression) => known(sinceBreak(day));

/** How far apart the recorded sizes of twins may be: one was read from a name that says 8 billion, another counted. */
const oneSize = 1.01;

const result = [
  'ifeval_raw',
  'bbh_raw',
  'math_raw',
  'gpqa_raw',
  'musr_raw',
  'mmlu_pro_raw',
  'architecture',
] as const;

/** The first run with a result of each model. */
const oneOfTwins = select(runs, (columns) => ({
  rows: {
    ...picked(columns, result),
    side: sideOf(columns.submission_date),
    row: known(integer`min(${columns.row})`),
    size: known(double`arg_min(${columns.parameters_b}, ${columns.row})`),
  },
  where: measured,
  groupBy: [...result, 'side', nameOf(columns.model)],
  orderBy: [],
}));

/**
 * Exact twins: models, by name, of one architecture and one size, with a run each in which all six raw scores agree
 * to the last digit, submitted on one side of the accounting step of 8 February 2025. Runs without carbon or without a
 * day are left out, and so are models of unlike sizes that answer alike, as at the level of chance.
 */
export const twinRuns = runsOf(
  runs,
  select(oneOfTwins, (columns) => ({
    rows: rowsOfGroup(columns.row),
    groupBy: [...Object.values(picked(columns, result)), columns.side],
    having: sql`count(*) > 1 AND max(${columns.size}) <= ${oneSize} * min(${columns.size})`,
    orderBy: [],
  })),
  sideOf,
);

const kind = ['architecture', 'parameters_b', 'precision', 'chat_template'] as const;

/** The first run of a kind of each organisation. */
const oneOfOrganisation = select(runs, (columns) => ({
  rows: {
    ...picked(columns, kind),
    side: sideOf(columns.submission_date),
    row: known(integer`min(${columns.row})`),
  },
  where: measured,
  groupBy: [...kind, 'side', organisationOf(columns.model)],
  orderBy: [],
}));

/**
 * Alike models: runs of one architecture, recorded size, number format and form of the question, submitted on one
 * side of the accounting step, the first in the dataset of each organisation. Runs without carbon or a day are left out.
 */
export const alikeRuns = runsOf(
  runs,
  select(oneOfOrganisation, (columns) => ({
    rows: rowsOfGroup(columns.row),
    groupBy: [...Object.values(picked(columns, kind)), columns.side],
    having: sql`count(*) > 1`,
    orderBy: [],
  })),
  sideOf,
);

/** Compared runs with the reason why they are, to stand among others. */
export const comparedAs = <const Cause extends string>(cause: Cause, query: typeof sameRuns) =>
  select(query, (columns) => ({ rows: { cause: known(text`${cause}`), ...columns }, orderBy: [] }));

/** The groups of compared runs, in the order of their first run. */
export const groupsOf = (rows: readonly ComparedRun[]): ComparedRun[][] => [
  ...Map.groupBy(rows, ({ of }) => of).values(),
];

/** What groups are clustered by: what the first run of each is. */
export const clustersOfGroups = (groups: readonly (readonly ComparedRun[])[]): Clusters =>
  clustersOf(groups.map(([first]) => first!));

/** The largest minus the smallest score of a group, in points. */
export function spreadOf(group: readonly ComparedRun[], score: Score): number {
  const values = group.map((run) => run[score]);
  return Math.max(...values) - Math.min(...values);
}

/** The median, over the pairs of a group, of the larger ÷ the smaller CO₂; the group has at least two runs. */
export function typicalFold(group: readonly ComparedRun[]): number {
  const carbon = group.map(({ co2_kg }) => co2_kg);
  const folds = carbon.flatMap((one, index) =>
    carbon.slice(index + 1).map((other) => Math.max(one, other) / Math.min(one, other)),
  );
  return sortedQuantile(
    folds.sort((a, b) => a - b),
    0.5,
  )!;
}

/** A run with the chat template and one without it, of the same model. */
export interface AskedTwice {
  asked: ComparedRun;
  plain: ComparedRun;
  sameCommit: boolean;
  samePrecision: boolean;
}

/**
 * One pair for every model that was asked both ways. Of several it is the one at a single commit, then the one at a
 * single number format, then that whose runs stand first in the dataset.
 */
export const askedTwice = (rows: readonly ComparedRun[]): AskedTwice[] =>
  groupsOf(rows).flatMap((group) =>
    group
      .filter(({ chat_template }) => chat_template)
      .flatMap((asked) =>
        group
          .filter(({ chat_template }) => !chat_template)
          .map((plain) => ({
            asked,
            plain,
            sameCommit: asked.model_sha !== null && asked.model_sha === plain.model_sha,
            samePrecision: asked.precision === plain.precision,
          })),
      )
      .sort(
        (a, b) =>
          Number(b.sameCommit) - Number(a.sameCommit) ||
          Number(b.samePrecision) - Number(a.samePrecision) ||
          a.asked.row - b.asked.row ||
          a.plain.row - b.plain.row,
      )
      .slice(0, 1),
  );
