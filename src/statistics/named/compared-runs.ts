import { benchmarks } from '../../dataset/benchmarks.ts';
import { carbonBreak } from '../../dataset/carbon.ts';
import {
  type Expression,
  flag,
  integer,
  known,
  maybe,
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
const again = <C extends Record<Name | 'organisation' | 'lineage', Expression>>(columns: C) =>
  picked(columns, [...names, 'organisation', 'lineage']);

const firstRow = (row: Expression, group: ReturnType<typeof sql>) =>
  known(integer`min(${row}) OVER (PARTITION BY ${group})`);

/** A model is its name here, so that two names of one repository can be twins. */
const nameOf = (model: Expression) => text`lower(trim(${model}))`;

/** Runs of one model at one commit, asked in the same form, at more than one number format. */
export const sameRunsOf = (of: typeof runs) =>
  select(of, (columns) => {
    const { row, model, model_sha, chat_template, precision, submission_date } = columns;
    const group = sql`${nameOf(model)}, ${model_sha}, ${chat_template}`;
    return {
      rows: {
        of: firstRow(row, group),
        ...compared(columns),
        since: flag`${submission_date} >= ${carbonBreak}`,
      },
      where: sql`${model_sha} IS NOT NULL`,
      qualify: sql`min(${precision}) OVER (PARTITION BY ${group}) <> max(${precision}) OVER (PARTITION BY ${group})`,
      orderBy: ['row'],
    };
  });

/** The same of the slice. */
export const sameRuns = sameRunsOf(runs);
export type ComparedRun = RowOf<typeof sameRuns>;

/** All runs of every model that was asked both with the chat template and without. */
export const askedBothWays = select(runs, (columns) => {
  const { row, chat_template, submission_date } = columns;
  const model = nameOf(columns.model);
  return {
    rows: {
      of: firstRow(row, model),
      ...compared(columns),
      since: flag`${submission_date} >= ${carbonBreak}`,
    },
    qualify: sql`bool_or(${chat_template}) OVER (PARTITION BY ${model}) AND NOT bool_and(${chat_template}) OVER (PARTITION BY ${model})`,
    orderBy: ['row'],
  };
});

const measured = sql`co2_kg > 0 AND submission_date IS NOT NULL`;
const sideOf = (day: Expression) => known(flag`${day} >= ${carbonBreak}`);

const oneOfTwins = select(runs, (columns) => {
  const { row, model, architecture, submission_date } = columns;
  const { ifeval_raw, bbh_raw, math_raw, gpqa_raw, musr_raw, mmlu_pro_raw } = columns;
  const side = sideOf(submission_date);
  const result = sql`${ifeval_raw}, ${bbh_raw}, ${math_raw}, ${gpqa_raw}, ${musr_raw}, ${mmlu_pro_raw}, ${architecture}, ${side}`;
  return {
    rows: { of: firstRow(row, result), ...compared(columns), since: side },
    where: sql`${measured} AND ${architecture} IS NOT NULL AND parameters_b > 0`,
    qualify: sql`row_number() OVER (PARTITION BY ${result}, ${nameOf(model)} ORDER BY ${row}) = 1`,
    orderBy: [],
  };
});

/** How far apart the recorded sizes of twins may be: one was read from a name that says 8 billion, another counted. */
const oneSize = 1.01;

/**
 * Exact twins: models, by name, of one architecture and one size, with a run each in which all six raw scores agree
 * to the last digit, submitted on one side of the accounting step of 8 February 2025. Runs without carbon or without a
 * day are left out, and so are models of unlike sizes that answer alike, as at the level of chance.
 */
export const twinRuns = select(oneOfTwins, (columns) => {
  const { of, parameters_b } = columns;
  const group = sql`OVER (PARTITION BY ${of})`;
  return {
    rows: { of, ...again(columns), since: maybe(columns.since) },
    qualify: sql`count(*) ${group} > 1 AND max(${parameters_b}) ${group} <= ${oneSize} * min(${parameters_b}) ${group}`,
    orderBy: ['row'],
  };
});

const oneOfOrganisation = select(runs, (columns) => {
  const { row, model, architecture, parameters_b, precision, chat_template, submission_date } = columns;
  const side = sideOf(submission_date);
  const kind = sql`${architecture}, ${parameters_b}, ${precision}, ${chat_template}, ${side}`;
  return {
    rows: { of: firstRow(row, kind), ...compared(columns), since: side },
    where: sql`${measured} AND ${architecture} IS NOT NULL AND ${parameters_b} > 0`,
    qualify: sql`row_number() OVER (PARTITION BY ${kind}, ${organisationOf(model)} ORDER BY ${row}) = 1`,
    orderBy: [],
  };
});

/**
 * Alike models: runs of one architecture, recorded size, number format and form of the question, submitted on one
 * side of the accounting step, the first in the dataset of each organisation. Runs without carbon or a day are left out.
 */
export const alikeRuns = select(oneOfOrganisation, (columns) => ({
  rows: { of: columns.of, ...again(columns), since: maybe(columns.since) },
  qualify: sql`count(*) OVER (PARTITION BY ${columns.of}) > 1`,
  orderBy: ['row'],
}));

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
