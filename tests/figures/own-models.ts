import type { Row } from '../../src/engine/engine.ts';
import { report } from '../report.ts';
import type { Edition } from './draw.ts';

/**
 * Models of either preparation made a second time, from the runs and the definitions in words: one run is
 * left out where another one comes before it. Columns: row, b (billions of parameters), average, co2.
 */
const ownModels: Record<Edition['preparation'], string> = {
  prepared: `
    WITH rounded AS (
      SELECT row, model, lower(trim(model)) AS name, type, round(parameters_b, 3) AS size, average,
        round(co2_kg, 2) AS co2
      FROM all_runs
    ), first AS (
      SELECT * FROM rounded AS a WHERE NOT EXISTS (
        SELECT 1 FROM rounded AS b
        WHERE b.name = a.name AND b.size = a.size AND b.type = a.type AND b.row < a.row)
    ), patched AS (
      SELECT row, average, co2, CASE
        WHEN model IN ('allenai/OLMo-1.7-7B-hf', 'internlm/internlm2-7b') THEN 7
        -- Another model has this name with ITA in capitals, and its size.
        WHEN model = 'DeepMount00/Llama-3.1-8b-Ita' THEN 8
        WHEN model = 'JungZoona/T3Q-Qwen2.5-14B-Instruct-1M-e3' THEN 14
        ELSE size END AS b
      FROM first
    )
    SELECT row, CAST(b AS DOUBLE) AS b, average, co2 FROM patched WHERE b > 0`,
  reviewed: `
    WITH named AS (
      SELECT row, model, (SELECT lower(identity) FROM identity AS i WHERE i.model = all_runs.model) AS name,
        parameters_b, average, co2_kg AS co2, coalesce(CAST(submission_date AS VARCHAR), '') AS day, CASE precision WHEN 'bfloat16' THEN 1 ELSE 0 END AS full_range
      FROM all_runs
    ), kept AS (
      SELECT * FROM named AS a WHERE NOT EXISTS (
        SELECT 1 FROM named AS b
        WHERE b.name = a.name AND (
          b.day > a.day
          OR (b.day = a.day AND b.full_range > a.full_range)
          OR (b.day = a.day AND b.full_range = a.full_range AND b.row < a.row)))
    )
    SELECT row, average, co2, coalesce(
      (SELECT max(CAST(value AS DOUBLE)) FROM corrections
       WHERE "column" = 'parameters_b' AND lower(trim(model)) = lower(trim(kept.model))),
      parameters_b) AS b
    FROM kept`,
};

const made = new Set<string>();

/** Rows of one SELECT over `own_reviewed` or `own_prepared`, written OWN in the query. */
export async function askOwn(preparation: Edition['preparation'], sql: string): Promise<Row[]> {
  const engine = await report();
  const table = `own_${preparation}`;
  if (!made.has(table)) await engine.run(`CREATE TABLE ${table} AS ${ownModels[preparation]}`);
  made.add(table);
  return engine.query(sql.replaceAll(/\bOWN\b/g, table));
}
