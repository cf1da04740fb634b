import { countOf, select, sql } from '../../dataset/select.ts';
import { runSteps } from '../../dataset/tables.ts';
import { preparations } from '../../dataset/preparations.ts';
import { count } from '../methods/estimate.ts';
import { fact, units, family } from '../statistic.ts';

const all = Object.values(preparations).flatMap((preparation) =>
  preparation.steps.map((step, index) => ({
    id: `steps.${preparation.id}.${step.id}`,
    label: `rows left after “${step.title}” (${preparation.title})`,
    preparation: preparation.id,
    position: index + 1,
  })),
);

const query = select(runSteps, ({ preparation, position, row }) => ({
  rows: { preparation, position, rows: countOf() },
  where: sql`${row} IN (SELECT row FROM runs)`,
  groupBy: ['preparation', 'position'],
  orderBy: ['preparation', 'position'],
}));

/** Rows that each step of each preparation leaves. */
export const steps = family({
  query,
  definitions: all.map(({ id, label }) => fact(id, label, units.runs)),
  derive(rows) {
    return Object.fromEntries(
      all.map(({ id, preparation, position }) => {
        const row = rows.find((each) => each.preparation === preparation && each.position === position);
        return [id, count(row?.rows ?? 0)];
      }),
    );
  },
});
