import { carbonBreak } from '../../dataset/carbon.ts';
import { flag, known, monthOf, select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { estimated, units, family } from '../statistic.ts';
import { varianceShareEstimates } from './variance-shares.published-only.ts';

const query = select(
  models,
  ({
    organisation,
    lineage,
    official_provider,
    type,
    chat_template,
    architecture,
    submission_date,
    parameters_b,
    average,
    row,
  }) => ({
    rows: {
      ...clusterKeys({ organisation, lineage }),
      official_provider,
      type,
      chat_template,
      architecture,
      month: known(monthOf(submission_date)),
      since: known(flag`${submission_date} >= ${carbonBreak}`),
      parameters_b,
      average,
    },
    where: sql`${parameters_b} > 0 AND ${submission_date} IS NOT NULL`,
    orderBy: [row],
  }),
);

/** What may explain the average of a model; those of most classes first, which is quickest. */
export const explainingGroups = [
  { id: 'architecture', label: 'architecture' },
  { id: 'month', label: 'month of submission' },
  { id: 'type', label: 'type' },
  { id: 'size', label: 'size' },
  { id: 'template', label: 'question format' },
  { id: 'official', label: 'official provider' },
] as const;

/**
 * What explains the average: the Shapley shares of adjusted R² of six groups of columns, and how much of the variance
 * lies between organisations in what the six leave. An organisation is no seventh group, because hundreds of columns,
 * most of one or two models, would explain by their number.
 */
export const varianceShares = family({
  query,
  publishedOnly: true,
  definitions: [
    ...explainingGroups.map(({ id, label }) =>
      estimated(
        `variance_shares.${id}`,
        `share of the variance of the average that ${label} explains, Shapley`,
        units.explained,
      ),
    ),
    estimated(
      'variance_shares.all',
      'share of the variance of the average that the six explain together, adjusted',
      units.explained,
    ),
    estimated(
      'variance_shares.organisation',
      'share of the variance of the average that lies between organisations in what the six leave',
      units.explained,
    ),
  ],
  derive: (rows) =>
    varianceShareEstimates(
      rows,
      explainingGroups.map(({ id }) => id),
    ),
});
