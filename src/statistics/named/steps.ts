import { preparations } from '../../dataset/preparations.ts';
import { count } from '../methods/estimate.ts';
import { fact, units, type Family } from '../statistic.ts';

const all = Object.values(preparations).flatMap((preparation) =>
  preparation.steps.map((step, index) => ({
    id: `steps.${preparation.id}.${step.id}`,
    label: `rows left after “${step.title}” (${preparation.title})`,
    preparation: preparation.id,
    position: index + 1,
  })),
);

/** Rows that each step of each preparation leaves. */
export const steps: Family = {
  sql: `SELECT preparation, CAST(position AS INTEGER) AS position, CAST(count(*) AS INTEGER) AS rows FROM run_steps WHERE row IN (SELECT row FROM runs) GROUP BY preparation, position ORDER BY preparation, position`,
  definitions: all.map(({ id, label }) => fact(id, label, units.runs)),
  derive(rows) {
    return Object.fromEntries(
      all.map(({ id, preparation, position }) => {
        const row = rows.find((each) => each.preparation === preparation && each.position === position);
        return [id, count(Number(row?.rows ?? 0))];
      }),
    );
  },
};
