import { describe, expect, test } from 'vitest';
import { carbonBreak } from '../../src/dataset/carbon.ts';
import { facts, report, rowsOf, smallReport } from '../report.ts';

const recorded = new Map(
  facts('runs').map(({ row, co2_kg, submission_date }) => [
    Number(row),
    { cost: Number(co2_kg), day: submission_date! },
  ]),
);

/** Half before the day, the same since, nothing without a day: from the file itself, by comparison of texts. */
function corrected(cost: number, day: string): number | null {
  if (day === '') return null;
  return day >= '2025-02-08' ? cost : cost / 2;
}

test('the day of the step', () => expect(carbonBreak).toBe('2025-02-08'));

describe('step-corrected carbon', () => {
  test('of every run is half of what is recorded before 8 February 2025, and blank without a day', async () => {
    const rows = await (
      await report()
    ).query('SELECT row, co2_step_corrected_kg AS own FROM keyed_runs ORDER BY row');
    expect(rows).toHaveLength(4576);
    for (const { row, own } of rows) {
      const { cost, day } = recorded.get(Number(row))!;
      expect(own, `row ${row}`).toBe(corrected(cost, day));
    }
    expect(rows.filter(({ own }) => own === null)).toHaveLength(12);
  });

  test('of a model follows from the carbon that its preparation gives it, rounded or not', async () => {
    for (const query of ['', 'preparation=prepared']) {
      const rows = await rowsOf(query, 'SELECT row, co2_kg, co2_step_corrected_kg AS own FROM models');
      for (const { row, co2_kg, own } of rows)
        expect(own, `row ${row}`).toBe(corrected(Number(co2_kg), recorded.get(Number(row))!.day));
    }
  });

  test('by hand: the day before, the day itself, and no day', async () => {
    const engine = await smallReport([
      { model: 'a/before', co2_kg: 3, submission_date: '2025-02-07' },
      { model: 'a/since', co2_kg: 3, submission_date: '2025-02-08' },
      { model: 'a/undated', co2_kg: 3, submission_date: null },
    ]);
    try {
      const sql = (table: string) => `SELECT co2_step_corrected_kg AS own FROM ${table} ORDER BY row`;
      for (const table of ['keyed_runs', 'reviewed', 'prepared'])
        expect((await engine.query(sql(table))).map(({ own }) => own)).toEqual([1.5, 3, null]);
    } finally {
      await engine.close();
    }
  });
});
