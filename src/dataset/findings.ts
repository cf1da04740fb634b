import { modelColumns, preparations, type Step } from './preparations.ts';
import { identifiedRunsStatement } from './identity/sql.ts';

/** Tables that hold what the steps find, in the order of `row`; they are gone once the tables are made. */
export const findingTables: readonly string[] = [
  'run_keys',
  ...Object.keys(preparations).map((id) => `${id}_rows`),
];

/** Columns that the steps write; all others of a model are as recorded. */
export const writtenBy = (steps: readonly Step[]): string[] =>
  modelColumns.filter((name) => steps.some(({ sql }) => new RegExp(`\\bAS ${name}\\b`).test(sql)));

/**
 * Statements that find, from the raw tables `all_runs`, `corrections`, `moe_review` and `identity`:
 * `run_keys` (for every run `row`, `model_id`, a number that all runs of a model share, and the position of the last
 * step of each preparation that keeps it), and per preparation `<id>_rows` (for every model `row` and the columns that
 * the steps write).
 */
export function findingStatements(): string[] {
  const statements: string[] = [identifiedRunsStatement];
  const lasts: string[] = [];
  const steps: string[] = [];
  for (const [id, preparation] of Object.entries(preparations)) {
    let input = 'identified_runs';
    preparation.steps.forEach((step, index) => {
      const output = `${id}_${index + 1}`;
      statements.push(`CREATE TABLE ${output} AS WITH input AS (SELECT * FROM ${input}) ${step.sql}`);
      steps.push(output);
      input = output;
    });
    statements.push(
      `CREATE TABLE ${id}_rows AS SELECT row, ${writtenBy(preparation.steps).join(', ')} FROM ${input} ORDER BY row`,
    );
    // A step only leaves out rows of the one before it, so that the steps that keep a row are the first ones.
    const keeps = preparation.steps.map(
      (_, index) => `CAST(all_runs.row IN (SELECT row FROM ${id}_${index + 1}) AS INTEGER)`,
    );
    lasts.push(`CAST(${keeps.join(' + ')} AS INTEGER) AS ${id}`);
  }
  statements.push(
    `CREATE TABLE run_keys AS SELECT all_runs.row AS row, CAST(dense_rank() OVER (ORDER BY lower(identity), identity) AS INTEGER) AS model_id, ${lasts.join(', ')} FROM identified_runs AS all_runs ORDER BY all_runs.row`,
    ...[...steps, 'identified_runs'].map((table) => `DROP TABLE ${table}`),
  );
  return statements;
}
