import { integer, known, type Expression } from '../dataset/select.ts';

/**
 * A number for a name, by which rows are clustered: names cost much more to send and to compare. It is a part of
 * their hash that holds every organisation and lineage of the table apart, which a test makes sure of.
 */
export const clusterKey = (name: Expression<string>): Expression<number> =>
  known(integer`hash(${name}) % 1073741824`);

/** What rows are clustered by, as columns of a query. */
export const clusterKeys = ({
  organisation,
  lineage,
}: Readonly<Record<'organisation' | 'lineage', Expression<string>>>) => ({
  organisation: clusterKey(organisation),
  lineage: clusterKey(lineage),
});
