import { architectureSql } from '../architectures.ts';

/** Makes `identified_runs`: the runs with the identity and the root of their model. */
export const identifiedRunsStatement = `CREATE TABLE identified_runs AS SELECT all_runs.* REPLACE (${architectureSql('all_runs')} AS architecture), identity.identity AS identity, identity.root AS root FROM all_runs JOIN identity USING (model)`;

/**
 * Makes `identity_rows` of `identity`: by the first row of every name, what is said of it, without the names and
 * commits that the runs have already. `commit_at` is how many rows behind it the run with the commit stands.
 */
export const identityRowsStatement = `CREATE TABLE identity_rows AS
SELECT first_row AS row, nullif(identity.identity, identity.model) AS identity, former_names,
  CAST(commit_row - first_row AS INTEGER) AS commit_at, root, parent, copy_of,
  nullif(lineage, identity.identity) AS lineage, method, source
FROM identity JOIN (
  SELECT model, min(row) AS first_row, min(row) FILTER (model_sha = "commit") AS commit_row
  FROM all_runs JOIN identity USING (model) GROUP BY model
) USING (model)
ORDER BY row`;

/** Makes `identity`, as its file has it, of the runs and `identity_rows`. */
export const identityStatement = `CREATE OR REPLACE TABLE identity AS
SELECT named.model AS model, coalesce(known.identity, named.model) AS identity, former_names, whole.model_sha AS "commit",
  root, parent, copy_of, coalesce(known.lineage, known.identity, named.model) AS lineage, method, source
FROM identity_rows AS known
JOIN all_runs AS named ON named.row = known.row
LEFT JOIN all_runs AS whole ON whole.row = known.row + known.commit_at
ORDER BY model`;
