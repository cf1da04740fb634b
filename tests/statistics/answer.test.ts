import { expect, test } from 'vitest';
import { askSlice, type Ask } from '../../src/slice/ask.ts';
import { answerSlice, answerStatistics } from '../../src/statistics/answer.ts';
import { familiesOfStatistics, findStatistic, statisticIds } from '../../src/statistics/statistics.ts';
import { estimatesOf, report, rowsOf, sliceOf } from '../report.ts';

/** Answers every query with no rows and remembers what was asked. */
function listener() {
  const asked: string[] = [];
  const ask: Ask = async (sql) => {
    asked.push(sql);
    return [];
  };
  return { ask, asked };
}

const queryOf = (id: string) => findStatistic(id)!.family.sql;

test('asks the families of the ids and no others, each once', async () => {
  const { ask, asked } = listener();
  await answerStatistics(ask, ['orgs.hhi', 'models.count', 'orgs.gini']);
  expect(asked.sort()).toEqual([queryOf('models.count'), queryOf('orgs.hhi')].sort());
});

test('answers the ids and not the others of their families', async () => {
  const answered = await answerStatistics(listener().ask, ['orgs.hhi', 'orgs.count', 'orgs.hhi']);
  expect(Object.keys(answered)).toEqual(['orgs.hhi', 'orgs.count']);
});

test('without ids asks every family and answers every statistic', async () => {
  const { ask, asked } = listener();
  expect(Object.keys(await answerStatistics(ask)).sort()).toEqual(statisticIds.toSorted());
  expect(asked).toEqual(familiesOfStatistics.map(({ sql }) => sql));
});

test('a slice is answered all but what is published only', async () => {
  const { ask, asked } = listener();
  const answering = familiesOfStatistics.filter(({ publishedOnly }) => !publishedOnly);
  expect(answering.length).toBeLessThan(familiesOfStatistics.length);
  const ids = answering.flatMap(({ definitions }) => definitions.map(({ id }) => id));
  expect(Object.keys(await answerSlice(ask)).sort()).toEqual(ids.sort());
  expect(asked).toEqual(answering.map(({ sql }) => sql));
});

test('with a breath before each estimate of a slice, and before each step of what takes long', async () => {
  const rows = await rowsOf('', queryOf('ranks.weights.first.low'));
  const count = async (ids: readonly string[]) => {
    let breaths = 0;
    await answerSlice(
      () => Promise.resolve(rows),
      ids,
      () => Promise.resolve(void breaths++),
    );
    return breaths;
  };
  // One for the rows, and one an estimate.
  expect(await count(['ranks.first.not_told', 'ranks.error'])).toBe(3);
  expect(await count(['ranks.weights.first.low'])).toBeGreaterThan(50);
});

test('no ids ask nothing', async () => {
  const { ask, asked } = listener();
  expect(await answerStatistics(ask, [])).toEqual({});
  expect(asked).toEqual([]);
});

test('an unknown id is named, and nothing is asked', async () => {
  const { ask, asked } = listener();
  await expect(answerStatistics(ask, ['models.count', 'models.cuont'])).rejects.toThrow(
    'unknown statistic models.cuont',
  );
  expect(asked).toEqual([]);
});

test('a query that fails fails the answer', async () => {
  const ask: Ask = () => Promise.reject(new Error('no such view'));
  await expect(answerStatistics(ask, ['models.count'])).rejects.toThrow('no such view');
});

test('some statistics are the same numbers as all of them', async () => {
  const all = await estimatesOf('size=9-40');
  const some = await answerSlice(await askSlice(await report(), sliceOf('size=9-40')), ['scaling.r2']);
  expect(all).toMatchObject(some);
  expect(Object.keys(some).length).toBeLessThan(Object.keys(all).length);
});
