import { expect, test } from 'vitest';
import { answerSlice } from '../../../src/statistics/answer.ts';
import { askSlice } from '../../../src/slice/ask.ts';
import { oneRow, sliceOf, smallReport } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic } from './samples.ts';

test.each(samples)('“$query”: labels and how many are sure, by a join in SQL', async (sample) => {
  const own = await oneRow(`
    WITH m AS (
      SELECT row, nullif(nullif(architecture, '?'), 'Unknown') AS kind, parameters_b AS size, co2_step_corrected_kg AS co2 FROM ${modelsOf(sample)}
      WHERE parameters_b > 0 AND co2_step_corrected_kg > 0
    ), middle AS (
      SELECT m.row, any_value(m.co2) / median(o.co2) AS fold, count(*) AS peers FROM m JOIN m AS o
        ON o.kind = m.kind AND o.size <= m.size * 1.2500000001 AND m.size <= o.size * 1.2500000001
      GROUP BY m.row
    ), f AS (SELECT fold FROM middle WHERE peers >= 11)
    SELECT CAST(count(*) AS INTEGER) AS n, CAST((SELECT count(*) FROM m) - count(*) AS INTEGER) AS none,
      avg(CAST(fold <= 1 / 1.5 AS INTEGER)) AS a,
      avg(CAST(fold > 1 / 1.5 AND fold <= 0.8 AS INTEGER)) AS b,
      avg(CAST(fold > 0.8 AND fold <= 1.25 AS INTEGER)) AS c,
      avg(CAST(fold > 1.25 AND fold <= 1.5 AS INTEGER)) AS d,
      avg(CAST(fold > 1.5 AS INTEGER)) AS e,
      avg(CAST(fold * 1.5 <= 1 / 1.5 OR fold / 1.5 > 1.5 AS INTEGER)) AS sure,
      avg(CAST(fold * 1.03 <= 1 / 1.5 OR (fold / 1.03 > 1 / 1.5 AND fold * 1.03 <= 0.8)
        OR (fold / 1.03 > 0.8 AND fold * 1.03 <= 1.25) OR (fold / 1.03 > 1.25 AND fold * 1.03 <= 1.5)
        OR fold / 1.03 > 1.5 AS INTEGER)) AS typical
    FROM f`);
  const value = async (id: string) => (await statistic(sample, `carbon_labels.${id}`)).value;
  expect(await value('count')).toBe(own.n);
  expect(await value('none.count')).toBe(own.none);
  for (const letter of ['a', 'b', 'c', 'd', 'e'])
    expectEqual(await value(`${letter}.share`), own[letter], letter);
  expectEqual(await value('sure.share'), own.sure, 'sure');
  expectEqual(await value('sure_typical.share'), own.typical, 'typical');
  expect(await value('sure.count')).toBe(Math.round(Number(own.sure ?? 0) * Number(own.n)));
});

test.each(['?', 'Unknown'])('a model whose architecture is “%s” has no peers', async (unknown) => {
  const twelve = (architecture: string) =>
    Array.from({ length: 12 }, (_, i) => ({ model: `${architecture}${i}/x`, architecture }));
  const engine = await smallReport([...twelve('LlamaForCausalLM'), ...twelve(unknown)]);
  try {
    const answers = await answerSlice(await askSlice(engine, sliceOf('')), [
      'carbon_labels.count',
      'carbon_labels.none.count',
    ]);
    expect(answers['carbon_labels.count']!.value).toBe(12);
    expect(answers['carbon_labels.none.count']!.value).toBe(12);
  } finally {
    await engine.close();
  }
});
