import { architectureSql } from './architectures.ts';
import type { PreparationId } from './grouping.ts';
import { stepCorrectedSql } from './carbon.ts';
import { findingTables, writtenBy } from './findings.ts';
import { ofIdentity } from './identity/columns.ts';
import { pairsStatement } from './pairs.ts';
import { modelColumns, preparations } from './preparations.ts';

const preparationIds = Object.keys(preparations) as PreparationId[];
/** The columns of a table that `identity.csv` gives to every run and model. */
const known = (table: string) =>
  Object.keys(ofIdentity)
    .map((name) => `${table}.${name}`)
    .join(', ');
/** An inner join and not part of the left one, in which the second condition would set every run against every caution. */
const cautionedRuns = `SELECT all_runs.row, cautions.kind FROM all_runs JOIN cautions ON lower(trim(cautions.model)) = lower(trim(all_runs.model)) WHERE coalesce(cautions.evaluation = all_runs.evaluation, true)`;
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

/**
 * Statements that make, from the raw tables and what the steps have found (see `findingStatements`):
 * `keyed_runs` (the runs with their `model_id`), one table per preparation (a row per model), `run_steps`
 * (preparation, position, step, title, row, model_id: the rows that each step keeps, with the runs themselves at
 * position 0) and `all_pairs`.
 */
export function tableStatements(): string[] {
  const statements = [
    `CREATE TABLE keyed_runs AS SELECT all_runs.* REPLACE (${architectureSql('all_runs')} AS architecture), ${stepCorrectedSql('co2_kg', 'submission_date')} AS co2_step_corrected_kg, cautions.kind AS caution, ${known('identity')}, model_id FROM all_runs JOIN run_keys USING (row) JOIN identity USING (model) LEFT JOIN (${cautionedRuns}) AS cautions USING (row) ORDER BY row`,
  ];
  const kept: string[] = [];
  for (const { id, steps } of Object.values(preparations)) {
    const written = writtenBy(steps);
    const value = (name: string) => `${written.includes(name) ? `${id}_rows` : 'keyed_runs'}.${name}`;
    const corrected = stepCorrectedSql(value('co2_kg'), value('submission_date'));
    statements.push(
      `CREATE TABLE ${id} AS SELECT ${modelColumns.map(value).join(', ')}, ${corrected} AS co2_step_corrected_kg, caution, ${known('keyed_runs')}, model_id FROM keyed_runs JOIN ${id}_rows USING (row) ORDER BY row`,
    );
  }
  for (const id of preparationIds.toSorted()) {
    const { steps } = preparations[id];
    [{ id: 'runs', title: 'All runs' }, ...steps].forEach((step, position) =>
      kept.push(
        `SELECT ${text(id)} AS preparation, ${position} AS position, ${text(step.id)} AS step, ${text(step.title)} AS title, row, model_id FROM run_keys WHERE ${id} >= ${position}`,
      ),
    );
  }
  return [
    ...statements,
    // In the order of preparation, position and row, without sorting: each part keeps the order of `run_keys`.
    `CREATE TABLE run_steps AS ${kept.join(' UNION ALL ')}`,
    pairsStatement(preparationIds),
    ...findingTables.map((table) => `DROP TABLE ${table}`),
  ];
}
