import { beforeAll, expect, test } from 'vitest';
import { describeQuery, streamQuery } from '../../src/engine/reader-query.ts';
import { examples } from '../../src/sql/examples.ts';
import { wholeTable } from '../../src/slice/slice.ts';
import { sliceStatements } from '../../src/slice/views.ts';
import type { Estimates } from '../../src/statistics/answer.ts';
import { estimatesOf, report } from '../report.ts';

let estimates: Estimates;
const answers = new Map<string, Record<string, string>[]>();

beforeAll(async () => {
  estimates = await estimatesOf('');
  const engine = await report();
  await engine.run(sliceStatements(wholeTable).join(';\n'));
  for (const { id, sql } of examples) {
    const columns = await describeQuery(engine, sql);
    const rows: Record<string, string>[] = [];
    await streamQuery(engine, sql, columns, (more) => {
      rows.push(
        ...more.map((row) =>
          Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? 'NULL'])),
        ),
      );
      return true;
    });
    answers.set(id, rows);
  }
});

test('there are five, each of another chapter', () => {
  expect(new Set(examples.map(({ chapter }) => chapter)).size).toBe(5);
});

const numbers = examples.flatMap(({ id, published }) => published.map((number) => ({ id, ...number })));

test.each(numbers)('$id gives the published $statistic', ({ id, statistic, row, column }) => {
  const rows = answers.get(id)!.filter((each) => Object.values(each)[0] === row);
  expect(rows).toHaveLength(1);
  const published = estimates[statistic]!.value!;
  expect(Math.abs(Number(rows[0]![column]) / published - 1)).toBeLessThan(1e-9);
});
